import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { DAY, MINUTE } from "../../../lib/time";
import { createTestStudio, later, workOff } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { mailsTo, pullLever, switchSandboxFaults } from "../../../test/sandbox";
import { reconcile } from "../reconcile.server";
import { orders } from "../schema";
import { refunds } from "../schema/money";
import { anOrder, aTransferOrder, booksOf, outcomeOf } from "../testing";
import { acceptPayment } from "./accept-payment.server";
import { confirmTransfer } from "./confirm-transfer.server";
import { fulfilOrder } from "./fulfil-order.server";
import { markRefundSent } from "./mark-refund-sent.server";
import { returnHeld } from "./return-held.server";
import { settleMoney } from "./settle-money.server";
import { settleOpenOrders } from "./settle-open-orders.server";
import { takeRefund } from "./take-refund.server";

afterEach(() => switchSandboxFaults({ refunds: "succeed", lost: null, answer: null }));

/** An order over 13.00 for which 12.00 were paid. */
async function anOrderInReview() {
  const made = await createTestStudio();
  const { studio } = made;
  const order = await anOrder(studio, { upTo: "paid" });
  await studio.db.update(orders).set({ totalAmount: 1300 }).where(eq(orders.id, order.id));
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("review");
  expectErrorLog(/a payment does not match its order/);
  await settleMoney(studio);
  const row = await studio.db.select().from(orders).where(eq(orders.id, order.id)).get();
  return { ...made, order, paymentRef: row?.paymentRef ?? "" };
}

const differences = async (studio: Parameters<typeof reconcile>[0]) => {
  const now = studio.clock.now();
  return (await reconcile(studio, { from: now - DAY, until: now + DAY })).differences;
};

test("what was paid for an order under review goes back from where it is held, once, and ends it", async () => {
  const { studio, order, paymentRef } = await anOrderInReview();
  expect(await booksOf(studio)).toMatchObject({ held: -1200 });
  const all = await Promise.all(Array.from({ length: 5 }, () => returnHeld(studio, order.id)));
  expect(all.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await studio.payments.retrievePayment(paymentRef)).toMatchObject({ refunded: 1200 });
  expect(await studio.db.select().from(refunds)).toMatchObject([
    { amount: 1200, state: "succeeded", reason: "review", ofOrder: false },
  ]);
  expect(await booksOf(studio)).not.toHaveProperty("held");
  expect(await booksOf(studio)).not.toHaveProperty("sales");
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "canceled", entitlements: 0 });
  expect(await acceptPayment(studio, order.id)).toMatchObject({ refusal: { reason: "not_in_review" } });
  expect(await returnHeld(studio, order.id)).toMatchObject({ refusal: { reason: "not_in_review" } });
  expect(await differences(studio)).toEqual([]);
  await workOff(studio);
  expect((await mailsTo(order.email)).map(({ text }) => text).join()).toContain("did not fit your order");
});

test("the same key is the same refund, and one whose answer was lost is asked for again", async () => {
  const { studio, order, paymentRef } = await anOrderInReview();
  await switchSandboxFaults({ answer: { status: 503, times: 3, method: "POST", path: "/v1/refunds" } });
  const first = await returnHeld(studio, order.id, { key: "one" });
  expect(first).toMatchObject({ ok: true, value: { state: "requested" } });
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "review" });
  await switchSandboxFaults({ answer: null });
  await settleMoney(later(studio, 5 * MINUTE));
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "canceled" });
  expect(await returnHeld(studio, order.id, { key: "one" })).toMatchObject({
    ok: true,
    value: { refundId: first.ok ? first.value.refundId : "", state: "succeeded" },
  });
  expect((await studio.payments.retrievePayment(paymentRef)).refunded).toBe(1200);
});

test("a refund of held money that fails afterwards brings the review back", async () => {
  const { studio, order } = await anOrderInReview();
  await returnHeld(studio, order.id);
  const [refund] = await studio.db.select().from(refunds);
  await pullLever(`/refunds/${refund?.providerRef}/settle`, { outcome: "fail" });
  expect(await takeRefund(studio, refund?.providerRef ?? "")).toBe("failed");
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "review" });
  expect(await booksOf(studio)).toMatchObject({ held: -1200 });
  expect(await returnHeld(studio, order.id)).toMatchObject({ ok: true });
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "canceled" });
});

test("a review ends as well when all of its money is given back on the provider's own pages", async () => {
  const { studio, order, paymentRef } = await anOrderInReview();
  const part = await pullLever<{ id: string }>(`/charges/${paymentRef}/refund`, { amount: 700 });
  await takeRefund(studio, part.id);
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "review" });
  const rest = await pullLever<{ id: string }>(`/charges/${paymentRef}/refund`, {});
  await takeRefund(studio, rest.id);
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "canceled" });
  expect(await differences(studio)).toEqual([]);
});

test("a part of a transfer goes back and ends its order; what comes after that is not taken for it", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  const day = { receivedOn: "2026-11-20" };
  await confirmTransfer(studio, order.id, { amount: 500, ...day });
  expect(await returnHeld(studio, order.id)).toMatchObject({ ok: true, value: { state: "pending" } });
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "canceled", entitlements: 0 });
  expect(await booksOf(studio)).toEqual({});
  const rest = await confirmTransfer(studio, order.id, { amount: order.total.amount - 500, ...day });
  expect(rest).toEqual({ ok: false, refusal: { reason: "not_transfer" } });
  expect(await returnHeld(studio, order.id)).toMatchObject({ refusal: { reason: "not_in_review" } });
  const [refund, ...others] = await studio.db.select().from(refunds);
  expect([refund?.amount, refund?.ofOrder, others.length]).toEqual([500, false, 0]);
  await markRefundSent(studio, order.id, refund?.id ?? "");
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "canceled" });
  expect(await booksOf(studio)).toEqual({});
  expect(await differences(studio)).toEqual([]);
  await settleOpenOrders(later(studio, 30 * DAY));
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "canceled" });
});

test("of the rest that arrives and the part that goes back at the same time, one counts", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  const day = { receivedOn: "2026-11-20" };
  await confirmTransfer(studio, order.id, { amount: 500, ...day });
  const rest = order.total.amount - 500;
  await Promise.all([
    returnHeld(studio, order.id),
    confirmTransfer(studio, order.id, { amount: rest, ...day }),
    returnHeld(studio, order.id),
  ]);
  const { status } = await outcomeOf(studio, order.id);
  const { bank = 0, held = 0 } = await booksOf(studio);
  expect(held).toBe(0);
  expect([status, bank]).toEqual(
    status === "fulfilled" ? ["fulfilled", order.total.amount] : ["canceled", 0],
  );
  expect(await differences(studio)).toEqual([]);
});

test("money of an order that was sold, or that nothing was paid for, is not given back this way", async () => {
  const { studio } = await createTestStudio();
  const sold = await anOrder(studio, { upTo: "fulfilled" });
  const unpaid = await anOrder(studio);
  for (const { id } of [sold, unpaid])
    expect(await returnHeld(studio, id)).toEqual({ ok: false, refusal: { reason: "not_in_review" } });
  expect(await studio.db.$count(refunds)).toBe(0);
});
