import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, later } from "../../../test/create-test-studio";
import { pay, pullLever, sessionsOf } from "../../../test/sandbox";
import { aGallery } from "../../galleries/testing";
import { aPhoto } from "../../ingest/testing";
import { PAY_WITHIN } from "../model";
import { orders } from "../schema";
import { paymentAttempts, refunds } from "../schema/money";
import { anOrder, booksOf, forgetCheckout, outcomeOf } from "../testing";
import { fulfilOrder } from "./fulfil-order.server";
import { placeOrder } from "./place-order.server";
import { settleOpenOrders } from "./settle-open-orders.server";
import { startPayment } from "./start-payment.server";

const refOf = (url: string) => /\/pay\/(.+)$/.exec(url)?.[1] ?? "";

/** What a tab does at the end of its checkout, with a cart that it shares with another tab. */
async function tabs(studio: Studio) {
  const gallery = await aGallery(studio);
  const photoIds = [(await aPhoto(studio, gallery.id)).id];
  return () => placeOrder(studio, { gallery, photoIds, email: "buyer@example.com", cartId: "crt_shared" });
}

async function begun(studio: Studio, orderId: string): Promise<string> {
  const started = await startPayment(studio, orderId);
  if (!started.ok) throw new Error(`refused: ${started.refusal}`);
  return started.value.checkoutUrl;
}

function attemptsOf({ db }: Studio, orderId: string) {
  return db
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, orderId))
    .orderBy(paymentAttempts.number);
}

test("of two tabs with one cart, only the later one can pay", async () => {
  const { studio } = await createTestStudio();
  const tab = await tabs(studio);
  const first = await tab();
  const second = await tab();
  if (!first.ok || !second.ok) throw new Error("refused");
  await expect(pay(first.value.checkoutUrl)).rejects.toThrow();
  expect(await outcomeOf(studio, first.value.id)).toMatchObject({ status: "expired" });
  await pay(second.value.checkoutUrl);
  expect(await fulfilOrder(studio, refOf(second.value.checkoutUrl))).toBe("fulfilled");
});

test("a tab whose cart was paid in another one is told so, and the payment is found", async () => {
  const { studio } = await createTestStudio();
  const tab = await tabs(studio);
  const first = await tab();
  if (!first.ok) throw new Error("refused");
  await pay(first.value.checkoutUrl);
  expect(await tab()).toEqual({ ok: false, refusal: { reason: "paid_meanwhile" } });
  expect(await outcomeOf(studio, first.value.id)).toMatchObject({ status: "fulfilled" });
  expect(await studio.db.$count(orders)).toBe(1);
});

test("another attempt closes the one before it, and has a number and a key of its own", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio);
  const url = await begun(studio, order.id);
  await expect(pay(order.checkoutUrl)).rejects.toThrow();
  await pay(url);
  expect(await fulfilOrder(studio, refOf(url))).toBe("fulfilled");
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("fulfilled");
  expect(await attemptsOf(studio, order.id)).toMatchObject([
    { number: 1, state: "expired" },
    { number: 2, state: "paid" },
  ]);
  expect((await sessionsOf(account)).map(({ session }) => session.status)).toEqual(["complete", "expired"]);
  expect(await startPayment(studio, order.id)).toEqual({ ok: false, refusal: "paid_meanwhile" });
});

test("attempts that are begun at once leave one page that can be paid", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio);
  await Promise.all(Array.from({ length: 5 }, () => startPayment(studio, order.id)));
  const open = (await sessionsOf(account)).filter(({ session }) => session.status === "open");
  expect(open.length).toBeLessThanOrEqual(1);
  const states = (await attemptsOf(studio, order.id)).map(({ state }) => state);
  expect(states.filter((state) => state === "open" || state === "creating").length).toBeLessThanOrEqual(1);
  const url = await begun(studio, order.id);
  await pay(url);
  expect(await fulfilOrder(studio, refOf(url))).toBe("fulfilled");
  expect(await booksOf(studio)).toEqual({ provider: 1200, sales: -1200 });
});

test("an attempt whose answer was lost is the same page when it is asked for again", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio);
  await forgetCheckout(studio, order.id);
  expect(await begun(studio, order.id)).toBe(order.checkoutUrl);
  expect(await attemptsOf(studio, order.id)).toHaveLength(1);
});

test("an order whose time is over, or that is paid meanwhile, gets no other attempt", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio);
  const after = later(studio, PAY_WITHIN + 60_000);
  await settleOpenOrders(after);
  expect(await startPayment(after, order.id)).toEqual({ ok: false, refusal: "over" });
  const paid = await anOrder(studio, { upTo: "paid" });
  expect(await startPayment(studio, paid.id)).toEqual({ ok: false, refusal: "paid_meanwhile" });
  expect(await outcomeOf(studio, paid.id)).toMatchObject({ status: "fulfilled" });
});

test("two attempts of one order that are both paid are one sale, and the second payment goes back", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio);
  await pay(order.checkoutUrl, "delayed");
  await fulfilOrder(studio, order.checkoutRef);
  // The bank refuses, so the buyer pays otherwise; and then it takes the debit after all.
  await studio.db.update(orders).set({ status: "failed" }).where(eq(orders.id, order.id));
  await studio.db
    .update(paymentAttempts)
    .set({ state: "failed" })
    .where(eq(paymentAttempts.orderId, order.id));
  const url = await begun(studio, order.id);
  await pay(url);
  const { paymentRef } = await studio.payments.retrieveCheckout(order.checkoutRef);
  await pullLever(`/payments/${paymentRef}/settle`, { outcome: "succeed" });
  const refs = Array.from({ length: 5 }, () => [order.checkoutRef, refOf(url)]).flat();
  await Promise.all(refs.map((ref) => fulfilOrder(studio, ref)));
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled", entitlements: 1, links: 1 });
  expect((await attemptsOf(studio, order.id)).map(({ state }) => state)).toEqual(["paid", "paid"]);
  expect(await studio.db.select().from(refunds)).toMatchObject([
    { amount: 1200, ofOrder: false, reason: "paid_twice", state: "succeeded" },
  ]);
  expect(await booksOf(studio)).toEqual({ provider: 1200, sales: -1200 });
  const row = await studio.db.select().from(orders).where(eq(orders.id, order.id)).get();
  expect(row).toMatchObject({ paidAmount: 1200, refundedAmount: 0 });
});
