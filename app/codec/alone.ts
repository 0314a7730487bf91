/** One picture at a time in an isolate, however many are asked for at once: their memory adds up. */
let holder: { since: number } | null = null;

const POLL_MS = 20;

/**
 * Work that holds on for longer belongs to a request that was cut off: its promise never settles. For the same
 * reason those who wait look again and again instead of waiting for a promise of another request.
 */
const LEASE_MS = 120_000;

/** Does the work once nobody else in this isolate is at work. */
export async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  while (holder !== null && Date.now() - holder.since < LEASE_MS) {
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  const own = { since: Date.now() };
  holder = own;
  try {
    return await work();
  } finally {
    if (holder === own) holder = null;
  }
}
