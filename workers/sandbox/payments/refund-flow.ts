import { book, platformFee } from "./booking";
import type { Change } from "./change";
import type { Kept, RefundFate } from "./objects";
import { type NewRefund, refundObject } from "./payment-objects";
import { amountTooLarge, badParameter, StripeFailure, unexpectedState } from "./stripe-failure";

/** A refund that waits is decided after so long, in seconds. */
const WAIT = 2 * 86_400;

/** A refund as it is asked for; without an amount it is all that is left. */
export interface RefundRequest extends Omit<NewRefund, "amount"> {
  amount?: number | undefined;
  /** Whether the platform gives its share of the fee back. */
  returnFee: boolean;
  /** What becomes of it, where the payment method has no will of its own. */
  fate: RefundFate;
}

/** Refunds a charge in part or in full. The sum of refunds is never above what was captured. */
export async function refundCharge(
  change: Change,
  charge: Kept<"charge">,
  request: RefundRequest,
): Promise<Kept<"refund">> {
  const { object, account } = charge;
  if (object.status !== "succeeded" || !object.captured) throw notRefundable(object.id);
  if (charge.notes.takenBack) throw disputed(object.id);
  const left = object.amount - object.amount_refunded;
  if (left <= 0) throw alreadyRefunded(object.id);
  const amount = request.amount ?? left;
  if (amount < 1) throw badParameter("amount", "parameter_invalid_integer", "Invalid positive integer");
  if (amount > left) throw amountTooLarge(amount, left, object.currency);
  const fate = charge.notes.refunds ?? request.fate;
  const refund = change.add("refund", account, (id, created) =>
    refundObject(id, created, object, { ...request, amount }),
  );
  const fee = request.returnFee ? await returnFee(change, charge, amount) : 0;
  const booked = book(change, account, {
    type: "refund",
    reportingCategory: "refund",
    amount: -amount,
    currency: object.currency,
    source: refund.object.id,
    fees: fee > 0 ? [platformFee(-fee, object.currency)] : [],
  });
  const refunded = object.amount_refunded + amount;
  change.set(charge, { amount_refunded: refunded, refunded: refunded === object.amount });
  change.set(refund, {
    balance_transaction: booked.object.id,
    status: fate === "wait" ? "pending" : "succeeded",
    ...(fate === "wait" ? { pending_reason: "processing" as const } : {}),
  });
  if (fate !== "succeed")
    change.set(refund, {}, { settles: { at: change.now + WAIT, well: fate === "wait" } });
  change.tell("refund.created", refund);
  return refund;
}

/** The charge that a refund is asked of: itself, or the one of its payment intent. @throws StripeFailure */
export async function refundedCharge(
  change: Change,
  account: string,
  asked: { charge?: string | undefined; payment_intent?: string | undefined },
): Promise<Kept<"charge">> {
  if (asked.charge !== undefined) return change.own("charge", asked.charge, account);
  const intent = await change.own("payment_intent", asked.payment_intent ?? "", account);
  const id = intent.object.latest_charge;
  const charge = typeof id === "string" ? await change.find("charge", id) : null;
  if (charge?.object.status === "succeeded") return charge;
  throw new StripeFailure(400, {
    type: "invalid_request_error",
    message: "This PaymentIntent does not have a successful charge to refund.",
    param: "payment_intent",
  });
}

/** Decides a refund that waits, or has one fail that seemed to succeed: the money is back with the studio. */
export async function settleRefund(change: Change, refund: Kept<"refund">, well: boolean): Promise<void> {
  const { object, account } = refund;
  const mayFail = object.status === "pending" || object.status === "succeeded";
  if (well ? object.status !== "pending" : !mayFail)
    throw unexpectedState("Refund", "settle", object.status ?? "unknown");
  delete refund.notes.settles;
  delete object.pending_reason;
  if (well) {
    change.set(refund, { status: "succeeded" });
    change.tell("refund.updated", refund);
    return;
  }
  const booked = book(change, account, {
    type: "refund_failure",
    reportingCategory: "refund_failure",
    amount: object.amount,
    currency: object.currency,
    source: object.id,
  });
  change.set(refund, {
    status: "failed",
    failure_reason: "expired_or_canceled_card",
    failure_balance_transaction: booked.object.id,
  });
  await takeBack(change, refund);
  change.tell("refund.failed", refund);
}

/** Only a refund that needs the buyer's doing can be cancelled; here one that waits stands for it. */
export async function cancelRefund(change: Change, refund: Kept<"refund">): Promise<void> {
  const { object, account } = refund;
  if (object.status !== "pending") throw unexpectedState("Refund", "cancel", object.status ?? "unknown");
  delete refund.notes.settles;
  delete object.pending_reason;
  const booked = book(change, account, {
    type: "refund_failure",
    reportingCategory: "refund_failure",
    amount: object.amount,
    currency: object.currency,
    source: object.id,
  });
  change.set(refund, { status: "canceled", failure_balance_transaction: booked.object.id });
  await takeBack(change, refund);
  change.tell("refund.updated", refund);
}

/** The charge counts the refund no longer. */
async function takeBack(change: Change, refund: Kept<"refund">): Promise<void> {
  const { charge: id, amount } = refund.object;
  const charge = typeof id === "string" ? await change.find("charge", id) : null;
  if (charge)
    change.set(charge, { amount_refunded: charge.object.amount_refunded - amount, refunded: false });
}

/** Gives the platform's fee back in proportion, as far as it was not given back. @returns how much */
async function returnFee(change: Change, charge: Kept<"charge">, amount: number): Promise<number> {
  const id = charge.object.application_fee;
  const fee = typeof id === "string" ? await change.find("application_fee", id) : null;
  if (!fee) {
    const message = `The charge ${charge.object.id} has no application fee to refund.`;
    throw badParameter("refund_application_fee", "parameter_invalid", message);
  }
  const { amount: asked, amount_captured: captured, amount_refunded: before } = charge.object;
  const refunded = before + amount - (asked - captured);
  const due = Math.round((fee.object.amount * refunded) / captured) - fee.object.amount_refunded;
  if (due > 0) refundFee(change, fee, due);
  return Math.max(due, 0);
}

/** Gives a part of an application fee back to the account it was taken from. */
export function refundFee(
  change: Change,
  fee: Kept<"application_fee">,
  amount: number,
  metadata: Record<string, string> = {},
): Kept<"fee_refund"> {
  const { object } = fee;
  const left = object.amount - object.amount_refunded;
  if (amount > left) throw amountTooLarge(amount, left, object.currency);
  const refund = change.add("fee_refund", "", (id, created) => ({
    id,
    object: "fee_refund",
    amount,
    balance_transaction: null,
    created,
    currency: object.currency,
    fee: object.id,
    metadata,
  }));
  const booked = book(change, "", {
    type: "application_fee_refund",
    reportingCategory: "platform_earning_refund",
    amount: -amount,
    currency: object.currency,
    source: refund.object.id,
  });
  change.set(refund, { balance_transaction: booked.object.id });
  const amountRefunded = object.amount_refunded + amount;
  change.set(fee, {
    amount_refunded: amountRefunded,
    refunded: amountRefunded === object.amount,
    refunds: { ...object.refunds, data: [refund.object, ...object.refunds.data] },
  });
  return refund;
}

function notRefundable(id: string): StripeFailure {
  return new StripeFailure(400, {
    type: "invalid_request_error",
    code: "charge_not_refundable",
    message: `Charge ${id} has not been captured, so there is nothing to refund.`,
  });
}

function alreadyRefunded(id: string): StripeFailure {
  return new StripeFailure(400, {
    type: "invalid_request_error",
    code: "charge_already_refunded",
    message: `Charge ${id} has already been refunded.`,
  });
}

function disputed(id: string): StripeFailure {
  return new StripeFailure(400, {
    type: "invalid_request_error",
    code: "charge_disputed",
    message: `Charge ${id} has been charged back; cannot issue a refund.`,
  });
}
