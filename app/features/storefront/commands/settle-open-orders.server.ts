import { and, eq, inArray, isNotNull, isNull, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { log } from "../../../lib/log";
import { type Instant, MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import type { Attempt } from "../attempts.server";
import { ASK_PROVIDER_AFTER } from "../model";
import { providerNamed } from "../payment-methods.server";
import { orders } from "../schema";
import { paymentAttempts } from "../schema/money";
import { expireAttempt } from "./close-attempt.server";
import { fulfilOrder } from "./fulfil-order.server";

const ATTEMPTS_A_SWEEP = 50;
const ASK_AGAIN_AFTER = 5 * MINUTE;

/**
 * Finds payments that nobody told us about, and gives up orders whose time to pay has passed. A session that can no
 * longer be paid, or whose order is settled, is closed at the provider first, so that nobody pays for nothing.
 * Returns when to look again.
 */
export async function settleOpenOrders(studio: Studio): Promise<Instant | null> {
  const { db, clock } = studio;
  const now = clock.now();
  // One that was never noted has no page that anybody has seen.
  const unnoted = await db
    .select({ id: paymentAttempts.id, orderId: paymentAttempts.orderId })
    .from(paymentAttempts)
    .where(and(isOpen, isNull(paymentAttempts.checkoutRef), lt(paymentAttempts.payUntil, now)))
    .limit(ATTEMPTS_A_SWEEP);
  for (const attempt of unnoted) await expireAttempt(studio, attempt);
  const waiting = await db
    .select({ attempt: paymentAttempts, status: orders.status })
    .from(paymentAttempts)
    .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
    .where(
      and(
        isOpen,
        isNotNull(paymentAttempts.checkoutRef),
        or(lte(paymentAttempts.createdAt, now - ASK_PROVIDER_AFTER), ne(orders.status, "pending")),
      ),
    )
    // In no order, so that those nobody can settle do not keep the others from being asked about.
    .orderBy(sql`random()`)
    .limit(ATTEMPTS_A_SWEEP);
  for (const { attempt, status } of waiting) {
    const isOver = attempt.payUntil < now || (attempt.state === "open" && status !== "pending");
    await settle(studio, attempt, isOver);
  }
  const left = await db.select({ id: paymentAttempts.id }).from(paymentAttempts).where(isOpen).limit(1).get();
  return left ? now + ASK_AGAIN_AFTER : null;
}

/** Spelled like the index of attempts that are not settled, which is all that is read for it. */
const isOpen: SQL | undefined = and(
  isNull(paymentAttempts.settledAt),
  inArray(paymentAttempts.state, ["creating", "open", "processing"]),
);

async function settle(studio: Studio, attempt: Attempt, isOver: boolean): Promise<void> {
  const { checkoutRef, orderId } = attempt;
  if (checkoutRef === null) return;
  try {
    if (isOver) await providerNamed(studio, attempt.provider).expireCheckout(checkoutRef);
    await fulfilOrder(studio, checkoutRef);
  } catch (error) {
    if (!isPaymentProviderError(error)) throw error;
    log("warn", "the provider could not be asked about an order", {
      studioId: studio.tenant.id,
      orderId,
      reason: error.reason,
    });
    if (error.reason === "missing" && isOver) await expireAttempt(studio, attempt);
  }
}
