import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "../../../events/schema";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio } from "../../../test/create-test-studio";
import { orderLines, orders } from "../schema";
import { refunds } from "../schema/money";
import { anOrder, aTransferOrder, booksOf } from "../testing";
import { confirmTransfer } from "./confirm-transfer.server";
import { markRefundSent } from "./mark-refund-sent.server";
import { refundOrder } from "./refund-order.server";

/** Gives back all that is left of an order's lines. */
async function refundWhole(studio: Studio, orderId: string) {
  const lines = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, orderId));
  const refunded = await refundOrder(studio, orderId, {
    lines: lines.map(({ id, amount }) => ({ lineId: id, amount })),
    shipping: 0,
    reason: "buyer",
    note: "",
  });
  if (!refunded.ok) throw new Error(`the refund was refused: ${refunded.refusal.reason}`);
  return refunded.value;
}

test("a refund by transfer waits for a member, is sent once, and the books are empty again", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  await confirmTransfer(studio, order.id, { amount: order.total.amount, receivedOn: "2026-11-20" });
  const refunded = await refundWhole(studio, order.id);
  expect(refunded.state).toBe("pending");
  await markRefundSent(studio, order.id, refunded.refundId);
  await markRefundSent(studio, order.id, refunded.refundId);
  const row = await studio.db.select().from(refunds).where(eq(refunds.id, refunded.refundId)).get();
  expect(row?.state).toBe("succeeded");
  const paid = await studio.db.select().from(orders).where(eq(orders.id, order.id)).get();
  expect(paid).toMatchObject({ refundedAmount: order.total.amount });
  expect(Object.values(await booksOf(studio)).every((sum) => sum === 0)).toBe(true);
  const told = await studio.db.select().from(auditLog).where(eq(auditLog.action, "order.refund_sent"));
  expect(told).toHaveLength(1);
});

test("a refund that is another order's is not there to be marked, and one by card is not a member's to send", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  await confirmTransfer(studio, order.id, { amount: order.total.amount, receivedOn: "2026-11-20" });
  const byTransfer = await refundWhole(studio, order.id);
  const card = await anOrder(studio, { upTo: "fulfilled" });
  const byCard = await refundWhole(studio, card.id);
  await expect(markRefundSent(studio, card.id, byTransfer.refundId)).rejects.toMatchObject({
    type: "not_found",
  });
  expect(await markRefundSent(studio, card.id, byCard.refundId)).toEqual({
    ok: false,
    refusal: { reason: "not_transfer" },
  });
  await expect(markRefundSent(studio, order.id, "ref_none")).rejects.toMatchObject({ type: "not_found" });
  const row = await studio.db.select().from(refunds).where(eq(refunds.id, byTransfer.refundId)).get();
  expect(row?.state).toBe("pending");
});
