import { type Context, Hono } from "hono";
import type { VerifyWebhook } from "../../../adapters/payments/payment-provider";
import { connectWebhook, thinWebhook } from "../../../adapters/payments/stripe-webhook";
import { readText, sendData } from "../../../http/api";
import type { HttpEnv } from "../../../http/hono-env";
import type { Envelope } from "../../../jobs/envelope";
import { AppError, notFound } from "../../../lib/app-error";
import { log } from "../../../lib/log";
import { keepProviderEvent } from "../provider-events.server";

const LARGEST_EVENT = 512 * 1024;

/**
 * /webhooks/stripe/connect and /webhooks/stripe/thin on the platform's host, each with a secret of its own: events of
 * version 1 about checkout sessions, and thin ones of version 2 about accounts.
 */
export const stripeWebhook = new Hono<HttpEnv>()
  .post("/connect", (c) => take(c, connectWebhook(c.env.STRIPE_WEBHOOK_SECRET)))
  .post("/thin", (c) => take(c, thinWebhook(c.env.STRIPE_THIN_WEBHOOK_SECRET)));

/**
 * Verifies the raw body, keeps the event, answers, and lets the queue do the rest. An event that cannot be queued now
 * is found by cron.
 */
async function take(c: Context<HttpEnv>, verify: VerifyWebhook): Promise<Response> {
  if (c.var.studio) throw notFound();
  const body = await readText(c.req.raw, LARGEST_EVENT);
  const notice = await verify(body, c.req.raw.headers);
  if (!notice) throw new AppError("invalid_request", "The signature does not fit this body.");
  if (notice.live !== (c.env.MODE === "production")) {
    log("warn", "a provider event of the other mode was left alone", {
      eventId: notice.id,
      type: notice.type,
    });
    return sendData(c, { received: true });
  }
  if (await keepProviderEvent(c.var.directory, notice)) {
    const message: Envelope = { type: "provider_event", id: notice.id };
    await c.env.JOBS.send(message).catch(() =>
      log("warn", "a provider event waits for cron", { eventId: notice.id }),
    );
  }
  return sendData(c, { received: true });
}
