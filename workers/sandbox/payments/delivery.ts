import { createHmac } from "node:crypto";
import type { Backstage } from "../backstage";
import type { SandboxEnv } from "../environment";
import {
  ACCOUNT_CHANGED,
  type Delivery,
  findEvent,
  releaseEvents,
  type WebhookEvent,
  wasTaken,
} from "./events";
import { type FaultSwitches, readFaults, switchFaults } from "./faults";

/** How long to wait before each try, in milliseconds. Their number is the number of tries. */
const WAITS = [0, 250, 1000];

/** How many tries an event gets without being asked. */
export const TRIES = WAITS.length;

/** How long the receiver may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000;

/** How old a stale signature is, in seconds: twice what the product accepts. */
const STALE = 600;

/** Delivers events behind the response, each in up to TRIES tries. A withheld event stays where it is. */
export function deliverInBackground({ env, waitUntil }: Backstage, events: readonly WebhookEvent[]): void {
  for (const event of events) waitUntil(deliverAsAsked(env, event.id));
}

async function deliverAsAsked(env: SandboxEnv, eventId: string): Promise<void> {
  const event = await findEvent(env.SANDBOX_DB, eventId);
  if (event === null || event.withheld !== "no") return;
  const { duplicate } = await readFaults(env.SANDBOX_DB);
  const again = Array.from({ length: duplicate - 1 }, () => deliverOnce(env, event));
  await Promise.all([deliverPatiently(env, event), ...again]);
}

async function deliverPatiently(env: SandboxEnv, event: WebhookEvent): Promise<void> {
  for (const wait of WAITS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (wasTaken(await deliverOnce(env, event))) return;
  }
}

/** Switches faults. Events that were held are sent, one after the other, once nothing holds them any longer. */
export async function changeFaults(env: SandboxEnv, faults: FaultSwitches): Promise<void> {
  const before = await readFaults(env.SANDBOX_DB);
  await switchFaults(env.SANDBOX_DB, faults);
  const after = await readFaults(env.SANDBOX_DB);
  const isHeld = after.hold || after.reverse;
  if (isHeld || !(before.hold || before.reverse)) return;
  const events = await releaseEvents(env.SANDBOX_DB);
  for (const event of before.reverse ? events.reverse() : events) await deliverPatiently(env, event);
}

/** Signs the event as of the real now, posts it to the product, and records how that went. */
export async function deliverOnce(env: SandboxEnv, event: WebhookEvent): Promise<Delivery> {
  const attemptedAtMs = Date.now();
  const answer = await post(env, event, Math.floor(attemptedAtMs / 1000));
  const delivery = { eventId: event.id, attemptedAtMs, tookMs: Date.now() - attemptedAtMs, ...answer };
  await env.SANDBOX_DB.prepare(
    "INSERT INTO deliveries (event_id, attempted_at_ms, took_ms, status, error) VALUES (?, ?, ?, ?, ?)",
  )
    .bind(delivery.eventId, delivery.attemptedAtMs, delivery.tookMs, delivery.status, delivery.error)
    .run();
  return delivery;
}

async function post(
  env: SandboxEnv,
  event: WebhookEvent,
  timestamp: number,
): Promise<Pick<Delivery, "status" | "error">> {
  const isThin = event.type === ACCOUNT_CHANGED;
  const { stale, badSignature } = await readFaults(env.SANDBOX_DB);
  const own = isThin ? env.STRIPE_THIN_WEBHOOK_SECRET : env.STRIPE_WEBHOOK_SECRET;
  const secret = badSignature ? "whsec_of_somebody_else" : own;
  const signedAt = stale ? timestamp - STALE : timestamp;
  const path = isThin ? "/webhooks/stripe/thin" : "/webhooks/stripe/connect";
  try {
    const response = await env.APP.fetch(webhookAddress(event.origin, path), {
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": signature(event.payload, secret, signedAt),
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      },
      body: event.payload,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    return { status: response.status, error: null };
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message : String(error) };
  }
}

/** A webhook of the product: the sandbox's own address without its `sandbox.` label. */
function webhookAddress(sandboxOrigin: string, path: string): string {
  const address = new URL(path, sandboxOrigin);
  address.hostname = address.hostname.replace(/^sandbox\./, "");
  return address.href;
}

/** Stripe's signature header: HMAC-SHA256 of `timestamp.payload`. @param timestamp real epoch seconds. */
function signature(payload: string, secret: string, timestamp: number): string {
  const mac = createHmac("sha256", secret).update(`${timestamp}.${payload}`).digest("hex");
  return `t=${timestamp},v1=${mac}`;
}
