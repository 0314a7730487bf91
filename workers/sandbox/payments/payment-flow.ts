import type Stripe from "stripe";
import { book, platformFee, providerFee } from "./booking";
import type { Change } from "./change";
import { openDispute } from "./dispute-flow";
import type { Kept } from "./objects";
import { methodDetails, type TestMethod } from "./payment-methods";
import { chargeObject, feeObject, intentObject, type NewIntent, outcomeOf } from "./payment-objects";
import { cardDeclined, type StripeFailure, unexpectedState } from "./stripe-failure";

/** A delayed method is decided after so long, in seconds. */
const DELAY = 3 * 86_400;

type Intent = Kept<"payment_intent">;
type Charge = Kept<"charge">;

/** Opens a payment intent. @param session the checkout session it is paid through, if any */
export function openIntent(change: Change, account: string, given: NewIntent, session?: string): Intent {
  return change.add(
    "payment_intent",
    account,
    (id, created) => intentObject(id, created, account, given),
    session === undefined ? {} : { session },
  );
}

/** Pays an intent. @returns why the payment method was declined, or null; a decline is stored all the same */
export async function payIntent(
  change: Change,
  intent: Intent,
  method: TestMethod,
): Promise<StripeFailure | null> {
  const { object } = intent;
  if (object.status !== "requires_payment_method" && object.status !== "requires_confirmation")
    throw unexpectedState("PaymentIntent", "confirm", object.status);
  const charge = change.add(
    "charge",
    intent.account,
    (id, created) => chargeObject(id, created, object),
    method.refunds === undefined ? {} : { refunds: method.refunds },
  );
  change.set(charge, {
    payment_method_details: methodDetails(method),
    outcome: outcomeOf(method.declineCode),
  });
  change.set(intent, {
    latest_charge: charge.object.id,
    payment_method: charge.object.payment_method,
    last_payment_error: null,
  });
  if (method.outcome === "declined")
    return decline(change, intent, charge, method.declineCode ?? "generic_decline");
  if (method.outcome === "delayed") {
    change.set(
      intent,
      { status: "processing" },
      { settles: { at: change.now + DELAY, well: method.well ?? true } },
    );
    return null;
  }
  if (object.capture_method === "manual") {
    change.set(charge, { paid: true, status: "succeeded" });
    change.set(intent, { status: "requires_capture", amount_capturable: object.amount });
    return null;
  }
  await receive(change, intent, charge, object.amount);
  if (method.disputed) openDispute(change, charge, { amount: object.amount, reason: "fraudulent" });
  return null;
}

function decline(change: Change, intent: Intent, charge: Charge, declineCode: string): StripeFailure {
  const failure = cardDeclined(declineCode, charge.object.id);
  change.set(charge, {
    status: "failed",
    failure_code: "card_declined",
    failure_message: failure.message,
  });
  change.set(intent, {
    status: "requires_payment_method",
    payment_method: null,
    last_payment_error: {
      type: "card_error",
      code: "card_declined",
      charge: charge.object.id,
      decline_code: declineCode,
      message: failure.message,
    },
  });
  return failure;
}

/** Takes the money of a charge: books it, with the fees of the provider and the platform. */
async function receive(change: Change, intent: Intent, charge: Charge, amount: number): Promise<void> {
  const { account } = intent;
  const { currency } = charge.object;
  const asked = account === "" ? 0 : (intent.object.application_fee_amount ?? 0);
  const forPlatform = Math.min(asked, amount);
  const fees = [providerFee(amount, currency, amount - forPlatform)];
  if (forPlatform > 0) fees.push(platformFee(forPlatform, currency));
  const booked = book(change, account, {
    type: "charge",
    reportingCategory: "charge",
    amount,
    currency,
    source: charge.object.id,
    fees,
    description: charge.object.description,
  });
  change.set(charge, {
    status: "succeeded",
    paid: true,
    captured: true,
    amount_captured: amount,
    balance_transaction: booked.object.id,
  });
  if (forPlatform > 0)
    change.set(charge, { application_fee: takeFee(change, account, charge.object, forPlatform) });
  change.set(intent, { status: "succeeded", amount_received: amount, amount_capturable: 0 });
  await tellSession(change, intent, { payment_status: "paid" });
}

function takeFee(change: Change, account: string, charge: Stripe.Charge, amount: number): string {
  const fee = change.add("application_fee", "", (id, created) =>
    feeObject(id, created, account, charge, amount),
  );
  const booked = book(change, "", {
    type: "application_fee",
    reportingCategory: "platform_earning",
    amount,
    currency: charge.currency,
    source: fee.object.id,
  });
  change.set(fee, { balance_transaction: booked.object.id });
  return fee.object.id;
}

/** Gives the session of an intent, if it has one, new values. */
async function tellSession(
  change: Change,
  intent: Intent,
  values: Partial<Stripe.Checkout.Session>,
): Promise<Kept<"session"> | null> {
  const id = intent.notes.session;
  const session = id === undefined ? null : await change.find("session", id);
  if (session) change.set(session, values);
  return session;
}

/**
 * Captures what was authorised, once; what is not captured is given back.
 * @param amount at most what can be captured; all of it where it is not given
 */
export async function captureIntent(
  change: Change,
  intent: Intent,
  amount?: number,
  fee?: number,
): Promise<void> {
  const { object } = intent;
  if (object.status !== "requires_capture") throw unexpectedState("PaymentIntent", "capture", object.status);
  if (fee !== undefined) change.set(intent, { application_fee_amount: fee });
  const charge = await chargeOf(change, intent);
  const captured = amount ?? object.amount_capturable;
  await receive(change, intent, charge, captured);
  change.set(charge, { amount_refunded: object.amount - captured });
  change.tell("charge.captured", charge);
}

/** Gives a payment up that has taken no money. */
export async function cancelIntent(
  change: Change,
  intent: Intent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Promise<void> {
  const { status } = intent.object;
  if (status === "succeeded" || status === "canceled" || status === "processing")
    throw unexpectedState("PaymentIntent", "cancel", status);
  if (status === "requires_capture") {
    const charge = await chargeOf(change, intent);
    change.set(charge, { refunded: true, amount_refunded: charge.object.amount });
  }
  change.set(intent, {
    status: "canceled",
    amount_capturable: 0,
    canceled_at: change.now,
    cancellation_reason: reason,
  });
  change.tell("payment_intent.canceled", intent);
}

/** Decides a payment by a delayed method. */
export async function settleIntent(change: Change, intent: Intent, well: boolean): Promise<void> {
  if (intent.object.status !== "processing")
    throw unexpectedState("PaymentIntent", "settle", intent.object.status);
  const charge = await chargeOf(change, intent);
  delete intent.notes.settles;
  if (well) {
    await receive(change, intent, charge, intent.object.amount);
    const session = await tellSession(change, intent, {});
    if (session) change.tell("checkout.session.async_payment_succeeded", session);
    return;
  }
  decline(change, intent, charge, "debit_not_authorized");
  const session = await tellSession(change, intent, {});
  if (session) change.tell("checkout.session.async_payment_failed", session);
}

async function chargeOf(change: Change, intent: Intent): Promise<Charge> {
  const id = intent.object.latest_charge;
  const charge = typeof id === "string" ? await change.find("charge", id) : null;
  if (!charge) throw new Error(`${intent.object.id} has no charge`);
  return charge;
}
