import type { AppLoadContext } from "@remix-run/cloudflare";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { CheckoutSession } from "../../../adapters/payments/payment-provider";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { consumeEvent, eventOf, mailsTo, pay, postWebhook } from "../../../test/sandbox";
import { checkoutReturnPath } from "../paths";
import { loader as checkoutReturn } from "../routes/checkout-return";
import { orders } from "../schema";
import { anOrder, booksOf, forgetCheckout, outcomeOf, type TestOrder } from "../testing";
import { fulfilOrder } from "./fulfil-order.server";

const FULFILLED_ONCE = {
  status: "fulfilled",
  reviewReason: null,
  entitlements: 1,
  links: 1,
  announced: ["order.fulfilled"],
};
const NOTHING_YET = { entitlements: 0, links: 0, announced: [] };

/** What the provider's webhook brings about: the event is taken in at the door and consumed from the queue. */
async function tell(account: string, order: TestOrder): Promise<void> {
  const event = await eventOf(account, order.checkoutRef);
  expect((await postWebhook(event.body)).status).toBe(200);
  await consumeEvent(event.id);
}

/** The buyer's browser coming back from the provider; returns the answer. */
async function comeBack(studio: Studio, orderId: string, ref: string, cookies: string[] = []) {
  const request = new Request(`${studio.tenant.origin}${checkoutReturnPath(orderId)}?session=${ref}`);
  const context = { studio, setCookie: (header: string) => cookies.push(header) };
  const args = { request, params: { orderId }, context: context as unknown as AppLoadContext };
  return checkoutReturn(args).catch((thrown: unknown) => thrown as Response) as Promise<Response>;
}

/** The same studio whose provider gives sessions that differ from the sandbox's. */
function withSession(studio: Studio, changes: Partial<CheckoutSession>): Studio {
  const { payments } = studio;
  const retrieveCheckout = async (ref: string) => ({ ...(await payments.retrieveCheckout(ref)), ...changes });
  return { ...studio, payments: { ...payments, retrieveCheckout } };
}

function change(studio: Studio, id: string, values: Partial<typeof orders.$inferInsert>) {
  return studio.db.update(orders).set(values).where(eq(orders.id, id));
}

test("an order is fulfilled once when the webhook comes before the buyer", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  await tell(account, order);
  expect(await outcomeOf(studio, order.id)).toEqual(FULFILLED_ONCE);
  await comeBack(studio, order.id, order.checkoutRef);
  expect(await outcomeOf(studio, order.id)).toEqual(FULFILLED_ONCE);
});

test("an order is fulfilled once when the buyer comes back before the webhook", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const cookies: string[] = [];
  const answer = await comeBack(studio, order.id, order.checkoutRef, cookies);
  expect(answer.headers.get("location")).toBe(`/orders/${order.id}`);
  expect(cookies.join()).toContain(`buyer-${order.id}=${order.buyerToken}`);
  expect(await outcomeOf(studio, order.id)).toEqual(FULFILLED_ONCE);
  await tell(account, order);
  expect(await outcomeOf(studio, order.id)).toEqual(FULFILLED_ONCE);
});

test("an order is fulfilled once when webhook and buyer come at the same time", async () => {
  const { studio, account, owner } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const returns = Array.from({ length: 5 }, () => comeBack(studio, order.id, order.checkoutRef));
  await Promise.all([tell(account, order), ...returns]);
  expect(await outcomeOf(studio, order.id)).toEqual(FULFILLED_ONCE);
  await workOff(studio);
  expect(await mailsTo(order.email)).toHaveLength(1);
  expect(await mailsTo(owner.email)).toHaveLength(1);
});

test("a session that belongs to another order lets nobody in and gives no key", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const other = await anOrder(studio);
  const cookies: string[] = [];
  expect((await comeBack(studio, other.id, order.checkoutRef, cookies)).status).toBe(404);
  expect((await comeBack(studio, order.id, "", cookies)).status).toBe(404);
  expect(cookies).toEqual([]);
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending", ...NOTHING_YET });
});

test("the buyer's mail holds the link, and the owner hears of the sale", async () => {
  const { studio, owner } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "fulfilled" });
  await workOff(studio);
  const [mail] = await mailsTo(order.email);
  expect(mail?.text).toMatch(new RegExp(`${studio.tenant.origin}/d/[\\w-]{32}`));
  expect((await mailsTo(owner.email))[0]?.subject).toMatch(/You sold photos for .*12\.00/);
});

test("coming back without having paid changes nothing", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio);
  await comeBack(studio, order.id, order.checkoutRef);
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("pending");
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending", ...NOTHING_YET });
});

test("a payment that is confirmed but not there yet waits, and is fulfilled when it arrives", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  expect(await fulfilOrder(withSession(studio, { paid: false }), order.checkoutRef)).toBe("processing");
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "processing", ...NOTHING_YET });
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("fulfilled");
  expect(await outcomeOf(studio, order.id)).toEqual(FULFILLED_ONCE);
});

test("an expired session expires its order", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio);
  await studio.payments.expireCheckout(order.checkoutRef);
  await tell(account, order);
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "expired", ...NOTHING_YET });
  await expect(pay(order.checkoutUrl)).rejects.toThrow();
});

test("a payment outruns an expiry that was noted already", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  await change(studio, order.id, { status: "expired", checkoutUrl: null });
  await tell(account, order);
  expect(await outcomeOf(studio, order.id)).toEqual(FULFILLED_ONCE);
});

test("an order whose session was never noted is found by its reference", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  await forgetCheckout(studio, order.id);
  await tell(account, order);
  expect(await outcomeOf(studio, order.id)).toEqual(FULFILLED_ONCE);
  const row = await studio.db.select().from(orders).where(eq(orders.id, order.id)).get();
  expect(row?.checkoutRef).toBe(order.checkoutRef);
});

test("a second session that claims an order by reference does not fulfil it", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio);
  const forged = await studio.payments.createCheckout({
    orderId: order.id,
    studioId: studio.tenant.id,
    email: order.email,
    currency: "EUR",
    lines: [{ name: "x", amount: 100, quantity: 1 }],
    platformFee: 0,
    successUrl: `${studio.tenant.origin}/?session={CHECKOUT_SESSION_ID}`,
    cancelUrl: studio.tenant.origin,
    payUntil: studio.clock.now() + 3_600_000,
    idempotencyKey: crypto.randomUUID(),
  });
  await pay(forged.url ?? "");
  expect(await fulfilOrder(studio, forged.ref)).toBeNull();
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending", ...NOTHING_YET });
});

test.each([
  { difference: "amount", values: { totalAmount: 1300 } },
  { difference: "currency", values: { currency: "USD" } },
])("a payment of another $difference goes to a person, who is told", async ({ difference, values }) => {
  const { studio, account, owner } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  await change(studio, order.id, values);
  await tell(account, order);
  await tell(account, order);
  expectErrorLog(/a payment does not match its order/);
  const announced = ["order.needs_review"];
  expect(await outcomeOf(studio, order.id)).toEqual({
    ...NOTHING_YET,
    status: "review",
    reviewReason: difference,
    announced,
  });
  await workOff(studio);
  const told = await mailsTo(owner.email);
  expect(told.map((mail) => mail.subject)).toEqual(["A payment needs a look"]);
  expect(await mailsTo(order.email)).toEqual([]);
});

test("a sale is in the books once, by its lines", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  await Promise.all(Array.from({ length: 5 }, () => fulfilOrder(studio, order.checkoutRef)));
  expect(await booksOf(studio)).toEqual({ provider: 1200, sales: -1200 });
});

test("money that does not fit its order is on hold", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  await change(studio, order.id, { totalAmount: 1300 });
  for (let times = 0; times < 2; times += 1)
    expect(await fulfilOrder(studio, order.checkoutRef)).toBe("review");
  expectErrorLog(/a payment does not match its order/);
  expect(await booksOf(studio)).toEqual({ provider: 1200, held: -1200 });
});

test("a payment made for another order, or with money that is not real, goes to a person", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const elsewhere = withSession(studio, { reference: "ord_00000000000000000000000000" });
  expect(await fulfilOrder(elsewhere, order.checkoutRef)).toBe("review");
  expectErrorLog(/"difference":"reference"/);
  const second = await anOrder(studio, { upTo: "paid" });
  expect(await fulfilOrder(withSession(studio, { live: true }), second.checkoutRef)).toBe("review");
  expectErrorLog(/"difference":"livemode"/);
  for (const { id } of [order, second]) {
    expect(await outcomeOf(studio, id)).toMatchObject({ status: "review", entitlements: 0, links: 0 });
  }
});
