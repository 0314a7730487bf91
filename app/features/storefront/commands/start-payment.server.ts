import { and, eq, inArray, sql } from "drizzle-orm";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { type Attempt, beginAttempt, newAttemptId, newestAttempt, type Order } from "../attempts.server";
import { lacksOriginals } from "../gone-originals.server";
import { ASK_PROVIDER_AFTER, PAY_WITHIN } from "../model";
import { paymentMethodsOf } from "../payment-methods.server";
import { orders } from "../schema";
import { paymentAttempts } from "../schema/money";
import { closeAttempt, expireAttempt } from "./close-attempt.server";
import { openCheckout } from "./open-checkout.server";

export type StartRefusal = "paid_meanwhile" | "payment_unavailable" | "over";

/**
 * Opens another attempt to pay an order that is not paid: the checkout before it is closed first, so that there is
 * never more than one. An attempt whose answer was lost is asked for again under its own key.
 */
export async function startPayment(
  studio: Studio,
  orderId: string,
): Promise<Result<{ checkoutUrl: string }, StartRefusal>> {
  const newest = await newestAttempt(studio, orderId);
  const standing = newest ? standingOf(newest.order, studio.clock.now()) : "over";
  if (!newest || standing !== "unpaid") return refuse(standing === "unpaid" ? "over" : standing);
  const { order, attempt } = newest;
  if (attempt.state === "creating") {
    const again = await openCheckout(studio, attempt.id);
    if (again === "unreachable") return refuse("payment_unavailable");
    if (again !== "refused") return ok({ checkoutUrl: again.url });
    // Nobody has ever seen a page of it.
    await expireAttempt(studio, attempt);
  } else if (attempt.state === "open") {
    const closed = await closeAttempt(studio, newest);
    if (closed === "paid") return refuse("paid_meanwhile");
    if (closed === "unavailable") return refuse("payment_unavailable");
  }
  const next = await begin(studio, order);
  if (!next) return refuse("over");
  const opened = await openCheckout(studio, next.id);
  return typeof opened === "string" ? refuse("payment_unavailable") : ok({ checkoutUrl: opened.url });
}

/** An order that has run out can be paid as long as its time lasts: its checkout is closed to open another one. */
function standingOf({ status, payUntil }: Order, now: number): "unpaid" | StartRefusal {
  if (status === "canceled") return "over";
  if (status === "failed") return "unpaid";
  if (status === "pending" || status === "expired") return payUntil > now ? "unpaid" : "over";
  return "paid_meanwhile";
}

/** Begins an attempt, or finds the one that somebody else has begun at the same moment. */
async function begin(studio: Studio, order: Order): Promise<Attempt | null> {
  const { db, clock } = studio;
  const { id: orderId, provider, totalAmount: amount, currency } = order;
  const now = clock.now();
  const id = newAttemptId();
  const payUntil = now + PAY_WITHIN;
  const charge = provider === "stripe" ? (await paymentMethodsOf(studio)).charge : "now";
  const isUnpaid = sql`exists (select 1 from ${orders} o where o.id = ${orderId}
    and o.status in ('pending', 'expired', 'failed')) and not ${lacksOriginals(orderId)}`;
  await studio.dueBy(now + ASK_PROVIDER_AFTER);
  await db.batch([
    beginAttempt(studio, { id, orderId, provider, charge, total: { amount, currency }, payUntil }, isUnpaid),
    db
      .update(orders)
      .set({ status: "pending", checkoutRef: null, checkoutUrl: null, payUntil })
      .where(
        and(
          eq(orders.id, orderId),
          inArray(orders.status, ["pending", "expired", "failed"]),
          sql`exists (select 1 from ${paymentAttempts} where id = ${id})`,
        ),
      ),
  ]);
  const newest = await newestAttempt(studio, orderId);
  return newest && (newest.attempt.state === "creating" || newest.attempt.state === "open")
    ? newest.attempt
    : null;
}
