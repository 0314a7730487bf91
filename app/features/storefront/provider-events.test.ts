import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { providerEvents } from "../../db/directory-schema";
import { enqueueDue } from "../../jobs/enqueue-due";
import { jobs } from "../../jobs/schema";
import { Directory } from "../../tenancy/directory";
import type { Studio } from "../../tenancy/studio";
import { createTestStudio, env, setClock, workOff } from "../../test/create-test-studio";
import { expectErrorLog } from "../../test/error-log";
import { consumeEvent, eventOf, mailsTo, postWebhook, signed } from "../../test/sandbox";
import { setStudioStatus } from "../signup/set-studio-status.server";
import { orders } from "./schema";
import { anOrder, outcomeOf } from "./testing";

const TWENTY = Array.from({ length: 20 });

async function keptEvent(id: string) {
  const { db } = new Directory(env.DIRECTORY);
  return db.select().from(providerEvents).where(eq(providerEvents.id, id)).get();
}

/** Takes in and consumes the event of a session as somebody who changed it and can sign would post it. */
async function tellChanged(body: string, changes: Record<string, unknown>): Promise<string> {
  const id = `evt_${crypto.randomUUID().replaceAll("-", "")}`;
  await postWebhook(JSON.stringify({ ...JSON.parse(body), ...changes, id }));
  expect(await consumeEvent(id)).toBe(true);
  return id;
}

function reset(studio: Studio, id: string) {
  return studio.db.update(orders).set({ status: "pending" }).where(eq(orders.id, id));
}

test("twenty parallel deliveries of one webhook make one fulfilment, one mail and one link", async () => {
  const { studio, account, owner } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const event = await eventOf(account, order.checkoutRef);
  const signature = await signed(event.body);
  const answers = await Promise.all(TWENTY.map(() => postWebhook(event.body, signature)));
  expect(answers.map((answer) => answer.status)).toEqual(TWENTY.map(() => 200));
  const settled = await Promise.all(TWENTY.map(() => consumeEvent(event.id)));
  expect(settled).toEqual(TWENTY.map(() => true));

  await workOff(studio);
  await Promise.all(TWENTY.map(() => workOff(studio)));
  expect(await outcomeOf(studio, order.id)).toEqual({
    status: "fulfilled",
    reviewReason: null,
    entitlements: 1,
    links: 1,
    announced: ["order.fulfilled"],
  });
  expect(await studio.db.$count(jobs, eq(jobs.name, "mail-buyer"))).toBe(1);
  expect(await mailsTo(order.email)).toHaveLength(1);
  expect(await mailsTo(owner.email)).toHaveLength(1);
  expect(await keptEvent(event.id)).toMatchObject({ state: "done", account });
});

test("an event that is done is not acted on again; one that was only received is", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const event = await eventOf(account, order.checkoutRef);
  await postWebhook(event.body);
  await postWebhook(event.body);
  expect(await keptEvent(event.id)).toMatchObject({ state: "received", attempts: 0 });
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending" });
  await consumeEvent(event.id);
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled" });

  await reset(studio, order.id);
  await postWebhook(event.body);
  await consumeEvent(event.id);
  expect(await keptEvent(event.id)).toMatchObject({ state: "done", attempts: 1 });
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending" });
});

test("an event whose queue message was lost is put on the queue by cron", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const event = await eventOf(account, order.checkoutRef);
  await postWebhook(event.body);
  try {
    await setClock(10 * 60_000);
    expect((await enqueueDue(env)).providerEvents).toBeGreaterThan(0);
    const stalled = await new Directory(env.DIRECTORY).stalledProviderEvents(Date.now() + 600_000, 1000);
    expect(stalled).toContain(event.id);
  } finally {
    await setClock(0);
  }
  await consumeEvent(event.id);
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled" });
});

test("an event of an account that nobody has is done without effect", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const { body } = await eventOf(account, order.checkoutRef);
  const unknown = await tellChanged(body, { account: "acct_unknown" });
  const without = await tellChanged(body, { account: undefined });
  expect(await keptEvent(unknown)).toMatchObject({ state: "done" });
  expect(await keptEvent(without)).toMatchObject({ state: "done" });
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending", announced: [] });
});

test("an event of one studio's account about another's session changes neither", async () => {
  const a = await createTestStudio();
  const b = await createTestStudio();
  const ofA = await anOrder(a.studio, { upTo: "paid" });
  const ofB = await anOrder(b.studio, { upTo: "paid" });
  const { body } = await eventOf(b.account, ofB.checkoutRef);
  const id = await tellChanged(body, { account: a.account });
  expect(await keptEvent(id)).toMatchObject({ state: "done" });
  expect(await outcomeOf(a.studio, ofA.id)).toMatchObject({ status: "pending", announced: [] });
  expect(await outcomeOf(b.studio, ofB.id)).toMatchObject({ status: "pending", announced: [] });
});

test("what the event says of a payment counts for nothing; the session is asked for", async () => {
  const { studio, account } = await createTestStudio();
  const paid = await anOrder(studio, { upTo: "paid" });
  const unpaid = await anOrder(studio);
  const { body } = await eventOf(account, paid.checkoutRef);
  const { object } = (JSON.parse(body) as { data: { object: object } }).data;
  await tellChanged(body, { data: { object: { ...object, id: unpaid.checkoutRef } } });
  expect(await outcomeOf(studio, unpaid.id)).toMatchObject({ status: "pending", announced: [] });
  expect(await outcomeOf(studio, paid.id)).toMatchObject({ status: "pending", announced: [] });
});

test("a session of the account that is about no order of ours, and a type we do not know, are done", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const { body } = await eventOf(account, order.checkoutRef);
  const missing = await tellChanged(body, { data: { object: { id: "cs_test_none" } } });
  const otherType = await tellChanged(body, { type: "payment_intent.succeeded" });
  expect(await keptEvent(missing)).toMatchObject({ state: "done" });
  expect(await keptEvent(otherType)).toMatchObject({ state: "done" });
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending" });
});

test("an event of a suspended studio is done without effect, and the payment is found once it is back", async () => {
  const { studio, slug, account } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const directory = new Directory(env.DIRECTORY);
  const event = await eventOf(account, order.checkoutRef);
  await setStudioStatus(directory, slug, "suspended");
  await postWebhook(event.body);
  await consumeEvent(event.id);
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending" });
  await setStudioStatus(directory, slug, "active");
});

test("an event that cannot be handled now stays received and comes again", async () => {
  const { studio, account, dbRef } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const event = await eventOf(account, order.checkoutRef);
  await postWebhook(event.body);
  const directory = new Directory(env.DIRECTORY);
  const move = (to: string) =>
    env.DIRECTORY.prepare("UPDATE studios SET db_ref = ? WHERE id = ?").bind(to, studio.tenant.id).run();
  await move("STUDIO_9999");
  expect(await consumeEvent(event.id)).toBe(false);
  expectErrorLog(/a message failed/);
  expectErrorLog(/is not bound here/);
  expect(await keptEvent(event.id)).toMatchObject({ state: "received", attempts: 1 });
  await move(dbRef);
  expect(await directory.bySlug(studio.tenant.slug)).toMatchObject({ dbRef });
  expect(await consumeEvent(event.id)).toBe(true);
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled" });
});
