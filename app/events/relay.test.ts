import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { defineJob } from "../jobs/define-job";
import { jobs } from "../jobs/schema";
import type { JobMessage, QueueName, Studio } from "../tenancy/studio";
import { createTestStudio } from "../test/create-test-studio";
import { expectErrorLog } from "../test/error-log";
import { relay } from "./relay";
import { outbox } from "./schema";
import { on } from "./subscriptions";

const payload = z.object({ galleryId: z.string() });
const mail = defineJob({ name: "test-mail", queue: "jobs", payload });
const draw = defineJob({
  name: "test-draw",
  queue: "thumbnails",
  payload: z.object({ picture: z.string() }),
});

const subscriptions = [
  on("gallery.expired", mail, (happened) => happened),
  on("gallery.expired", draw, ({ galleryId }) => ({ picture: `of ${galleryId}` })),
];

/** A studio whose queues keep what is sent, or refuse it. */
async function scene({ queuesFail = false } = {}) {
  const { studio } = await createTestStudio();
  const sent: { queue: QueueName; messages: JobMessage[] }[] = [];
  const queues = {
    async send(queue: QueueName, messages: JobMessage[]) {
      if (queuesFail) throw new Error("the queue is down");
      sent.push({ queue, messages });
    },
  };
  return { studio: { ...studio, queues }, sent };
}

async function announce(studio: Studio, ids: string[], name = "gallery.expired"): Promise<void> {
  for (const [i, id] of ids.entries())
    await studio.db.insert(outbox).values({ id, name, payload: `{"galleryId":"gal_${id}"}`, happenedAt: i });
}

const jobIds = async (studio: Studio) =>
  (await studio.db.select({ id: jobs.id }).from(jobs).orderBy(asc(jobs.id))).map((job) => job.id);

test("an event becomes one job for each subscription, and a message on its queue", async () => {
  const { studio, sent } = await scene();
  await announce(studio, ["evt_1"]);
  await relay(studio, subscriptions);
  const rows = await studio.db.select().from(jobs).orderBy(asc(jobs.name));
  expect(rows).toMatchObject([
    { id: "evt_1:test-draw", name: "test-draw", payload: '{"picture":"of gal_evt_1"}', state: "queued" },
    { id: "evt_1:test-mail", name: "test-mail", payload: '{"galleryId":"gal_evt_1"}', attempts: 0 },
  ]);
  const studioId = studio.tenant.id;
  expect(sent).toEqual([
    { queue: "jobs", messages: [{ type: "job", studioId, id: "evt_1:test-mail", name: "test-mail" }] },
    { queue: "thumbnails", messages: [{ type: "job", studioId, id: "evt_1:test-draw", name: "test-draw" }] },
  ]);
});

test("an event is relayed once, one after the other or many times at once", async () => {
  const { studio } = await scene();
  await announce(studio, ["evt_1", "evt_2"]);
  await Promise.all(Array.from({ length: 5 }, () => relay(studio, subscriptions)));
  await relay(studio, subscriptions);
  expect(await jobIds(studio)).toEqual([
    "evt_1:test-draw",
    "evt_1:test-mail",
    "evt_2:test-draw",
    "evt_2:test-mail",
  ]);
});

test("a job that has been done is not made anew when its event is relayed again", async () => {
  const { studio } = await scene();
  await announce(studio, ["evt_1"]);
  await relay(studio, subscriptions);
  await studio.db.update(jobs).set({ state: "done" });
  await studio.db.update(outbox).set({ relayedAt: null });
  await relay(studio, subscriptions);
  const states = await studio.db.select({ state: jobs.state }).from(jobs);
  expect(states).toEqual([{ state: "done" }, { state: "done" }]);
});

test("more events than one transaction holds are all relayed", async () => {
  const { studio, sent } = await scene();
  const ids = Array.from({ length: 60 }, (_, i) => `evt_${String(i).padStart(2, "0")}`);
  await announce(studio, ids);
  await relay(studio, subscriptions);
  expect(await studio.db.$count(jobs)).toBe(120);
  expect(sent.flatMap(({ messages }) => messages)).toHaveLength(120);
  const waiting = (await studio.db.select().from(outbox)).filter((event) => event.relayedAt === null);
  expect(waiting).toEqual([]);
});

test("an event that nobody listens to is done with", async () => {
  const { studio, sent } = await scene();
  await announce(studio, ["evt_1"], "order.fulfilled");
  await relay(studio, subscriptions);
  expect(await jobIds(studio)).toEqual([]);
  expect(sent).toEqual([]);
  expect(await studio.db.select().from(outbox)).toMatchObject([{ relayedAt: expect.any(Number) }]);
});

test("messages that cannot be sent cost time only: the rows stand for the sweep to find", async () => {
  const { studio } = await scene({ queuesFail: true });
  await announce(studio, ["evt_1"]);
  await expect(relay(studio, subscriptions)).rejects.toThrow("the queue is down");
  expect(await jobIds(studio)).toEqual(["evt_1:test-draw", "evt_1:test-mail"]);
  expect(await studio.db.select({ state: jobs.state }).from(jobs)).toEqual([
    { state: "queued" },
    { state: "queued" },
  ]);
});

test("an event that cannot be read is logged and does not hold up the others", async () => {
  const { studio } = await scene();
  const happenedAt = 0;
  await studio.db.insert(outbox).values([
    { id: "evt_0", name: "gallery.expired", payload: "{", happenedAt },
    { id: "evt_1", name: "gallery.expired", payload: '{"galleryId":7}', happenedAt },
  ]);
  await announce(studio, ["evt_2"]);
  await relay(studio, subscriptions);
  expect(await jobIds(studio)).toEqual(["evt_2:test-draw", "evt_2:test-mail"]);
  expectErrorLog(/an event could not be read.*evt_[01]/);
});
