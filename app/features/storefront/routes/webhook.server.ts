import { Hono } from "hono";
import { readStripeNotice } from "../../../adapters/payments/stripe";
import { readText, sendData } from "../../../http/api";
import type { HttpEnv } from "../../../http/hono-env";
import type { Envelope } from "../../../jobs/envelope";
import { AppError, notFound } from "../../../lib/app-error";
import { log } from "../../../lib/log";
import { keepProviderEvent } from "../provider-events.server";

const LARGEST_EVENT = 512 * 1024;

/**
 * /webhooks/stripe/connect on the platform's host: verifies the raw body, keeps the event, answers, and lets
 * the queue do the rest. An event that cannot be queued now is found by cron.
 */
export const stripeWebhook = new Hono<HttpEnv>().post("/connect", async (c) => {
  if (c.var.studio) throw notFound();
  const body = await readText(c.req.raw, LARGEST_EVENT);
  const notice = await readStripeNotice(
    body,
    c.req.header("stripe-signature") ?? null,
    c.env.STRIPE_WEBHOOK_SECRET,
  );
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
});
