import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { log } from "../../../lib/log";
import type { Money } from "../../../lib/money";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { attemptOfCheckout, newestAttempt } from "../attempts.server";
import { isLackingOriginals } from "../gone-originals.server";
import { providerNamed } from "../payment-methods.server";
import { claimOrder } from "./claim-order.server";

export type AcceptRefusal =
  | { reason: "not_in_review" }
  /** What is there is not what the order costs: give it back, or have the rest sent. */
  | { reason: "amount"; received: Money }
  /** What was bought has been deleted: the money can only go back. */
  | { reason: "originals_gone" }
  | { reason: "payment_unavailable" };

/**
 * Fulfils an order whose payment a member has found right after all. What the provider has of it now must be what the
 * order costs, to the minor unit, and real money where money is real: that nobody can wave through.
 */
export async function acceptPayment(
  studio: Studio,
  orderId: string,
): Promise<Result<{ status: "fulfilled" }, AcceptRefusal>> {
  const newest = await newestAttempt(studio, orderId);
  const { order } = newest ?? {};
  if (order?.status !== "review" || order.checkoutRef === null || order.paymentRef === null)
    return refuse({ reason: "not_in_review" });
  const paying = await attemptOfCheckout(studio, order.checkoutRef);
  if (!paying) return refuse({ reason: "not_in_review" });
  try {
    const payment = await providerNamed(studio, paying.attempt.provider).retrievePayment(order.paymentRef);
    const received = { amount: payment.received - payment.refunded, currency: payment.total.currency };
    const fits =
      payment.live === studio.payments.live &&
      received.currency === order.currency &&
      received.amount === order.totalAmount;
    if (!fits) return refuse({ reason: "amount", received });
  } catch (error) {
    if (!isPaymentProviderError(error)) throw error;
    log("warn", "a payment could not be looked at", {
      studioId: studio.tenant.id,
      orderId,
      reason: error.reason,
    });
    return refuse({ reason: "payment_unavailable" });
  }
  const isDone = await claimOrder(studio, orderId, {
    from: ["review"],
    action: "order.accepted",
    paid: { attempt: paying.attempt, ref: order.checkoutRef, paymentRef: order.paymentRef },
    paidFrom: "held",
  });
  if (isDone) return ok({ status: "fulfilled" });
  if (await isLackingOriginals(studio, orderId)) return refuse({ reason: "originals_gone" });
  const now = await newestAttempt(studio, orderId);
  return now?.order.status === "fulfilled"
    ? ok({ status: "fulfilled" })
    : refuse({ reason: "not_in_review" });
}
