import { and, eq, sql } from "drizzle-orm";
import { isPaymentProviderError, type ProviderNotice } from "../../adapters/payments/payment-provider";
import { providerEvents } from "../../db/directory-schema";
import { log } from "../../lib/log";
import { Directory } from "../../tenancy/directory";
import type { Env } from "../../tenancy/env";
import { type AfterCommit, openStudio } from "../../tenancy/open-studio";
import { fulfilOrder } from "./commands/fulfil-order.server";

/** Events about a checkout session; each makes us look at the session itself. */
const CHECKOUT_EVENTS = new Set([
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
]);

/**
 * Keeps what the provider told us; nothing is acted on yet.
 *
 * @returns whether there is still something to do: false for an event that was dealt with before
 */
export async function keepProviderEvent(directory: Directory, notice: ProviderNotice): Promise<boolean> {
  const [row] = await directory.db
    .insert(providerEvents)
    .values({
      id: notice.id,
      type: notice.type,
      account: notice.account,
      objectId: notice.objectId,
      receivedAt: Date.now() + (await directory.clockOffset()),
    })
    .onConflictDoUpdate({ target: providerEvents.id, set: { id: notice.id } })
    .returning({ state: providerEvents.state });
  return row?.state === "received";
}

/**
 * Acts on a kept event. It may run any number of times, and at once: what it calls decides by the studio's
 * own rows. The account of the event only selects which studio is looked into.
 */
export async function handleProviderEvent(
  env: Env,
  eventId: string,
  afterCommit: AfterCommit,
): Promise<void> {
  const directory = new Directory(env.DIRECTORY);
  const isEvent = eq(providerEvents.id, eventId);
  const event = await directory.db.select().from(providerEvents).where(isEvent).get();
  if (event?.state !== "received") return;
  await directory.db
    .update(providerEvents)
    .set({ attempts: sql`${providerEvents.attempts} + 1` })
    .where(isEvent);

  if (event.account && event.objectId && CHECKOUT_EVENTS.has(event.type)) {
    const entry = await directory.byProviderAccount(event.account);
    const opened = await openStudio(env, entry, afterCommit);
    if (opened.ok) {
      const status = await settleOrForeign(() => fulfilOrder(opened.studio, event.objectId ?? ""));
      log("info", "a provider event was handled", { eventId, type: event.type, studioId: entry?.id, status });
    } else if (opened.refusal === "unavailable") {
      throw new Error("the studio of a provider event cannot be opened at the moment");
    } else {
      log("warn", "a provider event belongs to no open studio", { eventId, type: event.type });
    }
  }
  await directory.db
    .update(providerEvents)
    .set({ state: "done", doneAt: Date.now() })
    .where(and(isEvent, eq(providerEvents.state, "received")));
}

/** Something that this account does not have, or that no order of ours is about, is nothing to try again. */
async function settleOrForeign(settle: () => Promise<string | null>): Promise<string> {
  try {
    return (await settle()) ?? "foreign";
  } catch (error) {
    if (isPaymentProviderError(error) && error.reason === "missing") return "foreign";
    throw error;
  }
}
