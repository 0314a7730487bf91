import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "../../events/schema";
import { DAY } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { createTestStudio } from "../../test/create-test-studio";
import { pullLever } from "../../test/sandbox";
import { entitlements } from "../downloads/schema";
import { confirmTransfer } from "./commands/confirm-transfer.server";
import { mendPeriod } from "./commands/mend-difference.server";
import { refundOrder } from "./commands/refund-order.server";
import { settleMoney } from "./index.server";
import { reconcile } from "./reconcile.server";
import { orders } from "./schema";
import { disputes, ledgerEntries, paymentAttempts, refunds } from "./schema/money";
import { anOrder, aTransferOrder, outcomeOf } from "./testing";

const around = ({ clock }: Studio) => ({ from: clock.now() - DAY, until: clock.now() + DAY });

const found = async (studio: Studio) =>
  (await reconcile(studio, around(studio))).differences.map(({ kind, mend }) => [kind, mend?.by]);

/** Mends all that can be, which then leaves nothing; answers what was mended. */
async function mendAll(studio: Studio) {
  const { mended, left } = await mendPeriod(studio, around(studio));
  expect(left.differences).toEqual([]);
  return mended.map(({ kind }) => kind).sort();
}

/** An order that is paid and whose fees are told, so that nothing about it is open. */
async function aSettledOrder(studio: Studio) {
  const order = await anOrder(studio, { upTo: "fulfilled" });
  await settleMoney(studio);
  const row = await studio.db.select().from(orders).where(eq(orders.id, order.id)).get();
  return { ...order, paymentRef: row?.paymentRef ?? "", total: row?.totalAmount ?? 0 };
}

const lineOf = async (studio: Studio, orderId: string) =>
  (await studio.db.select().from(entitlements).where(eq(entitlements.orderId, orderId)).get())?.lineId ?? "";

test("what was bought, refunded, paid by transfer and left unpaid agrees everywhere", async () => {
  const { studio } = await createTestStudio();
  const order = await aSettledOrder(studio);
  const lines = [{ lineId: await lineOf(studio, order.id), amount: 100 }];
  await refundOrder(studio, order.id, { lines, shipping: 0, reason: "quality", note: "" });
  await anOrder(studio);
  const transfer = await aTransferOrder(studio);
  await confirmTransfer(studio, transfer.id, { amount: transfer.total.amount, receivedOn: "2026-11-20" });
  const { checked, differences } = await reconcile(studio, around(studio));
  expect(differences).toEqual([]);
  expect(checked).toMatchObject({ orders: 3, payments: 2, refunds: 1, disputes: 0, entitlements: 2 });
});

test("a payment that nobody told us of is found, and mended into a fulfilled order", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  expect(await found(studio)).toEqual([["payment_untold", "fulfil"]]);
  expect(await mendAll(studio)).toContain("payment_untold");
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled", entitlements: 1 });
  const acts = await studio.db.select().from(auditLog).where(eq(auditLog.action, "order.mended"));
  expect(acts.map(({ details }) => JSON.parse(details).after.by)).toContain("fulfil");
});

test("a refund on the provider's own pages and a dispute are found and mended, downloads and books with them", async () => {
  const { studio } = await createTestStudio();
  const refunded = await aSettledOrder(studio);
  const disputed = await aSettledOrder(studio);
  await pullLever(`/charges/${refunded.paymentRef}/refund`, {});
  await pullLever(`/charges/${disputed.paymentRef}/dispute`, {});
  expect((await found(studio)).sort()).toEqual([
    ["dispute_unknown", "dispute"],
    ["refund_unknown", "refund"],
  ]);
  expect(await mendAll(studio)).toEqual(["dispute_unknown", "refund_unknown"]);
  const withheld = await studio.db.select().from(entitlements);
  expect(withheld.find(({ orderId }) => orderId === refunded.id)?.refundedAt).not.toBeNull();
  expect(withheld.find(({ orderId }) => orderId === disputed.id)?.disputedAt).not.toBeNull();
  const dispute = await studio.db.select().from(disputes).get();
  await pullLever(`/disputes/${dispute?.providerRef}`, { outcome: "won" });
  expect(await found(studio)).toEqual([["dispute_state", "dispute"]]);
  expect(await mendAll(studio)).toEqual(["dispute_state"]);
});

test("whatever is bent by hand is found, and all of it that can be is mended", async () => {
  const { studio } = await createTestStudio();
  const order = await aSettledOrder(studio);
  const { db } = studio;
  await db.update(entitlements).set({ refundedAt: 1 }).where(eq(entitlements.orderId, order.id));
  await db.update(orders).set({ refundedAmount: 5 }).where(eq(orders.id, order.id));
  expect((await found(studio)).sort()).toEqual([
    ["entitlement_withheld", "restore"],
    ["refunded_amount", "refunded_amount"],
  ]);
  expect(await mendAll(studio)).toEqual(["entitlement_withheld", "refunded_amount"]);
  const row = await db.select().from(orders).where(eq(orders.id, order.id)).get();
  expect(row?.refundedAmount).toBe(0);
});

test("an order of before there was a ledger gets its entries, dated when it was sold", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const { paymentRef } = await studio.payments.retrieveCheckout(order.checkoutRef);
  const fulfilledAt = studio.clock.now() - DAY / 2;
  const { db } = studio;
  const ofOrder = eq(orders.id, order.id);
  await db
    .update(orders)
    .set({ status: "fulfilled", paidAmount: sql`total_amount`, fulfilledAt, paymentRef })
    .where(ofOrder);
  await db
    .update(paymentAttempts)
    .set({ state: "paid", paymentRef })
    .where(eq(paymentAttempts.orderId, order.id));
  expect(await found(studio)).toEqual([
    ["entry_missing", "entry"],
    ["entry_missing", "fees"],
  ]);
  expect(await mendAll(studio)).toEqual(["entry_missing", "entry_missing"]);
  const sale = await db.select().from(ledgerEntries).where(eq(ledgerEntries.kind, "sale")).get();
  expect(sale?.happenedAt).toBe(fulfilledAt);
});

test("an order that says it is paid while its payment is not there is told to a person and left alone", async () => {
  const { studio } = await createTestStudio();
  const order = await aSettledOrder(studio);
  await studio.db
    .update(paymentAttempts)
    .set({ paymentRef: "pi_elsewhere" })
    .where(eq(paymentAttempts.orderId, order.id));
  const before = await studio.db.select().from(ledgerEntries);
  const { mended, left } = await mendPeriod(studio, around(studio));
  expect(mended).toEqual([]);
  expect(left.differences.map(({ kind }) => kind)).toContain("payment_missing");
  expect(await studio.db.select().from(ledgerEntries)).toEqual(before);
});

test("a refund that only we know of is told to a person", async () => {
  const { studio } = await createTestStudio();
  const order = await aSettledOrder(studio);
  const lines = [{ lineId: await lineOf(studio, order.id), amount: 100 }];
  await refundOrder(studio, order.id, { lines, shipping: 0, reason: "buyer", note: "" });
  const made = await studio.db.select().from(refunds).get();
  await studio.db.update(refunds).set({ providerRef: "re_none" });
  expect((await found(studio)).map(([kind]) => kind)).toContain("refund_missing");
  await studio.db.update(refunds).set({ providerRef: made?.providerRef ?? null });
  expect(await found(studio)).toEqual([]);
});

test("another month has nothing of this one", async () => {
  const { studio } = await createTestStudio();
  await aSettledOrder(studio);
  const from = studio.clock.now() - 60 * DAY;
  const { checked, differences } = await reconcile(studio, { from, until: from + 30 * DAY });
  expect(differences).toEqual([]);
  expect(checked.orders).toBe(0);
});
