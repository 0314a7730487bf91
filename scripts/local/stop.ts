import { setMaxListeners } from "node:events";
import { listProcesses } from "./processes";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const WATCH_MS = 200;

/**
 * Aborts at Ctrl-C, at SIGTERM, when the terminal closes, or when whoever started us ends: npm does not always
 * pass its signals on. From here on nobody else listens to these signals: wrangler, once imported, would end
 * the process at once.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const starters = startersOf(process.pid);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent || !starters.every(isAlive)) stop.abort();
  }, WATCH_MS);
  watch.unref();
  stop.signal.addEventListener("abort", () => clearInterval(watch));
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, () => stop.abort());
  }
  return stop.signal;
}

/** The parent, and npm above the shell that npm starts: the shell outlives npm, and nobody else would notice. */
function startersOf(pid: number): number[] {
  const parents = new Map(listProcesses().map((each) => [each.pid, each.parent]));
  const parent = parents.get(pid);
  if (parent === undefined) return [];
  const grandparent = process.env.npm_lifecycle_event === undefined ? undefined : parents.get(parent);
  return [parent, grandparent].filter((each) => each !== undefined && each > 1) as number[];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
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
