import type { Change } from "./change";
import type { CreateParams } from "./checkout-params";
import type { Kept } from "./objects";
import { openIntent, payIntent } from "./payment-flow";
import type { TestMethod } from "./payment-methods";
import { customerDetails } from "./session-object";
import { StripeFailure } from "./stripe-failure";

/** What became of a try to pay: `closed` where the session was no longer open, at `expires_at` or before. */
export type PayOutcome = "paid" | "declined" | "closed";

/** Pays an open session. A card can be declined before there is an address. A delayed method completes it too: its payment is decided later. */
export async function paySession(
  change: Change,
  session: Kept<"session">,
  email: string | null,
  method: TestMethod,
): Promise<PayOutcome> {
  const { object } = session;
  if (object.status !== "open" || object.expires_at <= change.now) return "closed";
  const customer_details = email === null ? null : customerDetails(email);
  if (object.amount_total === 0) {
    change.set(session, { status: "complete", url: null, customer_details });
    change.tell("checkout.session.completed", session);
    return "paid";
  }
  const intent = await intentOf(change, session, email);
  change.set(session, { payment_intent: intent.object.id });
  const declined = await payIntent(change, intent, method);
  if (declined) return "declined";
  change.set(session, { status: "complete", url: null, customer_details });
  change.tell("checkout.session.completed", session);
  return "paid";
}

/** The payment intent of a session: made at the first try, and used again at the next. */
async function intentOf(
  change: Change,
  session: Kept<"session">,
  email: string | null,
): Promise<Kept<"payment_intent">> {
  const { object, account, notes } = session;
  const known = object.payment_intent;
  const found = typeof known === "string" ? await change.find("payment_intent", known) : null;
  if (found) return found;
  const data = (notes.params as CreateParams).payment_intent_data ?? {};
  return openIntent(
    change,
    account,
    {
      amount: object.amount_total ?? 0,
      currency: object.currency ?? "",
      applicationFee: data.application_fee_amount,
      captureMethod: data.capture_method ?? "automatic_async",
      description: data.description,
      metadata: data.metadata,
      receiptEmail: data.receipt_email ?? email ?? undefined,
    },
    object.id,
  );
}

/**
 * Closes an open session, whether or not its time has come.
 * @throws StripeFailure 400 where it is not open
 */
export function expireSession(change: Change, session: Kept<"session">): void {
  const { object } = session;
  if (object.status !== "open") {
    throw new StripeFailure(400, {
      type: "invalid_request_error",
      message:
        'Only Checkout Sessions with a status in ["open"] can be expired. ' +
        `This Session has a status of \`${object.status}\`.`,
      param: "session",
    });
  }
  change.set(session, { status: "expired", url: null });
  change.tell("checkout.session.expired", session);
}
