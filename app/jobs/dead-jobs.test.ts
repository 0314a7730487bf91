import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { on } from "../events/subscriptions";
import { galleries } from "../features/galleries/schema";
import { aGallery } from "../features/galleries/testing";
import { createTestStudio } from "../test/create-test-studio";
import { countJobs, listJobs, retryDeadJob } from "./dead-jobs";
import type { JobDefinition } from "./define-job";
import { aJob, jobRow, testJob } from "./testing";

const subscribed = (job: JobDefinition<{ step: string }>) => [
  on("gallery.expired", job, () => ({ step: "one" })),
];

test("jobs are listed by their state, the newest first, and counted", async () => {
  const { studio } = await createTestStudio();
  const older = await aJob(studio, { state: "dead", createdAt: 1, lastError: "the disk is full" });
  const newer = await aJob(studio, { state: "dead", createdAt: 2 });
  await aJob(studio);
  expect(await listJobs(studio.db, "dead", 10)).toMatchObject([
    { id: newer },
    { id: older, lastError: "the disk is full", payload: '{"step":"one"}' },
  ]);
  expect(await listJobs(studio.db, "dead", 1)).toHaveLength(1);
  expect(await countJobs(studio.db)).toEqual({ queued: 1, running: 0, done: 0, dead: 2 });
});

test("a dead job is queued again with all its attempts", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio, { state: "dead", attempts: 5, lastError: "the disk is full" });
  expect(await retryDeadJob(studio.db, subscribed(testJob), id)).toBe("retried");
  expect(await jobRow(studio, id)).toMatchObject({
    state: "queued",
    attempts: 0,
    enqueuedAt: 0,
    lastError: null,
  });
});

test("a job that is not dead, or not there, is left as it is", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio, { state: "done", attempts: 1 });
  expect(await retryDeadJob(studio.db, subscribed(testJob), id)).toBe("not_dead");
  expect(await jobRow(studio, id)).toMatchObject({ state: "done", attempts: 1 });
  expect(await retryDeadJob(studio.db, subscribed(testJob), "evt_none")).toBe("unknown");
});

test("a job finds its work waiting again, or stays dead when that has moved on", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const reviving = (name: string) =>
    subscribed({
      ...testJob,
      revive: (db) => db.update(galleries).set({ name: "Revived" }).where(sql`${galleries.name} = ${name}`),
    });
  const id = await aJob(studio, { state: "dead", attempts: 5 });
  expect(await retryDeadJob(studio.db, reviving("Another"), id)).toBe("moved_on");
  expect(await jobRow(studio, id)).toMatchObject({ state: "dead", attempts: 5 });
  expect(await retryDeadJob(studio.db, reviving(gallery.name), id)).toBe("retried");
  expect(await studio.db.select({ name: galleries.name }).from(galleries)).toEqual([{ name: "Revived" }]);
});
