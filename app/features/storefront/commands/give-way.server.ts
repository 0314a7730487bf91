import { and, eq } from "drizzle-orm";
import type { Studio } from "../../../tenancy/studio";
import { newestAttempt } from "../attempts.server";
import { orders } from "../schema";
import { closeAttempt } from "./close-attempt.server";

/** Orders of one cart that wait for their payment; there is one at a time, unless two tabs were very quick. */
const ORDERS_OF_A_CART = 5;

/**
 * Has the orders that were placed from a cart before and are not paid make room for a new one, so that what is in the
 * cart is not paid twice.
 *
 * @returns "paid_meanwhile" where one of them turns out to be paid
 */
export async function giveWay(
  studio: Studio,
  cartId: string,
): Promise<"free" | "paid_meanwhile" | "payment_unavailable"> {
  const waiting = await studio.db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.status, "pending"), eq(orders.cartId, cartId)))
    .limit(ORDERS_OF_A_CART);
  return closeOrders(
    studio,
    waiting.map(({ id }) => id),
  );
}

/**
 * Sees to it that orders that wait for their payment can no longer be paid.
 *
 * @returns "paid_meanwhile" where one of them turns out to be paid
 */
export async function closeOrders(
  studio: Studio,
  ids: readonly string[],
): Promise<"free" | "paid_meanwhile" | "payment_unavailable"> {
  for (const id of ids) {
    const newest = await newestAttempt(studio, id);
    const outcome = newest && (await closeAttempt(studio, newest));
    if (outcome === "paid") return "paid_meanwhile";
    if (outcome === "unavailable") return "payment_unavailable";
  }
  return "free";
}
