import { and, eq, inArray, sql } from "drizzle-orm";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { commit } from "../../../events/commit";
import { log } from "../../../lib/log";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { newestAttempt, type Paying } from "../attempts.server";
import { providerNamed } from "../payment-methods.server";
import { orders } from "../schema";
import { paymentAttempts } from "../schema/money";
import { closeAttempt } from "./close-attempt.server";
import { fulfilOrder } from "./fulfil-order.server";

export type CancelRefusal =
  | { reason: "paid_meanwhile" }
  /** It was given up before, or its money is with a bank. */
  | { reason: "over" }
  | { reason: "payment_unavailable" };

/**
 * Gives an order up that is not paid: its checkout is closed, and what was reserved for it is let go, at the provider
 * first. An order that is paid is refunded instead.
 */
export async function cancelOrder(
  studio: Studio,
  orderId: string,
): Promise<Result<{ status: "canceled" }, CancelRefusal>> {
  const newest = await newestAttempt(studio, orderId);
  if (newest?.order.status === "canceled") return ok({ status: "canceled" });
  if (newest?.order.status !== "pending" && newest?.order.status !== "authorized")
    return refuse({ reason: newest?.order.status === "fulfilled" ? "paid_meanwhile" : "over" });
  const refusal =
    newest.order.status === "authorized" ? await letGo(studio, newest) : await close(studio, newest);
  if (refusal) return refuse({ reason: refusal });
  const { db, clock } = studio;
  const { status: before } = newest.order;
  const canceled = await commit(
    studio,
    db
      .update(orders)
      .set({ status: "canceled", checkoutUrl: null })
      // Closing its checkout may have had it expire.
      .where(and(eq(orders.id, orderId), inArray(orders.status, ["pending", "authorized", "expired"])))
      .returning({ id: orders.id }),
    {
      audit: {
        action: "order.canceled",
        subjectId: orderId,
        before: { status: before },
        after: { status: "canceled" },
      },
    },
    {
      after: [
        db
          .update(paymentAttempts)
          .set({ state: "canceled", checkoutUrl: null, changedAt: clock.now() })
          .where(
            and(
              eq(paymentAttempts.orderId, orderId),
              // Closing its checkout has had the newest one expire.
              sql`(${inArray(paymentAttempts.state, ["creating", "open", "authorized"])}
                or ${eq(paymentAttempts.id, newest.attempt.id)} and ${eq(paymentAttempts.state, "expired")})`,
              sql`exists (select 1 from ${orders} where id = ${orderId} and status = 'canceled')`,
            ),
          ),
      ],
    },
  );
  if (canceled.length > 0) return ok({ status: "canceled" });
  const now = await newestAttempt(studio, orderId);
  return now?.order.status === "canceled" ? ok({ status: "canceled" }) : refuse({ reason: "paid_meanwhile" });
}

async function close(studio: Studio, newest: Paying): Promise<CancelRefusal["reason"] | null> {
  if (newest.attempt.state !== "creating" && newest.attempt.state !== "open") return null;
  const outcome = await closeAttempt(studio, newest);
  if (outcome === "unavailable") return "payment_unavailable";
  return outcome === "paid" ? "paid_meanwhile" : null;
}

async function letGo(studio: Studio, { attempt }: Paying): Promise<CancelRefusal["reason"] | null> {
  const { paymentRef, checkoutRef, orderId, provider } = attempt;
  if (paymentRef === null || checkoutRef === null) return null;
  try {
    await providerNamed(studio, provider).cancel(paymentRef, `order:${orderId}:cancel:${attempt.id}`);
    return null;
  } catch (error) {
    if (!isPaymentProviderError(error)) throw error;
    log("warn", "a payment could not be let go", {
      studioId: studio.tenant.id,
      orderId,
      reason: error.reason,
    });
    if (error.reason === "unreachable") return "payment_unavailable";
    const status = await fulfilOrder(studio, checkoutRef);
    return status === "fulfilled" ? "paid_meanwhile" : status === "authorized" ? "payment_unavailable" : null;
  }
}
