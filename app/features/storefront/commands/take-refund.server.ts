import { eq, sql } from "drizzle-orm";
import type { Refund } from "../../../adapters/payments/payment-provider";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import type { Studio } from "../../../tenancy/studio";
import { type Paying, soldOrder } from "../attempts.server";
import { endReview } from "../held-money.server";
import type { RefundState } from "../model/money-states";
import { spreadParts } from "../model/refunds";
import { paidAttempt } from "../paid-attempt.server";
import { providerNamed } from "../payment-methods.server";
import {
  countedRefunds,
  followRefunds,
  insertParts,
  refundById,
  refundsAre,
  tellRefund,
  tellReturnedFee,
} from "../refunds.server";
import { refunds } from "../schema/money";
import { noteRefund } from "./ask-refund.server";

const MOST_TRIES = 100;

/**
 * Brings our refund to where the provider's is: one that we asked for, by our own name of it, or one that was made on
 * the provider's pages, which is written down as it is and spread over what is left of the order.
 *
 * @returns its state, or null when it is about no payment of ours
 */
export async function takeRefund(studio: Studio, providerRefundRef: string): Promise<RefundState | null> {
  const noted = await refundOfRef(studio, providerRefundRef);
  const told = await providerNamed(studio, noted?.provider ?? "stripe").retrieveRefund(providerRefundRef);
  const ours = noted?.refund.id ?? (await ownRefund(studio, told));
  if (ours) {
    await noteRefund(studio, ours, told);
    return (await refundById(studio, ours))?.refund.state ?? null;
  }
  if (told.paymentRef === null) return null;
  const paying = await paidAttempt(studio, told.paymentRef);
  if (!paying) return null;
  for (let tries = 0; tries < MOST_TRIES; tries += 1)
    if ((await writeDown(studio, paying, told)) > 0) return asOurs(told.state);
  throw new Error("the refunds of an order do not stand still");
}

async function refundOfRef(studio: Studio, providerRef: string) {
  const row = await studio.db
    .select({ id: refunds.id })
    .from(refunds)
    .where(eq(refunds.providerRef, providerRef))
    .get();
  return row && refundById(studio, row.id);
}

/** The refund that we asked for and whose answer we may never have got. */
async function ownRefund(studio: Studio, { reference, paymentRef, amount }: Refund): Promise<string | null> {
  const found = reference === null ? undefined : await refundById(studio, reference);
  if (!found) return null;
  const { refund } = found;
  const fits =
    refund.paymentRef === paymentRef && refund.providerRef === null && refund.amount === amount.amount;
  return fits ? refund.id : null;
}

/** Writes a refund of the provider's pages down, unless it stands there. @returns how often it does: 0 is to be tried again */
async function writeDown(studio: Studio, { order: { id: orderId }, attempt }: Paying, told: Refund) {
  const { db, clock } = studio;
  const [order, counted] = await Promise.all([soldOrder(studio, orderId), countedRefunds(studio, orderId)]);
  if (!order) return 0;
  const { amount, currency } = told.amount;
  const isOfOrder = order.status === "fulfilled" && order.paymentRef === attempt.paymentRef;
  // What was only asked for has not left: if the provider has no money for it any more, it will be refused.
  const asked = new Set(counted.rows.filter(({ state }) => state === "requested").map(({ id }) => id));
  const accepted = counted.parts.filter(({ refundId }) => !asked.has(refundId));
  const { parts } = isOfOrder ? spreadParts(order, order.lines, accepted, amount) : { parts: [] };
  const id = newId("refund");
  const now = clock.now();
  const state = asOurs(told.state);
  const row = { id, orderId, amount, currency };
  const paidBy = attempt.provider === "transfer" ? "bank" : "provider";
  const written = await commit(
    studio,
    db.all<unknown>(sql`
      insert into ${refunds} (id, order_id, attempt_id, payment_ref, amount, currency, state, reason, of_order,
        provider_ref, failure, created_at, changed_at)
      select ${id}, ${orderId}, ${attempt.id}, ${attempt.paymentRef}, ${amount}, ${currency}, ${state}, 'provider',
        ${isOfOrder ? 1 : 0}, ${told.ref}, ${state === "failed" ? "failed" : null}, ${told.createdAt}, ${now}
      where ${refundsAre(orderId, counted.print)}
      on conflict (provider_ref) do nothing
      returning id`),
    {
      ...(state === "failed" ? {} : { event: { name: "order.refunded", payload: { refundId: id } } }),
      audit: {
        action: "order.refunded",
        subjectId: orderId,
        after: { refund: id, amount, currency, reason: "provider" },
      },
    },
    {
      after: [
        insertParts(studio, id, parts),
        ...(await followRefunds(studio, orderId)),
        ...tellRefund(studio, row, { parts, paidBy }),
        ...tellReturnedFee(studio, row, told.returnedFee),
        endReview(studio, orderId),
      ],
    },
  );
  return written.length || ((await refundOfRef(studio, told.ref)) ? 1 : 0);
}

function asOurs(state: Refund["state"]): RefundState {
  return state === "canceled" ? "failed" : state;
}
