import { afterEach, expect, test } from "vitest";
import { anOrder, outcomeOf } from "../../features/storefront/testing";
import { DAY } from "../../lib/time";
import { createTestStudio, setClock } from "../create-test-studio";
import { consumeEvent, eventsOf, pay, postWebhook, pullLever, switchSandboxFaults } from "../sandbox";

afterEach(async () => {
  await setClock(0);
  await switchSandboxFaults({ drop: false });
});

const FULFILLED_ONCE = { status: "fulfilled", entitlements: 1, links: 1, announced: ["order.fulfilled"] };

/** Takes an event in at the door, and has the queue deal with it. */
async function deliver(event: { id: string; body: string }): Promise<void> {
  expect((await postWebhook(event.body)).status).toBe(200);
  expect(await consumeEvent(event.id)).toBe(true);
}

/** An order that is paid by a debit which the bank has decided, and its two events, oldest first. */
async function aDelayedOrder(choice: "delayed" | "delayed-fail") {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio);
  await pay(order.checkoutUrl, choice);
  // Set at the sandbox itself, which then brings about what the time has brought.
  await pullLever("/clock", { offsetMs: 4 * DAY });
  const events = (await eventsOf(account, order.checkoutRef)).reverse();
  await setClock(0);
  return { studio, order, events };
}

test("the events of a delayed payment may come in any order and three times each", async () => {
  const { studio, order, events } = await aDelayedOrder("delayed");
  expect(events.map(({ type }) => type)).toEqual([
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
  ]);
  for (const event of [...events].reverse()) for (let times = 0; times < 3; times += 1) await deliver(event);
  expect(await outcomeOf(studio, order.id)).toMatchObject(FULFILLED_ONCE);
});

test.each(["in order", "reversed"])("a delayed payment that fails gives nothing away, %s", async (how) => {
  const { studio, order, events } = await aDelayedOrder("delayed-fail");
  expect(events).toHaveLength(2);
  for (const event of how === "reversed" ? events.reverse() : events) await deliver(event);
  expect(await outcomeOf(studio, order.id)).toMatchObject({
    status: "failed",
    entitlements: 0,
    announced: [],
  });
});

test("all events of a payment at once, 25 times each, are one fulfilment", async () => {
  const { studio, order, events } = await aDelayedOrder("delayed");
  const all = Array.from({ length: 25 }, () => events).flat();
  await Promise.all(all.map((event) => postWebhook(event.body)));
  await Promise.all(all.map((event) => consumeEvent(event.id)));
  expect(await outcomeOf(studio, order.id)).toMatchObject(FULFILLED_ONCE);
});

test("an expiry that is told of after the payment takes nothing back", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "fulfilled" });
  const [completed] = await eventsOf(account, order.checkoutRef);
  const expired = completed?.body.replace("checkout.session.completed", "checkout.session.expired") ?? "";
  const id = `evt_${crypto.randomUUID().replaceAll("-", "")}`;
  await deliver({ id, body: expired.replace(completed?.id ?? "", id) });
  expect(await outcomeOf(studio, order.id)).toMatchObject(FULFILLED_ONCE);
});
