import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../db/remote-database";
import type { Subscription } from "../events/subscriptions";
import { jobs } from "./schema";

export type JobState = (typeof jobs.$inferSelect)["state"];

/** A job as an operator sees it. */
export interface JobLine {
  id: string;
  name: string;
  state: JobState;
  attempts: number;
  createdAt: number;
  payload: string;
  lastError: string | null;
}

/** The jobs of one studio in a state, the newest first. */
export async function listJobs(db: Database, state: JobState, limit: number): Promise<JobLine[]> {
  const { id, name, attempts, createdAt, payload, lastError } = jobs;
  return db
    .select({ id, name, state: jobs.state, attempts, createdAt, payload, lastError })
    .from(jobs)
    .where(eq(jobs.state, state))
    .orderBy(desc(jobs.createdAt))
    .limit(limit);
}

/** How many jobs of one studio are in each state. */
export async function countJobs(db: Database): Promise<Record<JobState, number>> {
  const rows = await db
    .select({ state: jobs.state, count: sql<number>`count(*)` })
    .from(jobs)
    .groupBy(jobs.state);
  return {
    queued: 0,
    running: 0,
    done: 0,
    dead: 0,
    ...Object.fromEntries(rows.map((row) => [row.state, row.count])),
  };
}

/**
 * Has a dead job done once more, with all its attempts: the next sweep puts it on its queue. `moved_on` says that
 * what it was about has changed since, so that there is nothing left to do.
 */
export async function retryDeadJob(
  db: Database,
  subscriptions: readonly Subscription[],
  id: string,
): Promise<"retried" | "unknown" | "not_dead" | "moved_on"> {
  const job = await db
    .select({ name: jobs.name, payload: jobs.payload, state: jobs.state })
    .from(jobs)
    .where(eq(jobs.id, id))
    .get();
  if (!job) return "unknown";
  if (job.state !== "dead") return "not_dead";
  const revival = subscriptions.find((each) => each.job.name === job.name)?.revive(db, job.payload);
  const retry = db
    .update(jobs)
    .set({ state: "queued", attempts: 0, enqueuedAt: 0, leaseUntil: 0, lastError: null })
    .where(and(eq(jobs.id, id), eq(jobs.state, "dead"), revival ? sql`changes() > 0` : undefined))
    .returning({ id: jobs.id });
  const results = await db.batch(revival ? [revival, retry] : [retry]);
  return (results.at(-1) as unknown[]).length > 0 ? "retried" : "moved_on";
}
