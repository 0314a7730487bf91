import Stripe from "stripe";
import { SECOND } from "../../lib/time";
import { PaymentProviderError, type Refusal } from "./payment-provider";

/** How to reach Stripe, or what stands in for it. */
export interface StripeAccess {
  secretKey: string;
  /** Whether money is real here; a session of the other mode counts for nothing. */
  live: boolean;
  /** Local installations: every call goes to the sandbox and a call to any other host throws. */
  sandbox?: { fetcher: Fetcher; origin: string };
  /** Where money is not real, Stripe itself is called for a test account of its own only; at this origin. */
  testOrigin?: string;
  /** How long a call may take, in milliseconds. */
  timeout?: number;
}

/** A call is tried so often again, with the same key, when it broke or the provider was busy. */
const RETRIES = 2;
const TIMEOUT = 20 * SECOND;

/** A client that acts for one connected account, or for the platform itself where none is given. */
export function stripeClient(access: StripeAccess, stripeAccount?: string): Stripe {
  const { timeout = TIMEOUT } = access;
  const origin = access.sandbox?.origin ?? access.testOrigin;
  const options = {
    ...(stripeAccount === undefined ? {} : { stripeAccount }),
    httpClient: Stripe.createFetchHttpClient(retryingWhenBusy(fetchOf(access))),
    maxNetworkRetries: RETRIES,
    timeout,
    telemetry: false,
  };
  if (origin === undefined) return new Stripe(access.secretKey, options);
  const { hostname, port, protocol } = new URL(origin);
  const isSecure = protocol === "https:";
  return new Stripe(access.secretKey, {
    ...options,
    host: hostname,
    port: port || (isSecure ? "443" : "80"),
    protocol: isSecure ? "https" : "http",
  });
}

/** What calls go through: where money is not real, nothing but the sandbox or a test account is ever called. */
function fetchOf({ live, sandbox, testOrigin }: StripeAccess): typeof fetch {
  if (sandbox) return fetchFromSandbox(sandbox);
  if (live || testOrigin) return (input, init) => fetch(input, init);
  return (input) => {
    throw new Error(`offline: ${addressOf(input).host} is not the sandbox`);
  };
}

function fetchFromSandbox({ fetcher, origin }: NonNullable<StripeAccess["sandbox"]>): typeof fetch {
  const { host } = new URL(origin);
  return (input, init) => {
    const url = addressOf(input);
    if (url.host !== host) throw new Error(`offline: ${url.host} is not the sandbox`);
    return fetcher.fetch(url.toString(), init);
  };
}

function addressOf(input: RequestInfo | URL): URL {
  return new URL(input instanceof Request ? input.url : input);
}

/**
 * Makes a call again that was refused as one too many. The SDK repeats calls whose connection broke, 409 and 5xx by
 * itself, but no 429; as here, with the same headers and so the same Idempotency-Key.
 */
function retryingWhenBusy(fetcher: typeof fetch): typeof fetch {
  return async (input, init) => {
    for (let tried = 0; ; tried += 1) {
      const answer = await fetcher(input, init);
      if (answer.status !== 429 || tried === RETRIES) return answer;
      await answer.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** tried));
    }
  };
}

/** Runs a call of the SDK and gives its errors as ours. */
export async function translate<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    throw asOurs(error);
  }
}

function asOurs(error: unknown): unknown {
  if (error instanceof RangeError) return new PaymentProviderError("refused", error.message);
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const isUnreachable =
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeRateLimitError ||
    error instanceof Stripe.errors.StripeAPIError ||
    // Another call with this key is being answered.
    error.statusCode === 409;
  if (isUnreachable) return new PaymentProviderError("unreachable", error.message);
  const reason = error.code === "resource_missing" ? "missing" : "refused";
  return new PaymentProviderError(reason, error.message, refusalOf(error));
}

const REFUSALS: Readonly<Record<string, Refusal>> = {
  amount_too_large: "too_much",
  charge_already_refunded: "too_much",
  charge_disputed: "disputed",
  charge_not_refundable: "state",
  payment_intent_unexpected_state: "state",
};

function refusalOf(error: Stripe.errors.StripeError): Refusal | null {
  if (error instanceof Stripe.errors.StripeIdempotencyError) return "key_reused";
  return REFUSALS[error.code ?? ""] ?? null;
}

/**
 * The SDK takes any JSON without an error for a success, whatever its status: an answer counts only when it says that
 * it is what was asked for.
 */
export function answerAs<Value extends { object: string }>(object: Value["object"], answer: Value): Value {
  if (answer.object === object) return answer;
  throw new PaymentProviderError("unreachable", `the provider did not answer with a ${object}`);
}
