import { and, eq, sql } from "drizzle-orm";
import { isPaymentProviderError, type ProviderNotice } from "../../adapters/payments/payment-provider";
import { providerEvents } from "../../db/directory-schema";
import { errorFields, log } from "../../lib/log";
import { Directory } from "../../tenancy/directory";
import type { Env } from "../../tenancy/env";
import { type AfterCommit, openStudio } from "../../tenancy/open-studio";
import type { Studio } from "../../tenancy/studio";
import { lookAtAccount } from "../billing/index.server";
import { fulfilOrder } from "./commands/fulfil-order.server";
import { orders } from "./schema";

const PAYMENT_FAILED = "checkout.session.async_payment_failed";

/** Events about a checkout session; each makes us look at the session itself. */
const CHECKOUT_EVENTS = new Set([
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  PAYMENT_FAILED,
  "checkout.session.expired",
]);

/** Thin events about a connected account; each makes us look at what the account may do. */
const ACCOUNT_EVENT = /^v2\.core\.account[.[]/;

/** After so many, an event is left to a person; the sweep of its studio settles the order all the same. */
const MOST_ATTEMPTS = 12;

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
  const isEvent = and(eq(providerEvents.id, eventId), eq(providerEvents.state, "received"));
  const [event] = await directory.db
    .update(providerEvents)
    .set({ attempts: sql`${providerEvents.attempts} + 1` })
    .where(isEvent)
    .returning();
  if (!event) return;
  try {
    await actOn(env, event, afterCommit);
    await directory.db.update(providerEvents).set({ state: "done", doneAt: Date.now() }).where(isEvent);
  } catch (error) {
    if (event.attempts < MOST_ATTEMPTS) throw error;
    log("error", "a provider event was given up", { eventId, type: event.type, ...errorFields(error) });
    await directory.db.update(providerEvents).set({ state: "failed" }).where(isEvent);
  }
}

async function actOn(
  env: Env,
  { id: eventId, type, account, objectId }: typeof providerEvents.$inferSelect,
  afterCommit: AfterCommit,
): Promise<void> {
  const isAboutAccount = ACCOUNT_EVENT.test(type);
  if (!account || !objectId || !(isAboutAccount || CHECKOUT_EVENTS.has(type))) return;
  const entry = await new Directory(env.DIRECTORY).byProviderAccount(account);
  const opened = await openStudio(env, entry, afterCommit);
  if (opened.ok) {
    const { studio } = opened;
    const status = await settleOrForeign(() =>
      isAboutAccount ? lookAtAccount(studio) : fulfilOrder(studio, objectId),
    );
    if (status === "processing" && type === PAYMENT_FAILED) await giveUpPayment(studio, objectId);
    log("info", "a provider event was handled", { eventId, type, studioId: entry?.id, status });
  } else if (opened.refusal === "unavailable") {
    throw new Error("the studio of a provider event cannot be opened at the moment");
  } else {
    log("warn", "a provider event belongs to no open studio", { eventId, type });
  }
}

/** A slow payment that failed at the bank: its session stays complete and unpaid for good. */
async function giveUpPayment(studio: Studio, checkoutRef: string): Promise<void> {
  await studio.db
    .update(orders)
    .set({ status: "expired" })
    .where(and(eq(orders.checkoutRef, checkoutRef), eq(orders.status, "processing")));
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
