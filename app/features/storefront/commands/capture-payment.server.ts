import { and, eq } from "drizzle-orm";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { commit } from "../../../events/commit";
import { log } from "../../../lib/log";
import { ok, type Result, refuse } from "../../../lib/result";
import { MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { newestAttempt } from "../attempts.server";
import type { OrderStatus } from "../model/money-states";
import { providerNamed } from "../payment-methods.server";
import { paymentAttempts } from "../schema/money";
import { fulfilOrder } from "./fulfil-order.server";

export type CaptureRefusal =
  | { reason: "not_reserved" }
  /** The bank has let the money go, or the buyer has taken it back. */
  | { reason: "over" }
  | { reason: "payment_unavailable" };

/** Takes the money that was reserved for an order, which fulfils it. Asked twice, it is taken once. */
export async function capturePayment(
  studio: Studio,
  orderId: string,
): Promise<Result<{ status: OrderStatus }, CaptureRefusal>> {
  const newest = await newestAttempt(studio, orderId);
  if (newest?.order.status === "fulfilled") return ok({ status: "fulfilled" });
  if (newest?.order.status !== "authorized") return refuse({ reason: "not_reserved" });
  const { id, provider, paymentRef, checkoutRef, amount, currency } = newest.attempt;
  if (paymentRef === null || checkoutRef === null) return refuse({ reason: "not_reserved" });
  await studio.dueBy(studio.clock.now() + 2 * MINUTE);
  try {
    await providerNamed(studio, provider).capture(paymentRef, null, `order:${orderId}:capture:${id}`);
  } catch (error) {
    if (!isPaymentProviderError(error)) throw error;
    log("warn", "a payment could not be taken", {
      studioId: studio.tenant.id,
      orderId,
      reason: error.reason,
    });
    if (error.reason === "unreachable") return refuse({ reason: "payment_unavailable" });
    // What has become of it meanwhile is the provider's to say.
    const status = await fulfilOrder(studio, checkoutRef);
    if (status === "fulfilled") return ok({ status });
    return refuse({ reason: status === "authorized" ? "payment_unavailable" : "over" });
  }
  // "processing" until the order is fulfilled: from here on the sweep asks after it.
  await commit(
    studio,
    studio.db
      .update(paymentAttempts)
      .set({ state: "processing", changedAt: studio.clock.now() })
      .where(and(eq(paymentAttempts.id, id), eq(paymentAttempts.state, "authorized")))
      .returning({ id: paymentAttempts.id }),
    { audit: { action: "order.captured", subjectId: orderId, after: { amount, currency } } },
  );
  const status = (await fulfilOrder(studio, checkoutRef)) ?? "authorized";
  return ok({ status });
}
