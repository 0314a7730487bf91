import { and, eq, inArray, sql } from "drizzle-orm";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { log } from "../../../lib/log";
import type { Studio } from "../../../tenancy/studio";
import { attemptById, type Paying } from "../attempts.server";
import { providerNamed } from "../payment-methods.server";
import { orders } from "../schema";
import { paymentAttempts } from "../schema/money";
import { fulfilOrder } from "./fulfil-order.server";

/**
 * Sees to it that an attempt can no longer be paid: at the provider first, so that nobody pays for nothing.
 *
 * @returns "paid" when it was, or when its money is on its way; "unavailable" when the provider cannot be asked
 */
export async function closeAttempt(
  studio: Studio,
  { attempt }: Paying,
): Promise<"closed" | "paid" | "unavailable"> {
  const { checkoutRef } = attempt;
  if (checkoutRef === null) {
    await expireAttempt(studio, attempt);
    return "closed";
  }
  try {
    const session = await providerNamed(studio, attempt.provider).expireCheckout(checkoutRef);
    // A transfer of which a part has arrived cannot be closed.
    if (session.state === "open") return "paid";
    await fulfilOrder(studio, checkoutRef);
    const now = await attemptById(studio, attempt.id);
    return now && IS_OVER.has(now.attempt.state) ? "closed" : "paid";
  } catch (error) {
    if (!isPaymentProviderError(error)) throw error;
    if (error.reason === "missing") {
      await expireAttempt(studio, attempt);
      return "closed";
    }
    log("warn", "a checkout could not be closed", {
      studioId: studio.tenant.id,
      orderId: attempt.orderId,
      reason: error.reason,
    });
    return "unavailable";
  }
}

const IS_OVER = new Set(["expired", "failed", "canceled"]);

/** Notes that an attempt has run out that the provider knows nothing of, and its order with it. */
export async function expireAttempt(
  { db, clock }: Studio,
  { id, orderId }: Pick<Paying["attempt"], "id" | "orderId">,
): Promise<void> {
  const isLeft = sql`exists (select 1 from ${paymentAttempts} where order_id = ${orderId}
    and state in ('creating', 'open', 'processing', 'authorized'))`;
  await db.batch([
    db
      .update(paymentAttempts)
      .set({ state: "expired", checkoutUrl: null, changedAt: clock.now() })
      .where(and(eq(paymentAttempts.id, id), inArray(paymentAttempts.state, ["creating", "open"]))),
    db
      .update(orders)
      .set({ status: "expired", checkoutUrl: null })
      .where(and(eq(orders.id, orderId), eq(orders.status, "pending"), sql`not ${isLeft}`)),
  ]);
}
