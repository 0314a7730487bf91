import type Stripe from "stripe";
import type { Change } from "./change";
import type { CreateParams } from "./checkout-params";
import type { Kept } from "./objects";
import { checkFee, closingTime, totalOf } from "./pricing";
import { sessionObject } from "./session-object";

/** A checkout session with what it was made with. Times are seconds since the epoch, by the product's clock. */
export interface SessionRecord {
  id: string;
  /** The connected account it belongs to; "" is the platform. */
  account: string;
  session: Stripe.Checkout.Session;
  status: "open" | "complete" | "expired";
  params: CreateParams;
  currency: string;
  /** The total in minor units. */
  amount: number;
  /** Known once it is paid. */
  buyerEmail: string | null;
  paymentIntent: string | null;
  created: number;
  expiresAt: number;
}

export function sessionRecord({ account, object, notes }: Kept<"session">): SessionRecord {
  return {
    id: object.id,
    account,
    session: object,
    status: object.status as SessionRecord["status"],
    params: notes.params as CreateParams,
    currency: object.currency ?? "",
    amount: object.amount_total ?? 0,
    buyerEmail: object.status === "complete" ? (object.customer_details?.email ?? null) : null,
    paymentIntent: typeof object.payment_intent === "string" ? object.payment_intent : null,
    created: object.created,
    expiresAt: object.expires_at,
  };
}

/**
 * Opens a session.
 * @throws StripeFailure 400 for amounts, fees and expiries that Stripe refuses.
 */
export function openSession(change: Change, account: string, params: CreateParams): Kept<"session"> {
  const total = totalOf(params.line_items);
  checkFee(params.payment_intent_data?.application_fee_amount, total, account);
  const expiresAt = closingTime(params.expires_at, change.now);
  return change.add(
    "session",
    account,
    (id, created) => sessionObject(id, created, expiresAt, total, params, `${change.origin}/pay/${id}`),
    { params },
  );
}

/** Where the buyer goes after paying. Only the literal `{CHECKOUT_SESSION_ID}` is replaced, as at Stripe. */
export function successAddress(session: SessionRecord): string {
  return new URL(session.params.success_url.replaceAll("{CHECKOUT_SESSION_ID}", session.id)).href;
}
