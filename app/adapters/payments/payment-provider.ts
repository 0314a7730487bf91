import type { Money } from "../../lib/money";
import type { Instant } from "../../lib/time";

/** What a checkout is for. Amounts come from the server's own prices. */
export interface CheckoutRequest {
  /** Comes back on the session as the reference that must match. */
  orderId: string;
  studioId: string;
  email: string;
  currency: string;
  /** At most 100: a provider's page does not take more. */
  lines: { name: string; amount: number; quantity: number }[];
  /** What the platform keeps, in minor units. */
  platformFee: number;
  /** Where the buyer returns to; `{CHECKOUT_SESSION_ID}` is replaced by the session's reference. */
  successUrl: string;
  cancelUrl: string;
  payUntil: Instant;
  /** "review" only reserves the money: `capture` takes it, `cancel` lets it go. "now" where nothing is said. */
  charge?: "now" | "review";
  /** The same key and request give the same session; the same key with another request is refused. */
  idempotencyKey: string;
}

/** A checkout session as the provider has it now. */
export interface CheckoutSession {
  ref: string;
  /** The provider's page; null when there is none to go to. */
  url: string | null;
  /** For money that the buyer transfers: what to write on it, and the studio's own words about where to. */
  transfer: { reference: string; instructions: string } | null;
  state: "open" | "complete" | "expired";
  /** Whether the money is the studio's; a complete session of a slow method may still be unpaid. */
  paid: boolean;
  /** The `orderId` the session was made with. */
  reference: string | null;
  total: Money;
  paymentRef: string | null;
  /** Until when it can be paid. */
  expiresAt: Instant;
  live: boolean;
}

/**
 * How far a payment is: "open" has taken nothing yet and may be tried again, "processing" is decided by a bank later,
 * "authorized" has the money reserved for `capture`, "paid" has taken it, "canceled" never will.
 */
export type PaymentState = "open" | "processing" | "authorized" | "paid" | "canceled";

/** The money of one checkout as the provider has it now. Amounts are minor units of `total.currency`. */
export interface Payment {
  ref: string;
  /** The `orderId` of the checkout that it was made for. */
  reference: string | null;
  state: PaymentState;
  /** What is to be paid. */
  total: Money;
  /** What was taken; refunds are not subtracted. */
  received: number;
  /** What was given back or is on its way; refunds that failed do not count. */
  refunded: number;
  /** Whether the buyer's bank has ever taken it back. */
  disputed: boolean;
  /** What reached the studio's balance, in the balance's own currency; null until it is known. */
  settled: Settled | null;
  createdAt: Instant;
  live: boolean;
}

/** `gross` less both fees is `net`; minor units. */
export interface Settled {
  currency: string;
  gross: number;
  providerFee: number;
  platformFee: number;
  net: number;
}

export interface RefundRequest {
  paymentRef: string;
  /** At most what was taken and not given back; the payment's own currency. */
  amount: Money;
  /** Our own name of the refund; it comes back on it. */
  reference: string;
  /** Whether the platform gives its share of the fee back. */
  returnPlatformFee: boolean;
  /** The same key and request give the same refund. */
  idempotencyKey: string;
}

/** A refund may fail after it succeeded: the buyer's bank sent the money back. */
export type RefundState = "pending" | "succeeded" | "failed" | "canceled";

export interface Refund {
  ref: string;
  paymentRef: string | null;
  /** The `reference` it was asked for with; null when it was made on the provider's own pages. */
  reference: string | null;
  state: RefundState;
  amount: Money;
  /** What of its fee the platform gave back with it, in the balance's own currency; null for nothing, or not known yet. */
  returnedFee: Money | null;
  createdAt: Instant;
}

/**
 * The buyer's bank took a payment back and asks; "won" brings the money back. "inquiry": it only asks, and has taken
 * nothing.
 */
export interface Dispute {
  ref: string;
  paymentRef: string | null;
  state: "inquiry" | "open" | "won" | "lost";
  amount: Money;
  /** What the provider asks for it, each under its booking, in the balance's own currency; negative is given back. */
  fees: { ref: string; fee: Money }[];
  /** The bank's word for why. */
  reason: string;
  /** Until when the studio can answer. */
  answerBy: Instant | null;
  createdAt: Instant;
}

/** Made at or after `from` and before `until`. */
export interface Period {
  from: Instant;
  until: Instant;
}

/** A payment provider acting for one studio's account. */
export interface PaymentProvider {
  readonly name: "stripe" | "transfer";
  /** Whether it takes real money; a session of the other mode pays for nothing. */
  readonly live: boolean;
  createCheckout(request: CheckoutRequest): Promise<CheckoutSession>;
  /** Throws `PaymentProviderError` with `missing` when this account has no such session. */
  retrieveCheckout(ref: string): Promise<CheckoutSession>;
  /** Closes an open session so that it can no longer be paid; one that is closed already is left as it is. */
  expireCheckout(ref: string): Promise<CheckoutSession>;

  /** Throws `missing` when this account has no such payment; so do the calls below. */
  retrievePayment(ref: string): Promise<Payment>;
  /** Takes what is reserved, once: what is not taken is let go. @param amount all of it where it is null */
  capture(paymentRef: string, amount: Money | null, idempotencyKey: string): Promise<Payment>;
  /** Lets a payment go that has taken nothing. */
  cancel(paymentRef: string, idempotencyKey: string): Promise<Payment>;
  refund(request: RefundRequest): Promise<Refund>;
  retrieveRefund(ref: string): Promise<Refund>;
  retrieveDispute(ref: string): Promise<Dispute>;

  /** For reconciliation: everything of a period, newest first. */
  listPayments(period: Period): AsyncIterable<Payment>;
  listRefunds(period: Period): AsyncIterable<Refund>;
  listDisputes(period: Period): AsyncIterable<Dispute>;
}

/** What a notice is about; "other" is nothing that we keep. */
export type NoticeSubject = "checkout" | "payment" | "refund" | "dispute" | "account" | "other";

/**
 * Checks that a webhook is the provider's, over its raw body, and returns what it says; null when it is not. A notice
 * is a hint: what it is about is asked for under the studio's own account before anything is done.
 */
export type VerifyWebhook = (rawBody: string, headers: Headers) => Promise<ProviderNotice | null>;

/** What a provider told us, after its signature was checked. */
export interface ProviderNotice {
  id: string;
  type: string;
  account: string | null;
  objectId: string | null;
  live: boolean;
}

/**
 * "too_much": above what is left. "disputed": the buyer's bank has the money. "state": the payment is not where this
 * could be done. "key_reused": the key stands for another request.
 */
export type Refusal = "too_much" | "disputed" | "state" | "key_reused";

/** The provider refused or could not be reached. Recognised by `kind`. */
export class PaymentProviderError extends Error {
  readonly kind = "payment_provider_error";
  constructor(
    readonly reason: "missing" | "refused" | "unreachable",
    message: string,
    /** What exactly was refused, where the caller can tell somebody. */
    readonly refusal: Refusal | null = null,
  ) {
    super(message);
  }
}

export function isPaymentProviderError(error: unknown): error is PaymentProviderError {
  return (
    typeof error === "object" &&
    error !== null &&
    (error as Error & { kind?: string }).kind === "payment_provider_error"
  );
}
