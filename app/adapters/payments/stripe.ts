import Stripe from "stripe";
import { z } from "zod";
import { MINUTE } from "../../lib/time";
import {
  type CheckoutSession,
  type PaymentProvider,
  PaymentProviderError,
  type ProviderNotice,
} from "./payment-provider";
import { fromStripe, toStripe } from "./stripe-amounts";

/** How to reach Stripe, or what stands in for it. */
export interface StripeAccess {
  secretKey: string;
  /** Whether money is real here; a session of the other mode counts for nothing. */
  live: boolean;
  /** Local installations: every call goes to the sandbox and a call to any other host throws. */
  sandbox?: { fetcher: Fetcher; origin: string };
}

/**
 * Stripe Connect with direct charges: the studio's account is the merchant. The client is made for one
 * account, because options given to a single call end up among its parameters (stripe-node 22 and later).
 */
export function stripeFor(access: StripeAccess, account: string | null): PaymentProvider {
  if (!account) return noAccount;
  const stripe = stripeClient(access, account);
  return {
    live: access.live,
    createCheckout: (request) =>
      translate(async () => {
        const session = await stripe.checkout.sessions.create(
          {
            mode: "payment",
            client_reference_id: request.orderId,
            customer_email: request.email,
            line_items: request.lines.map((line) => ({
              quantity: line.quantity,
              price_data: {
                currency: request.currency.toLowerCase(),
                unit_amount: toStripe(line.amount, request.currency),
                product_data: { name: line.name },
              },
            })),
            ...(request.platformFee > 0
              ? {
                  payment_intent_data: {
                    application_fee_amount: toStripe(request.platformFee, request.currency),
                  },
                }
              : {}),
            metadata: { studio: request.studioId, order: request.orderId },
            success_url: request.successUrl,
            cancel_url: request.cancelUrl,
            expires_at: Math.floor(request.payUntil / 1000),
          },
          { idempotencyKey: request.idempotencyKey },
        );
        return asSession(session);
      }),
    retrieveCheckout: (ref) => translate(async () => asSession(await stripe.checkout.sessions.retrieve(ref))),
    expireCheckout: (ref) =>
      translate(async () => {
        const session = await stripe.checkout.sessions.retrieve(ref);
        if (session.status !== "open") return asSession(session);
        return asSession(await stripe.checkout.sessions.expire(ref));
      }),
  };
}

/**
 * Checks the signature of a webhook over its raw body (at most five minutes old) and returns what it says,
 * or null when it is not from the provider or no event.
 */
export async function readStripeNotice(
  rawBody: string,
  signature: string | null,
  secret: string,
): Promise<ProviderNotice | null> {
  if (!signature) return null;
  try {
    const crypto = Stripe.createSubtleCryptoProvider();
    const event = await Stripe.webhooks.constructEventAsync(rawBody, signature, secret, 300, crypto);
    if (isFromTheFuture(signature)) return null;
    const { id, type, account, livemode: live, data } = snapshotEvent.parse(event);
    return { id, type, account: account ?? null, objectId: data.object.id, live };
  } catch {
    return null;
  }
}

/**
 * The same for a thin event of version 2, which names the object that changed and holds nothing of it. Of an account,
 * `account` is the account itself.
 */
export async function readThinNotice(
  rawBody: string,
  signature: string | null,
  secret: string,
): Promise<ProviderNotice | null> {
  if (!signature) return null;
  try {
    // The client checks a signature and calls nobody; the key is of no use anywhere.
    const reader = new Stripe("sk_none", { httpClient: Stripe.createFetchHttpClient() });
    const crypto = Stripe.createSubtleCryptoProvider();
    const event = await reader.parseEventNotificationAsync(rawBody, signature, secret, 300, crypto);
    if (isFromTheFuture(signature)) return null;
    const { id, type, livemode: live, related_object: changed } = thinEvent.parse(event);
    const objectId = changed?.id ?? null;
    return { id, type, account: changed?.type === "v2.core.account" ? objectId : null, objectId, live };
  } catch {
    return null;
  }
}

/** Longer than any id or name at Stripe. */
const word = z.string().min(1).max(255);

/** What is read of an event. A right signature tells who wrote it, not that it has a shape. */
const anyEvent = z.object({ id: word, type: word, livemode: z.boolean() });

/** What changed, where it is something with an id. */
const about = z.object({ id: word.nullable().catch(null), type: z.string().optional() });

const snapshotEvent = anyEvent.extend({ account: word.nullish(), data: z.object({ object: about }) });

const thinEvent = anyEvent.extend({ related_object: about.nullish() });

/** The SDK refuses old timestamps only; one from the future could be replayed for as long as it is ahead. */
function isFromTheFuture(signature: string): boolean {
  const timestamps = [...signature.matchAll(/(?:^|,)t=(\d+)/g)].map((match) => Number(match[1]));
  return Math.max(...timestamps) * 1000 > Date.now() + 5 * MINUTE;
}

/** A `fetch` for local installations: it reaches the sandbox, and throws for any other host. */
function fetchFromSandbox({ fetcher, origin }: NonNullable<StripeAccess["sandbox"]>): typeof fetch {
  const { host } = new URL(origin);
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host !== host) throw new Error(`offline: ${url.host} is not the sandbox`);
    return fetcher.fetch(url.toString(), init);
  };
}

/** A client that acts for one connected account, or for the platform itself where none is given. */
export function stripeClient(access: StripeAccess, stripeAccount?: string): Stripe {
  const { sandbox } = access;
  const acting = stripeAccount === undefined ? {} : { stripeAccount };
  if (!sandbox)
    return new Stripe(access.secretKey, { ...acting, httpClient: Stripe.createFetchHttpClient() });
  const { hostname, port } = new URL(sandbox.origin);
  return new Stripe(access.secretKey, {
    ...acting,
    host: hostname,
    port: port || "80",
    protocol: "http",
    httpClient: Stripe.createFetchHttpClient(fetchFromSandbox(sandbox)),
  });
}

function asSession(session: Stripe.Checkout.Session): CheckoutSession {
  return {
    ref: session.id,
    url: session.url,
    state: sessionState(session.status),
    paid: session.status === "complete" && session.payment_status !== "unpaid",
    reference: session.client_reference_id,
    total: fromStripe(session.amount_total ?? 0, (session.currency ?? "").toUpperCase()),
    paymentRef:
      typeof session.payment_intent === "string"
        ? session.payment_intent
        : (session.payment_intent?.id ?? null),
    live: session.livemode,
  };
}

function sessionState(status: string | null): CheckoutSession["state"] {
  return status === "complete" || status === "expired" ? status : "open";
}

/** Runs a call of the SDK and gives its errors as ours. */
export async function translate<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    if (
      error instanceof Stripe.errors.StripeConnectionError ||
      error instanceof Stripe.errors.StripeRateLimitError ||
      error instanceof Stripe.errors.StripeAPIError
    ) {
      throw new PaymentProviderError("unreachable", error.message);
    }
    if (error instanceof Stripe.errors.StripeError) {
      throw new PaymentProviderError(
        error.code === "resource_missing" ? "missing" : "refused",
        error.message,
      );
    }
    if (error instanceof RangeError) throw new PaymentProviderError("refused", error.message);
    throw error;
  }
}

const noAccount: PaymentProvider = {
  live: false,
  createCheckout: refuseAll,
  retrieveCheckout: refuseAll,
  expireCheckout: refuseAll,
};

function refuseAll(): Promise<never> {
  return Promise.reject(new PaymentProviderError("refused", "this studio has no payment account yet"));
}
