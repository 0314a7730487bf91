import { and, eq, sql } from "drizzle-orm";
import {
  isPaymentProviderError,
  type NoticeSubject,
  type ProviderNotice,
} from "../../adapters/payments/payment-provider";
import { subjectOfStripeEvent } from "../../adapters/payments/stripe-webhook";
import { providerEvents } from "../../db/directory-schema";
import { errorFields, log } from "../../lib/log";
import { Directory } from "../../tenancy/directory";
import type { Env } from "../../tenancy/env";
import { type AfterCommit, openStudio } from "../../tenancy/open-studio";
import type { Studio } from "../../tenancy/studio";
import { lookAtAccount } from "../billing/index.server";
import { attemptOfCheckout, attemptOfPayment } from "./attempts.server";
import { fulfilOrder } from "./commands/fulfil-order.server";
import { postFees } from "./commands/post-fees.server";
import { takeDispute } from "./commands/take-dispute.server";
import { takeRefund } from "./commands/take-refund.server";

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
  const subject = subjectOfStripeEvent(type);
  if (!account || !objectId || subject === "other") return;
  const entry = await new Directory(env.DIRECTORY).byProviderAccount(account);
  const opened = await openStudio(env, entry, afterCommit);
  if (opened.ok) {
    const { studio } = opened;
    const status = await settleOrForeign(() => LOOK_AT[subject](studio, objectId));
    log("info", "a provider event was handled", { eventId, type, studioId: entry?.id, status });
  } else if (opened.refusal === "unavailable") {
    throw new Error("the studio of a provider event cannot be opened at the moment");
  } else {
    log("warn", "a provider event belongs to no open studio", { eventId, type });
  }
}

/** What is looked at when somebody told us of something: always the thing itself, under the studio's own account. */
const LOOK_AT: Record<
  Exclude<NoticeSubject, "other">,
  (studio: Studio, objectId: string) => Promise<string | null>
> = {
  account: (studio) => lookAtAccount(studio),
  checkout: lookAtCheckout,
  payment: lookAtPayment,
  refund: takeRefund,
  dispute: takeDispute,
};

async function lookAtCheckout(studio: Studio, checkoutRef: string): Promise<string | null> {
  const status = await fulfilOrder(studio, checkoutRef);
  const paying = status === null ? undefined : await attemptOfCheckout(studio, checkoutRef);
  // Of no importance to the order: what is not known yet is asked for by the sweep.
  if (paying) await postFees(studio, paying.attempt.id).catch(notNow);
  return status;
}

function notNow(error: unknown): void {
  if (!isPaymentProviderError(error)) throw error;
}

async function lookAtPayment(studio: Studio, paymentRef: string): Promise<string | null> {
  const paying = await attemptOfPayment(studio, paymentRef);
  const ref = paying?.attempt.checkoutRef ?? null;
  return ref === null ? null : lookAtCheckout(studio, ref);
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
