import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { mailsTo, pay } from "../../../test/sandbox";
import { orders } from "../schema";
import { paymentAttempts, paymentSettings } from "../schema/money";
import { anOrder, booksOf, outcomeOf } from "../testing";
import { acceptPayment } from "./accept-payment.server";
import { cancelOrder } from "./cancel-order.server";
import { capturePayment } from "./capture-payment.server";
import { fulfilOrder } from "./fulfil-order.server";

/** An order of a studio that looks before it charges, with its money reserved. */
async function aReservedOrder() {
  const made = await createTestStudio();
  const { studio } = made;
  await studio.db.insert(paymentSettings).values({ id: 1, chargesAfterReview: true });
  const order = await anOrder(studio, { upTo: "paid" });
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("authorized");
  return { ...made, order };
}

const set = ({ db }: Studio, id: string, values: Partial<typeof orders.$inferInsert>) =>
  db.update(orders).set(values).where(eq(orders.id, id));

test("money that is reserved is taken once, and then the order is fulfilled", async () => {
  const { studio, order, owner } = await aReservedOrder();
  expect(await outcomeOf(studio, order.id)).toMatchObject({ entitlements: 0, links: 0 });
  await workOff(studio);
  expect((await mailsTo(owner.email))[0]?.subject).toMatch(/An order over .*12\.00 waits for you/);
  expect(await booksOf(studio)).toEqual({});
  const all = await Promise.all(Array.from({ length: 3 }, () => capturePayment(studio, order.id)));
  expect(all.some((outcome) => outcome.ok && outcome.value.status === "fulfilled")).toBe(true);
  expect(await capturePayment(studio, order.id)).toEqual({ ok: true, value: { status: "fulfilled" } });
  expect(await outcomeOf(studio, order.id)).toMatchObject({
    status: "fulfilled",
    entitlements: 1,
    announced: ["order.authorized", "order.fulfilled"],
  });
  expect(await booksOf(studio)).toEqual({ provider: 1200, sales: -1200 });
  expect(await cancelOrder(studio, order.id)).toEqual({ ok: false, refusal: { reason: "paid_meanwhile" } });
});

test("money that is reserved is let go with its order, which then takes nothing", async () => {
  const { studio, order } = await aReservedOrder();
  expect(await cancelOrder(studio, order.id)).toMatchObject({ ok: true });
  expect(await cancelOrder(studio, order.id)).toMatchObject({ ok: true });
  const [attempt] = await studio.db.select().from(paymentAttempts);
  expect(attempt?.state).toBe("canceled");
  expect(await studio.payments.retrievePayment(attempt?.paymentRef ?? "")).toMatchObject({
    state: "canceled",
  });
  expect(await capturePayment(studio, order.id)).toEqual({ ok: false, refusal: { reason: "not_reserved" } });
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("canceled");
  expect(await booksOf(studio)).toEqual({});
});

test("what was let go on the provider's own pages cannot be taken", async () => {
  const { studio, order } = await aReservedOrder();
  const [attempt] = await studio.db.select().from(paymentAttempts);
  await studio.payments.cancel(attempt?.paymentRef ?? "", "on its pages");
  expect(await capturePayment(studio, order.id)).toEqual({ ok: false, refusal: { reason: "over" } });
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "canceled", entitlements: 0 });
});

test("an order that is given up can no longer be paid; one that is paid is not given up", async () => {
  const { studio } = await createTestStudio();
  const unpaid = await anOrder(studio);
  expect(await cancelOrder(studio, unpaid.id)).toMatchObject({ ok: true });
  await expect(pay(unpaid.checkoutUrl)).rejects.toThrow();
  expect(await fulfilOrder(studio, unpaid.checkoutRef)).toBe("canceled");
  expect(await studio.db.select().from(paymentAttempts)).toMatchObject([{ state: "canceled" }]);
  const paid = await anOrder(studio, { upTo: "paid" });
  expect(await cancelOrder(studio, paid.id)).toEqual({ ok: false, refusal: { reason: "paid_meanwhile" } });
  expect(await outcomeOf(studio, paid.id)).toMatchObject({ status: "fulfilled" });
});

test("a payment under review is accepted only once it is what the order costs", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  await set(studio, order.id, { totalAmount: 1300 });
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("review");
  expectErrorLog(/a payment does not match its order/);
  expect(await acceptPayment(studio, order.id)).toEqual({
    ok: false,
    refusal: { reason: "amount", received: { amount: 1200, currency: "EUR" } },
  });
  await set(studio, order.id, { totalAmount: 1200 });
  expect(await acceptPayment(studio, order.id)).toMatchObject({ ok: true });
  expect(await acceptPayment(studio, order.id)).toEqual({ ok: false, refusal: { reason: "not_in_review" } });
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled", entitlements: 1, links: 1 });
  expect(await booksOf(studio)).toEqual({ provider: 1200, sales: -1200 });
});
