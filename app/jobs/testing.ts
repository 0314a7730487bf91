import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Env } from "../tenancy/env";
import type { Studio } from "../tenancy/studio";
import { defineJob } from "./define-job";
import type { Envelope } from "./envelope";
import { jobs } from "./schema";

/** A job of tests that does nothing by itself. */
export const testJob = defineJob({
  name: "test-job",
  queue: "jobs",
  payload: z.object({ step: z.string() }),
});

type Job = typeof jobs.$inferSelect;

/** A row of work in a test; a queued `testJob` unless told otherwise. */
export async function aJob(studio: Studio, values: Partial<typeof jobs.$inferInsert> = {}): Promise<string> {
  const id = values.id ?? `evt_${crypto.randomUUID()}:test-job`;
  const now = studio.clock.now();
  await studio.db.insert(jobs).values({
    name: testJob.name,
    payload: JSON.stringify({ step: "one" }),
    createdAt: now,
    enqueuedAt: now,
    ...values,
    id,
  });
  return id;
}

/** The row of a job as it stands. */
export async function jobRow(studio: Studio, id: string): Promise<Job> {
  const job = await studio.db.select().from(jobs).where(eq(jobs.id, id)).get();
  if (!job) throw new Error("there is no such job");
  return job;
}

/** The same bindings with queues that keep what is sent and deliver nothing. */
export function withKeptQueues(env: Env): { env: Env; sent: { queue: string; message: Envelope }[] } {
  const sent: { queue: string; message: Envelope }[] = [];
  const queue = (name: string) =>
    ({
      async sendBatch(messages: Iterable<{ body: Envelope }>) {
        for (const { body } of messages) sent.push({ queue: name, message: body });
      },
    }) as unknown as Queue;
  return { env: { ...env, JOBS: queue("jobs"), THUMBNAILS: queue("thumbnails") }, sent };
}
