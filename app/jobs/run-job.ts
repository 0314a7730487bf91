import { and, eq, or, sql } from "drizzle-orm";
import { errorFields, log } from "../lib/log";
import { MINUTE, SECOND } from "../lib/time";
import type { Studio } from "../tenancy/studio";
import type { JobHandler } from "./define-job";
import { jobs } from "./schema";

/** A running job that has said nothing for so long is taken for dead; longer than any Worker may compute. */
export const LEASE = 6 * MINUTE;

const MAX_ATTEMPTS = 5;
const RETRY_DELAYS = [5, 20, 60, 300].map((seconds) => seconds * SECOND);

export type JobOutcome = { kind: "settled" } | { kind: "retry"; afterMs: number };

/**
 * Does the job of one row, if it is still to be done and nobody else is doing it. The commit point is the
 * row: it turns `done` after the work, so a crash in between does the work again.
 */
export async function runJob(
  studio: Studio,
  handlers: readonly JobHandler[],
  id: string,
): Promise<JobOutcome> {
  const job = await claim(studio, id);
  if (!job) return { kind: "settled" };
  const handler = handlers.find((each) => each.definition.name === job.name);
  const fields = { studioId: studio.tenant.id, jobId: id, job: job.name, attempt: job.attempts };
  try {
    if (!handler) throw new Error("no handler for this job here");
    if (job.attempts > MAX_ATTEMPTS) throw new Error("the Worker stopped in the middle, every time");
    await handler.run(studio, job.payload);
    await settle(studio, id, { state: "done", doneAt: studio.clock.now(), lastError: null });
    return { kind: "settled" };
  } catch (error) {
    const lastError = error instanceof Error ? error.message.slice(0, 500) : "unknown";
    log("error", "a job failed", { ...fields, ...errorFields(error) });
    if (job.attempts >= MAX_ATTEMPTS) {
      await handler?.giveUp(studio, job.payload);
      await settle(studio, id, { state: "dead", lastError });
      return { kind: "settled" };
    }
    const afterMs = RETRY_DELAYS[job.attempts - 1] ?? MINUTE;
    await settle(studio, id, { state: "queued", enqueuedAt: studio.clock.now() + afterMs, lastError });
    return { kind: "retry", afterMs };
  }
}

async function claim(studio: Studio, id: string) {
  const now = studio.clock.now();
  const [job] = await studio.db
    .update(jobs)
    .set({ state: "running", attempts: sql`${jobs.attempts} + 1`, leaseUntil: now + LEASE })
    .where(
      and(eq(jobs.id, id), or(eq(jobs.state, "queued"), and(eq(jobs.state, "running"), leaseIsOver(now)))),
    )
    .returning({ name: jobs.name, payload: jobs.payload, attempts: jobs.attempts });
  return job;
}

/** A lease further ahead than a lease can be was given by a clock that has been set back since. */
export function leaseIsOver(now: number) {
  return sql`${jobs.leaseUntil} not between ${now} and ${now + LEASE}`;
}

async function settle(studio: Studio, id: string, values: Partial<typeof jobs.$inferInsert>): Promise<void> {
  await studio.db
    .update(jobs)
    .set({ ...values, leaseUntil: 0 })
    .where(and(eq(jobs.id, id), eq(jobs.state, "running")));
}
