import { and, eq, inArray, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { log } from "../../../lib/log";
import { type Instant, MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { ASK_PROVIDER_AFTER } from "../model";
import { orders } from "../schema";
import { fulfilOrder } from "./fulfil-order.server";

const ORDERS_A_SWEEP = 50;
const ASK_AGAIN_AFTER = 5 * MINUTE;

/**
 * Finds orders that were paid without anybody telling us, and gives up those whose time to pay has passed.
 * A session that can no longer be paid is closed at the provider first, so that nobody pays for nothing.
 * Returns when to look again.
 */
export async function settleOpenOrders(studio: Studio): Promise<Instant | null> {
  const now = studio.clock.now();
  const isOpen = inArray(orders.status, ["pending", "processing"]);
  await studio.db
    .update(orders)
    .set({ status: "expired" })
    .where(and(eq(orders.status, "pending"), isNull(orders.checkoutRef), lt(orders.payUntil, now)));
  const waiting = await studio.db
    .select({
      id: orders.id,
      checkoutRef: orders.checkoutRef,
      payUntil: orders.payUntil,
      status: orders.status,
    })
    .from(orders)
    .where(and(isOpen, isNotNull(orders.checkoutRef), lte(orders.createdAt, now - ASK_PROVIDER_AFTER)))
    // In no order, so that orders nobody can settle do not keep the others from being asked about.
    .orderBy(sql`random()`)
    .limit(ORDERS_A_SWEEP);
  for (const order of waiting) {
    if (order.checkoutRef) await settle(studio, { ...order, checkoutRef: order.checkoutRef }, now);
  }
  const left = await studio.db.select({ id: orders.id }).from(orders).where(isOpen).limit(1).get();
  return left ? now + ASK_AGAIN_AFTER : null;
}

async function settle(
  studio: Studio,
  order: { id: string; checkoutRef: string; payUntil: Instant },
  now: Instant,
): Promise<void> {
  try {
    if (order.payUntil < now) await studio.payments.expireCheckout(order.checkoutRef);
    await fulfilOrder(studio, order.checkoutRef);
  } catch (error) {
    if (!isPaymentProviderError(error)) throw error;
    log("warn", "the provider could not be asked about an order", {
      studioId: studio.tenant.id,
      orderId: order.id,
      reason: error.reason,
    });
    if (error.reason === "missing" && order.payUntil < now) {
      const isUnpaid = and(eq(orders.id, order.id), eq(orders.status, "pending"));
      await studio.db.update(orders).set({ status: "expired" }).where(isUnpaid);
    }
  }
}
