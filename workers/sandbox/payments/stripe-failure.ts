import type Stripe from "stripe";
import { formatAmount } from "./money";
import { type Kind, NAMES } from "./objects";

/** The body of every refusal: `{ error: { type, code, message, param } }`. */
export interface StripeErrorBody {
  error: {
    type: "invalid_request_error" | "idempotency_error" | "api_error" | "card_error" | "rate_limit_error";
    code?: string;
    decline_code?: string;
    charge?: string;
    payment_intent?: Stripe.PaymentIntent;
    message: string;
    param?: string;
  };
}

/** A refusal in Stripe's words. Thrown anywhere below `/v1` and answered by the API's error handler. */
export class StripeFailure extends Error {
  readonly kind = "stripe_failure";
  /** Whether the parameters were right and the work had begun: only such a refusal is kept under its key. */
  begun = false;
  /** @param status the HTTP status of the answer. */
  constructor(
    readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 429 | 500 | 502 | 503 | 504,
    readonly error: StripeErrorBody["error"],
  ) {
    super(error.message);
  }
}

export function isStripeFailure(error: unknown): error is StripeFailure {
  return error instanceof Error && (error as Error & { kind?: string }).kind === "stripe_failure";
}

/** Runs work whose refusals count as begun. */
export async function beginning<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (isStripeFailure(error) && error.status < 409) error.begun = true;
    throw error;
  }
}

/** A 400 about one parameter, named as in `line_items[0][quantity]`. */
export function badParameter(param: string, code: string, message: string): StripeFailure {
  return new StripeFailure(400, { type: "invalid_request_error", code, message, param });
}

/** What Stripe calls the parameter of an address that names an object; "id" of every other kind. */
const ADDRESS_PARAMS: Partial<Record<Kind | "account", string>> = {
  session: "session",
  payment_intent: "intent",
};

/** The one answer for an object that does not exist and for one that belongs to another account. */
export function noSuch(kind: Kind | "account", id: string): StripeFailure {
  return new StripeFailure(404, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${kind === "account" ? kind : NAMES[kind]}: ${id}`,
    param: ADDRESS_PARAMS[kind] ?? "id",
  });
}

/** A bank's refusal. @param charge the id of the charge that failed */
export function cardDeclined(declineCode: string, charge: string): StripeFailure {
  const message =
    declineCode === "insufficient_funds" ? "Your card has insufficient funds." : "Your card was declined.";
  return new StripeFailure(402, {
    type: "card_error",
    code: "card_declined",
    decline_code: declineCode,
    charge,
    message,
  });
}

/** A call that does not fit the state of what it is about. */
export function unexpectedState(
  kind: "PaymentIntent" | "Refund" | "Dispute",
  act: string,
  status: string,
): StripeFailure {
  const name = kind === "PaymentIntent" ? "payment_intent" : kind.toLowerCase();
  return new StripeFailure(400, {
    type: "invalid_request_error",
    code: `${name}_unexpected_state`,
    message: `This ${kind} could not be ${PAST[act] ?? act} because it has a status of ${status}.`,
  });
}

const PAST: Readonly<Record<string, string>> = {
  cancel: "canceled",
  capture: "captured",
  close: "closed",
  confirm: "confirmed",
  settle: "settled",
  update: "updated",
};

/** More than is left of a charge or a fee. */
export function amountTooLarge(amount: number, left: number, currency: string): StripeFailure {
  const [asked, rest] = [amount, left].map((each) => formatAmount(each, currency));
  return badParameter(
    "amount",
    "amount_too_large",
    `Refund amount (${asked}) is greater than unrefunded amount on charge (${rest})`,
  );
}
