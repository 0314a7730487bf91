/**
 * Aborts at Ctrl-C, at SIGTERM, when the terminal closes, or when whoever started us ends: npm does not always
 * pass its signals on.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && stop.abort(), 500);
  watch.unref();
  stop.signal.addEventListener("abort", () => clearInterval(watch));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}

/** Waits for the work, but not past the signal: then it returns undefined, whatever becomes of the work. */
export function unlessStopped<T>(stop: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  work.catch(() => {});
  return Promise.race([work, stopped(stop)]);
}

export function stopped(stop: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(undefined);
    else stop.addEventListener("abort", () => resolve(undefined), { once: true });
  });
}
