const LONGEST_WAIT_MS = 10_000;
const PAUSE_MS = 20;

/**
 * Does the work again while another process of this machine is writing into the same database file. Everything
 * a command does may be done again: what an earlier try has done stays, and the next one goes on from there.
 */
export async function retryWhileLocked<T>(work: () => Promise<T>): Promise<T> {
  const end = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error) || performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (0.5 + Math.random())));
    }
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && (/SQLITE_BUSY/.test(error.message) || isLocked(error.cause));
}
