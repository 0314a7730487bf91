import { sql } from "drizzle-orm";
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
import { refunds } from "../schema/money";
import { askRefund } from "./ask-refund.server";

export type HeldRefusal =
  | { reason: "not_in_review" }
  | { reason: "disputed" }
  | { reason: "payment_unavailable" };

type Outcome = Result<{ refundId: string; state: RefundState }, HeldRefusal>;

/**
 * Gives back all that was paid for an order under review, which ends it. Written down first, by one statement that holds
 * the amount against the ledger, so that nobody gives it back twice; then the provider is asked.
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
  if (order?.status !== "review" || order.checkoutRef === null || order.paymentRef === null || !held)
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
      select ${refundId}, o.id, ${attempt?.attempt.id ?? null}, o.payment_ref, ${amount}, ${currency}, 'requested',
        'review', 0, ${note}, ${studio.actor.id}, ${now}, ${now}
      from ${orders} o
      where o.id = ${orderId} and o.status = 'review' and ${heldAmount(orderId, currency)} = ${amount}
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
  );
  return written.length > 0 ? asked(studio, refundId) : refuse({ reason: "not_in_review" });
}

/** Has the provider do what is written down, and says what came of it. */
async function asked(studio: Studio, refundId: string): Promise<Outcome> {
  const { state, failure } = await askRefund(studio, refundId);
  if (state !== "failed") return ok({ refundId, state });
  return refuse({ reason: failure === "disputed" ? "disputed" : "payment_unavailable" });
}
