import type { CreateParams } from "./checkout-params";
import { objectId } from "./object-id";
import { checkFee, closingTime, totalOf } from "./pricing";

/** A checkout session as the sandbox keeps it. Times are seconds since the epoch, by the product's clock. */
export interface SessionRecord {
  id: string;
  /** The connected account it belongs to; "" is the platform. */
  account: string;
  status: "open" | "complete" | "expired";
  params: CreateParams;
  currency: string;
  /** The total in minor units. */
  amount: number;
  /** The sandbox's own scheme and host, as the creator reached it. */
  origin: string;
  /** Known once it is paid. */
  buyerEmail: string | null;
  paymentIntent: string | null;
  created: number;
  expiresAt: number;
}

/** The columns of a SessionRecord as D1 returns them. */
export interface SessionRow extends Omit<SessionRecord, "params"> {
  params: string;
}

/** Reads a SessionRow; use as the select list. */
export const SESSION_COLUMNS = `id, account, status, params, currency, amount, origin, buyer_email AS buyerEmail,
  payment_intent AS paymentIntent, created, expires_at AS expiresAt`;

export function sessionFromRow(row: SessionRow): SessionRecord {
  return { ...row, params: JSON.parse(row.params) };
}

/**
 * A new open session, not stored yet.
 * @param nowSeconds the product's now in epoch seconds.
 * @throws StripeFailure 400 for amounts, fees and expiries that Stripe refuses.
 */
export function newSession(
  params: CreateParams,
  context: { account: string; origin: string; nowSeconds: number },
): SessionRecord {
  const total = totalOf(params.line_items);
  checkFee(params.payment_intent_data?.application_fee_amount, total, context.account);
  return {
    id: objectId("cs_test_", 58),
    account: context.account,
    status: "open",
    params,
    currency: total.currency,
    amount: total.amount,
    origin: context.origin,
    buyerEmail: null,
    paymentIntent: null,
    created: context.nowSeconds,
    expiresAt: closingTime(params.expires_at, context.nowSeconds),
  };
}

/** The session after its payment. A total of zero needs no payment, so it gets no PaymentIntent. */
export function paidSession(session: SessionRecord, buyerEmail: string): SessionRecord {
  const paymentIntent = session.amount === 0 ? null : objectId("pi_3", 23);
  return { ...session, status: "complete", buyerEmail, paymentIntent };
}

/** The session after its time has run out, or after it was closed on request. */
export function expiredSession(session: SessionRecord): SessionRecord {
  return { ...session, status: "expired" };
}

/** Where the buyer goes after paying. Only the literal `{CHECKOUT_SESSION_ID}` is replaced, as at Stripe. */
export function successAddress(session: SessionRecord): string {
  return new URL(session.params.success_url.replaceAll("{CHECKOUT_SESSION_ID}", session.id)).href;
}
