import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { providerEvents, studios } from "../db/directory-schema";
import { HOUR, MINUTE } from "../lib/time";
import { Directory } from "../tenancy/directory";
import { createTestStudio, env, setClock } from "../test/create-test-studio";
import { enqueueDue } from "./enqueue-due";
import { withKeptQueues } from "./testing";

const directory = new Directory(env.DIRECTORY);

async function setDue(slug: string, values: { nextDueAt: number; status?: "suspended" }): Promise<void> {
  await directory.db.update(studios).set(values).where(eq(studios.slug, slug));
}

/** Ids of the studios that a tick of cron wants swept. */
async function sweptByTick(): Promise<string[]> {
  const { env: kept, sent } = withKeptQueues(env);
  await enqueueDue(kept);
  return sent.flatMap(({ queue, message }) =>
    queue === "jobs" && message.type === "sweep" ? message.studioId : [],
  );
}

test("cron has the active studios swept that are due, and no others", async () => {
  const now = Date.now();
  const [due, resting, suspended] = [
    await createTestStudio(),
    await createTestStudio(),
    await createTestStudio(),
  ];
  await setDue(due.slug, { nextDueAt: now - 1 });
  await setDue(resting.slug, { nextDueAt: now + HOUR });
  await setDue(suspended.slug, { nextDueAt: now - 1, status: "suspended" });
  const swept = await sweptByTick();
  expect(swept).toContain(due.studio.tenant.id);
  expect(swept).not.toContain(resting.studio.tenant.id);
  expect(swept).not.toContain(suspended.studio.tenant.id);
});

test("cron goes by the product's clock", async () => {
  const { slug, studio } = await createTestStudio();
  await setDue(slug, { nextDueAt: Date.now() + HOUR });
  await setClock(2 * HOUR);
  try {
    expect(await sweptByTick()).toContain(studio.tenant.id);
  } finally {
    await setClock(0);
  }
});

test("cron asks again for provider events that were received and not dealt with for a minute", async () => {
  const now = Date.now();
  const event = (id: string, receivedAt: number, state: "received" | "done" | "failed" = "received") => ({
    id: `evt_${id}_${now}`,
    type: "checkout.session.completed",
    receivedAt,
    state,
  });
  const stalled = event("stalled", now - 2 * MINUTE);
  const events = [
    stalled,
    event("fresh", now),
    event("done", now - 2 * MINUTE, "done"),
    event("failed", now - 2 * MINUTE, "failed"),
  ];
  await directory.db.insert(providerEvents).values(events);
  const { env: kept, sent } = withKeptQueues(env);
  const counts = await enqueueDue(kept);
  const ids = events.map(({ id }) => id);
  await directory.db.delete(providerEvents).where(inArray(providerEvents.id, ids));
  const asked = sent.flatMap(({ message }) => (message.type === "provider_event" ? message.id : []));
  expect(asked.filter((id) => ids.includes(id))).toEqual([stalled.id]);
  expect(counts.providerEvents).toBe(asked.length);
});
