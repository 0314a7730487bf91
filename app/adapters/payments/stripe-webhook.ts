import Stripe from "stripe";
import { z } from "zod";
import { MINUTE } from "../../lib/time";
import type { NoticeSubject, ProviderNotice, VerifyWebhook } from "./payment-provider";

/** A signature older than this is refused, in seconds. */
const OLDEST = 300;

/**
 * The endpoint for events of version 1 about connected accounts. Its signature may be at most five minutes old.
 *
 * @param secret the endpoint's own
 */
export function connectWebhook(secret: string): VerifyWebhook {
  return (rawBody, headers) =>
    verified(headers, async (signature) => {
      const crypto = Stripe.createSubtleCryptoProvider();
      const event = await Stripe.webhooks.constructEventAsync(rawBody, signature, secret, OLDEST, crypto);
      const { id, type, account, livemode: live, data } = snapshotEvent.parse(event);
      const { object } = data;
      // A charge is a part of a payment, which is what everybody asks for by name.
      const objectId = object.object === "charge" ? (object.payment_intent ?? null) : object.id;
      return { id, type, account: account ?? null, objectId, live };
    });
}

/**
 * The endpoint for thin events of version 2, which name the object that changed and hold nothing of it. Of an account,
 * `account` is the account itself.
 *
 * @param secret the endpoint's own
 */
export function thinWebhook(secret: string): VerifyWebhook {
  return (rawBody, headers) =>
    verified(headers, async (signature) => {
      // The client checks a signature and calls nobody; the key is of no use anywhere.
      const reader = new Stripe("sk_none", { httpClient: Stripe.createFetchHttpClient() });
      const crypto = Stripe.createSubtleCryptoProvider();
      const event = await reader.parseEventNotificationAsync(rawBody, signature, secret, OLDEST, crypto);
      const { id, type, livemode: live, related_object: changed } = thinEvent.parse(event);
      const objectId = changed?.id ?? null;
      return { id, type, account: changed?.type === "v2.core.account" ? objectId : null, objectId, live };
    });
}

/** What an event of Stripe's is about, by its type. */
export function subjectOfStripeEvent(type: string): NoticeSubject {
  if (type.startsWith("checkout.session.")) return "checkout";
  if (type.startsWith("refund.")) return "refund";
  if (type.startsWith("charge.dispute.")) return "dispute";
  if (type.startsWith("payment_intent.") || type.startsWith("charge.")) return "payment";
  return /^v2\.core\.account[.[]/.test(type) ? "account" : "other";
}

/** Longer than any id or name at Stripe. */
const word = z.string().min(1).max(255);

/** What is read of an event. A right signature tells who wrote it, not that it has a shape. */
const anyEvent = z.object({ id: word, type: word, livemode: z.boolean() });

/** What changed, where it is something with an id. */
const about = z.object({ id: word.nullable().catch(null), type: z.string().optional() });

const snapshotEvent = anyEvent.extend({
  account: word.nullish(),
  data: z.object({
    object: about.extend({ object: z.string().optional(), payment_intent: word.nullish().catch(null) }),
  }),
});

const thinEvent = anyEvent.extend({ related_object: about.nullish() });

async function verified(
  headers: Headers,
  read: (signature: string) => Promise<ProviderNotice | null>,
): Promise<ProviderNotice | null> {
  const signature = headers.get("stripe-signature");
  if (!signature) return null;
  try {
    const notice = await read(signature);
    return isFromTheFuture(signature) ? null : notice;
  } catch {
    return null;
  }
}

/** The SDK refuses old timestamps only; one from the future could be replayed for as long as it is ahead. */
function isFromTheFuture(signature: string): boolean {
  const timestamps = [...signature.matchAll(/(?:^|,)t=(\d+)/g)].map((match) => Number(match[1]));
  return Math.max(...timestamps) * 1000 > Date.now() + 5 * MINUTE;
}
