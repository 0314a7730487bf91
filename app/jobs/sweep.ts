import { and, eq, not, or, sql } from "drizzle-orm";
import { relay } from "../events/relay";
import type { Subscription } from "../events/subscriptions";
import { HOUR, type Instant, MINUTE } from "../lib/time";
import type { Directory, DirectoryEntry } from "../tenancy/directory";
import type { JobMessage, QueueName, Studio } from "../tenancy/studio";
import { leaseIsOver } from "./run-job";
import { jobs } from "./schema";

/** A queued job is put on its queue again when it has not been taken up for so long. */
const STALLED_AFTER = 3 * MINUTE;
const JOBS_A_SWEEP = 1000;
/** A studio with nothing due is looked into this often all the same. */
const LONGEST_REST = HOUR;

/** A feature's own tidying. Returns when it next has something to do, or null. */
export type SweepTask = (studio: Studio) => Promise<Instant | null>;

/** What the sweep needs to know of the house: who listens to what, where jobs go, what else is tidied. */
export interface SweepPlan {
  subscriptions: readonly Subscription[];
  /** Queue of each job by its name. */
  queues: ReadonlyMap<string, QueueName>;
  tasks: readonly SweepTask[];
}

/**
 * Looks through one studio for what should have happened: events nobody relayed, jobs whose message was
 * lost or whose Worker died, and each feature's dates that have passed. Then says when to look again.
 */
export async function sweepStudio(
  studio: Studio,
  entry: DirectoryEntry,
  directory: Directory,
  plan: SweepPlan,
): Promise<void> {
  // Claimed first: what becomes due while this runs can lower it again, and a sweep that dies is repeated soon.
  const claimed = studio.clock.now() + STALLED_AFTER;
  await directory.settleDue(studio.tenant.id, entry.nextDueAt, claimed);
  await relay(studio, plan.subscriptions);
  const open = await enqueueStalled(studio, plan.queues);
  const due = [studio.clock.now() + (open ? STALLED_AFTER : LONGEST_REST)];
  for (const task of plan.tasks) {
    const next = await task(studio);
    if (next !== null) due.push(next);
  }
  await directory.settleDue(studio.tenant.id, claimed, Math.min(...due));
}

/** Puts stalled jobs on their queues again; returns whether any job is open at all. */
async function enqueueStalled(studio: Studio, queues: SweepPlan["queues"]): Promise<boolean> {
  const now = studio.clock.now();
  // Literals, because only they let SQLite see that the index of open jobs holds all that is asked for.
  const isOpen = sql`${jobs.state} in ('queued', 'running')`;
  const waitsLegitimately = sql`${jobs.enqueuedAt} between ${now - STALLED_AFTER} and ${now + HOUR}`;
  const stalled = await studio.db
    .select({ id: jobs.id, name: jobs.name })
    .from(jobs)
    .where(and(isOpen, not(waitsLegitimately), or(eq(jobs.state, "queued"), leaseIsOver(now))))
    .limit(JOBS_A_SWEEP);
  for (const queue of ["jobs", "thumbnails"] satisfies QueueName[]) {
    const messages = stalled
      .filter((job) => queues.get(job.name) === queue)
      .map((job): JobMessage => ({ type: "job", studioId: studio.tenant.id, ...job }));
    if (messages.length > 0) await studio.queues.send(queue, messages);
  }
  if (stalled.length > 0) {
    await studio.db
      .update(jobs)
      .set({ enqueuedAt: now })
      .where(
        sql`${jobs.id} in (select value from json_each(${JSON.stringify(stalled.map((job) => job.id))}))`,
      );
  }
  const open = await studio.db.select({ id: jobs.id }).from(jobs).where(isOpen).limit(1).get();
  return open !== undefined;
}
