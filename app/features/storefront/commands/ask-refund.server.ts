import { and, eq, inArray } from "drizzle-orm";
import {
  isPaymentProviderError,
  type Refund as ProviderRefund,
  type RefundState as ProviderState,
} from "../../../adapters/payments/payment-provider";
import { commit } from "../../../events/commit";
import { log } from "../../../lib/log";
import type { Studio } from "../../../tenancy/studio";
import { endReview } from "../held-money.server";
import type { RefundState } from "../model/money-states";
import { providerNamed } from "../payment-methods.server";

import { followRefunds, refundById, tellRefund, tellReturnedFee } from "../refunds.server";
import { refunds } from "../schema/money";

/** From where a refund may come to a state. It may fail even after it succeeded, and nothing follows a failure. */
const COMES_FROM = {
  pending: ["requested"],
  succeeded: ["requested", "pending"],
  failed: ["requested", "pending", "succeeded"],
} as const satisfies Partial<Record<RefundState, readonly RefundState[]>>;

/**
 * Asks the provider for a refund that was written down, under the refund's own key: asked twice, it is one refund. It
 * stays "requested" while the provider cannot be reached, and the sweep asks again.
 */
export async function askRefund(
  studio: Studio,
  refundId: string,
): Promise<{ state: RefundState; failure: string | null }> {
  const found = await refundById(studio, refundId);
  if (!found) throw new Error(`there is no refund ${refundId}`);
  const { refund, provider, hasPlatformFee } = found;
  if (refund.state !== "requested") return refund;
  const { paymentRef, amount, currency } = refund;
  try {
    const answer = await providerNamed(studio, provider).refund({
      paymentRef,
      amount: { amount, currency },
      reference: refundId,
      // In proportion: the platform earns nothing by what was not sold in the end.
      returnPlatformFee: hasPlatformFee,
      idempotencyKey: `refund:${refundId}`,
    });
    await noteRefund(studio, refundId, answer);
  } catch (error) {
    if (!isPaymentProviderError(error)) throw error;
    log("warn", "a refund was not taken", { studioId: studio.tenant.id, refundId, reason: error.reason });
    if (error.reason !== "unreachable")
      await noteRefund(studio, refundId, { state: "failed", failure: error.refusal ?? error.reason });
  }
  const now = await refundById(studio, refundId);
  return now?.refund ?? refund;
}

type Told =
  | Pick<ProviderRefund, "state" | "ref" | "returnedFee">
  | { state: ProviderState; ref?: undefined; failure: string; returnedFee?: undefined };

/** Writes down how far a refund is, with what follows from it. Only forward, and once. */
export async function noteRefund(studio: Studio, refundId: string, told: Told): Promise<void> {
  const found = await refundById(studio, refundId);
  if (!found) return;
  const { refund } = found;
  const { orderId, amount, currency } = refund;
  const state = told.state === "canceled" ? "failed" : told.state;
  const { db } = studio;
  const change = db
    .update(refunds)
    .set({
      state,
      changedAt: studio.clock.now(),
      ...(told.ref === undefined ? {} : { providerRef: told.ref }),
      ...(state === "failed" ? { failure: "failure" in told ? told.failure : "failed" } : {}),
    })
    .where(and(eq(refunds.id, refundId), inArray(refunds.state, [...COMES_FROM[state]])))
    .returning({ id: refunds.id });
  const after = [
    ...(await followRefunds(studio, orderId)),
    ...tellRefund(studio, refund, found),
    ...tellReturnedFee(studio, refund, told.returnedFee ?? null),
    endReview(studio, orderId),
  ];
  if (state === "failed") {
    const audit = {
      action: "order.refund_failed" as const,
      subjectId: orderId,
      after: { refund: refundId, amount, currency },
    };
    const event = { name: "order.refund_failed" as const, payload: { refundId } };
    await commit(studio, change, { event, audit }, { after });
  } else if (refund.state === "requested") {
    const event = { name: "order.refunded" as const, payload: { refundId } };
    await commit(studio, change, { event }, { after });
  } else {
    await db.batch([change, ...after] as Parameters<typeof db.batch>[0]);
  }
}
