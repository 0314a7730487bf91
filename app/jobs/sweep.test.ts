import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { studios } from "../db/directory-schema";
import { commit } from "../events/commit";
import { galleries } from "../features/galleries/schema";
import { aGallery } from "../features/galleries/testing";
import { DAY, HOUR, MINUTE } from "../lib/time";
import { Directory } from "../tenancy/directory";
import type { JobMessage, Studio } from "../tenancy/studio";
import { createTestStudio, env, later, reopen } from "../test/create-test-studio";
import { subscriptions } from "../wiring/subscribers";
import { LEASE } from "./run-job";
import { jobs } from "./schema";
import { type SweepTask, sweepStudio } from "./sweep";
import { aJob, jobRow, testJob } from "./testing";

const directory = new Directory(env.DIRECTORY);

/** A studio whose queues keep what is sent: nothing arrives anywhere, as after a restart. */
function keepingQueues(studio: Studio): { studio: Studio; sent: JobMessage[] } {
  const sent: JobMessage[] = [];
  const queues = { send: async (_: string, messages: JobMessage[]) => void sent.push(...messages) };
  return { studio: { ...studio, queues }, sent };
}

async function sweep(studio: Studio, ...tasks: SweepTask[]): Promise<number> {
  const entry = await directory.byId(studio.tenant.id);
  if (!entry) throw new Error("there is no such studio");
  const queues = new Map([
    [testJob.name, testJob.queue],
    ...subscriptions.map(({ job }) => [job.name, job.queue] as const),
  ]);
  await sweepStudio(studio, entry, directory, { subscriptions, queues, tasks });
  return (await directory.byId(studio.tenant.id))?.nextDueAt ?? 0;
}

test("an event that nobody sent on is sent on by the sweep", async () => {
  const { studio, sent } = keepingQueues((await createTestStudio()).studio);
  const { id } = await aGallery(studio);
  const change = studio.db.update(galleries).set({ name: "Other" }).where(eq(galleries.id, id)).returning();
  await commit(studio, change, { event: { name: "gallery.expired", payload: { galleryId: id } } });
  expect(await studio.db.select().from(jobs)).toEqual([]);
  await sweep(studio);
  const [job] = await studio.db.select().from(jobs);
  expect(job).toMatchObject({ name: "mail-gallery-expired", payload: JSON.stringify({ galleryId: id }) });
  expect(sent).toMatchObject([{ id: job?.id, studioId: studio.tenant.id }]);
});

test("a job whose message was lost is put on its queue again, once in three minutes", async () => {
  const { studio, sent } = keepingQueues((await createTestStudio()).studio);
  const id = await aJob(studio);
  await sweep(studio);
  expect(sent).toEqual([]);
  await sweep(later(studio, 4 * MINUTE));
  expect(sent).toEqual([{ type: "job", studioId: studio.tenant.id, id, name: testJob.name }]);
  await sweep(later(studio, 5 * MINUTE));
  expect(sent).toHaveLength(1);
  await sweep(later(studio, 8 * MINUTE));
  expect(sent).toHaveLength(2);
});

test("a job whose Worker was killed is put on its queue again when its lease is over", async () => {
  const { studio, sent } = keepingQueues((await createTestStudio()).studio);
  const id = await aJob(studio, { state: "running", attempts: 1, leaseUntil: studio.clock.now() + LEASE });
  await sweep(later(studio, LEASE - MINUTE));
  expect(sent).toEqual([]);
  await sweep(later(studio, LEASE + MINUTE));
  expect(sent).toMatchObject([{ id }]);
});

test("jobs that are done or dead are left in peace", async () => {
  const { studio, sent } = keepingQueues((await createTestStudio()).studio);
  for (const state of ["done", "dead"] as const) await aJob(studio, { state });
  await sweep(later(studio, DAY));
  expect(sent).toEqual([]);
});

test("a job that waits for its next try is not hurried", async () => {
  const { studio, sent } = keepingQueues((await createTestStudio()).studio);
  await aJob(studio, { attempts: 4, enqueuedAt: studio.clock.now() + 5 * MINUTE });
  await sweep(later(studio, 4 * MINUTE));
  expect(sent).toEqual([]);
});

test("a job that was queued by a clock set back since is put on its queue again", async () => {
  const { studio, sent } = keepingQueues((await createTestStudio()).studio);
  const id = await aJob(later(studio, 14 * DAY));
  await sweep(studio);
  expect(sent).toMatchObject([{ id }]);
  expect((await jobRow(studio, id)).enqueuedAt).toBeLessThanOrEqual(studio.clock.now());
});

test("more jobs than one message batch holds are all found", async () => {
  const { studio, sent } = keepingQueues((await createTestStudio()).studio);
  const ids = await Promise.all(Array.from({ length: 120 }, () => aJob(studio)));
  await sweep(later(studio, 4 * MINUTE));
  expect(new Set(sent.map((message) => message.id))).toEqual(new Set(ids));
});

test("a studio with nothing open is looked into again after an hour, with open work after three minutes", async () => {
  const { slug } = await createTestStudio();
  const studio = await reopen(slug);
  const now = studio.clock.now();
  const resting = await sweep(studio);
  expect(resting).toBeGreaterThanOrEqual(now + HOUR);
  expect(resting).toBeLessThanOrEqual(studio.clock.now() + HOUR);
  await aJob(studio);
  const working = await sweep(studio);
  expect(working).toBeGreaterThanOrEqual(now + 3 * MINUTE);
  expect(working).toBeLessThanOrEqual(studio.clock.now() + 3 * MINUTE);
});

test("the earliest date that a feature asks for decides when to look again", async () => {
  const { studio } = await createTestStudio();
  const soon = studio.clock.now() + 10 * MINUTE;
  const next = await sweep(
    studio,
    async () => null,
    async () => soon + MINUTE,
    async () => soon,
  );
  expect(next).toBe(soon);
});

test("what became due during a sweep is not overlooked", async () => {
  const { studio, slug } = await createTestStudio();
  await directory.db.update(studios).set({ nextDueAt: studio.clock.now() }).where(eq(studios.slug, slug));
  const next = await sweep(studio, async () => {
    await directory.lowerDue(studio.tenant.id, 1234);
    return null;
  });
  expect(next).toBe(1234);
});
