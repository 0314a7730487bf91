import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { attemptOfCheckout, soldOrder } from "../attempts.server";
import { heldAmount, heldMoney } from "../held-money.server";
import type { RefundState } from "../model/money-states";
import { refundById, refundIdOfKey } from "../refunds.server";
import { orders } from "../schema";
import { paymentAttempts, refunds, transfers } from "../schema/money";
import { askRefund } from "./ask-refund.server";

export type HeldRefusal =
  | { reason: "not_in_review" }
  | { reason: "disputed" }
  | { reason: "payment_unavailable" };

type Outcome = Result<{ refundId: string; state: RefundState }, HeldRefusal>;

/**
 * Gives back all that was paid for an order under review, or the part of a transfer that arrived for one that is not
 * paid, which ends it. Written down first, by one statement that holds the amount against the ledger, so that nobody
 * gives it back twice; then the provider is asked. A transfer of which a part went back takes nothing any more.
 *
 * @param by.key names the refund: the same key is the same one
 */
export async function returnHeld(
  studio: Studio,
  orderId: string,
  { key, note = "" }: { key?: string; note?: string } = {},
): Promise<Outcome> {
  const refundId = key === undefined ? newId("refund") : await refundIdOfKey(orderId, key);
  if (key !== undefined && (await refundById(studio, refundId))) return asked(studio, refundId);
  const [order, held] = await Promise.all([soldOrder(studio, orderId), heldMoney(studio, orderId)]);
  const isPart = order?.status === "pending" && order.provider === "transfer";
  if ((order?.status !== "review" && !isPart) || order.checkoutRef === null || !held)
    return refuse({ reason: "not_in_review" });
  const attempt = await attemptOfCheckout(studio, order.checkoutRef);
  const { amount, currency } = held;
  const now = studio.clock.now();
  await studio.dueBy(now + 2 * MINUTE);
  const written = await commit(
    studio,
    studio.db.all<unknown>(sql`
      insert into ${refunds} (id, order_id, attempt_id, payment_ref, amount, currency, state, reason, of_order, note,
        created_by, created_at, changed_at)
      select ${refundId}, o.id, ${attempt?.attempt.id ?? null}, coalesce(o.payment_ref, o.checkout_ref), ${amount},
        ${currency}, 'requested', 'review', 0, ${note}, ${studio.actor.id}, ${now}, ${now}
      from ${orders} o
      where o.id = ${orderId} and o.status = ${order.status} and ${heldAmount(orderId, currency)} = ${amount}
        and not exists (select 1 from ${refunds} r where r.order_id = o.id and r.state = 'requested')
      on conflict (id) do nothing
      returning id`),
    {
      audit: {
        action: "order.refunded",
        subjectId: orderId,
        after: { refund: refundId, amount, currency, reason: "review" },
      },
    },
    { after: isPart ? giveUp(studio, { orderId, refundId, transferRef: order.checkoutRef }) : [] },
  );
  return written.length > 0 ? asked(studio, refundId) : refuse({ reason: "not_in_review" });
}

/** The statements that give an order up of whose transfer a part goes back, if that was written down. */
function giveUp(
  { db, clock }: Studio,
  { orderId, refundId, transferRef }: { orderId: string; refundId: string; transferRef: string },
): BatchItem<"sqlite">[] {
  const goesBack = sql`exists (select 1 from ${refunds} where id = ${refundId})`;
  const now = clock.now();
  return [
    db
      .update(orders)
      .set({ status: "canceled", reviewReason: "part" })
      .where(sql`id = ${orderId} and status = 'pending' and ${goesBack}`),
    db
      .update(paymentAttempts)
      .set({ state: "canceled", changedAt: now })
      .where(sql`order_id = ${orderId} and state in ('creating', 'open') and ${goesBack}`),
    db
      .update(transfers)
      .set({ closedAt: now })
      .where(sql`ref = ${transferRef} and closed_at is null and ${goesBack}`),
  ];
}

/** Has the provider do what is written down, and says what came of it. */
async function asked(studio: Studio, refundId: string): Promise<Outcome> {
  const { state, failure } = await askRefund(studio, refundId);
  if (state !== "failed") return ok({ refundId, state });
  return refuse({ reason: failure === "disputed" ? "disputed" : "payment_unavailable" });
}
