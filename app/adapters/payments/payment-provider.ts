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
  /** The same key and request give the same session. */
  idempotencyKey: string;
}

/** A checkout session as the provider has it now. */
export interface CheckoutSession {
  ref: string;
  url: string | null;
  state: "open" | "complete" | "expired";
  /** Whether the money is the studio's; a complete session of a slow method may still be unpaid. */
  paid: boolean;
  /** The `orderId` the session was made with. */
  reference: string | null;
  total: Money;
  paymentRef: string | null;
  live: boolean;
}

/** A payment provider acting for one studio's account. */
export interface PaymentProvider {
  /** Whether it takes real money; a session of the other mode pays for nothing. */
  readonly live: boolean;
  createCheckout(request: CheckoutRequest): Promise<CheckoutSession>;
  /** Throws `PaymentProviderError` with `missing` when this account has no such session. */
  retrieveCheckout(ref: string): Promise<CheckoutSession>;
  /** Closes an open session so that it can no longer be paid; one that is closed already is left as it is. */
  expireCheckout(ref: string): Promise<CheckoutSession>;
}

/** What a provider told us, after its signature was checked. */
export interface ProviderNotice {
  id: string;
  type: string;
  account: string | null;
  objectId: string | null;
  live: boolean;
}

/** The provider refused or could not be reached. Recognised by `kind`. */
export class PaymentProviderError extends Error {
  readonly kind = "payment_provider_error";
  constructor(
    readonly reason: "missing" | "refused" | "unreachable",
    message: string,
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
