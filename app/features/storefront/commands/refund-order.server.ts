import { sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import type { Money } from "../../../lib/money";
import { ok, type Result, refuse } from "../../../lib/result";
import { MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { attemptOfCheckout, soldOrder } from "../attempts.server";
import type { chosenReasons, RefundState } from "../model/money-states";
import { chosenParts, refundable } from "../model/refunds";
import {
  countedRefunds,
  followRefunds,
  insertParts,
  partsAreLeft,
  refundById,
  refundedOf,
  refundIdOfKey,
  refundsAre,
} from "../refunds.server";
import { orders } from "../schema";
import { refunds } from "../schema/money";
import { askRefund } from "./ask-refund.server";

/** What is to be given back; amounts are minor units with tax. */
export interface WantedRefund {
  lines: readonly { lineId: string; amount: number }[];
  /** 0 for none. */
  shipping: number;
  reason: (typeof chosenReasons)[number];
  note: string;
  /** The same key is the same refund, whatever else is said with it. */
  key?: string;
}

export type RefundRefusal =
  | { reason: "nothing" }
  | { reason: "too_much"; left: Money }
  | { reason: "disputed" }
  | { reason: "not_paid" }
  | { reason: "payment_unavailable" };

type Outcome = Result<{ refundId: string; state: RefundState }, RefundRefusal>;

/** Each further try means that another refund of the order was written down meanwhile. */
const MOST_TRIES = 100;

/**
 * Gives back a part of what an order cost. The refund is written down first, by one statement that counts what is left
 * at that moment, so that no number of members at once gives back more than was paid; then the provider is asked.
 *
 * @returns the refund; "requested" while the provider could not be reached, which is asked again by the sweep
 */
export async function refundOrder(studio: Studio, orderId: string, wanted: WantedRefund): Promise<Outcome> {
  const refundId = wanted.key === undefined ? newId("refund") : await refundIdOfKey(orderId, wanted.key);
  const before = wanted.key === undefined ? undefined : await refundById(studio, refundId);
  if (before) return asked(studio, refundId, orderId);
  await studio.dueBy(studio.clock.now() + 2 * MINUTE);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const noted = await noteRequest(studio, orderId, { refundId, wanted });
    if (noted === "noted") return asked(studio, refundId, orderId);
    if (noted !== "meanwhile") return noted;
    if (wanted.key !== undefined && (await refundById(studio, refundId)))
      return asked(studio, refundId, orderId);
  }
  throw new Error("the refunds of an order do not stand still");
}

async function noteRequest(
  studio: Studio,
  orderId: string,
  { refundId, wanted }: { refundId: string; wanted: WantedRefund },
): Promise<"noted" | "meanwhile" | Outcome> {
  const { db, clock } = studio;
  const [order, counted] = await Promise.all([soldOrder(studio, orderId), countedRefunds(studio, orderId)]);
  if (order?.status !== "fulfilled" || order.paymentRef === null || order.checkoutRef === null)
    return refuse({ reason: "not_paid" });
  if (order.disputeState === "open" || order.disputeState === "lost") return refuse({ reason: "disputed" });
  const chosen = merged(wanted);
  const amount = chosen.reduce((sum, part) => sum + part.amount, 0);
  if (amount === 0 || chosen.some((part) => !Number.isSafeInteger(part.amount) || part.amount < 0))
    return refuse({ reason: "nothing" });
  const { total } = refundable(order, order.lines, counted.parts);
  const parts = chosenParts(order, order.lines, counted.parts, chosen);
  const { currency } = order;
  if (!parts || amount > total) return refuse({ reason: "too_much", left: { amount: total, currency } });
  const attempt = await attemptOfCheckout(studio, order.checkoutRef);
  const now = clock.now();
  const written = await commit(
    studio,
    db.all<unknown>(sql`
      insert into ${refunds} (id, order_id, attempt_id, payment_ref, amount, currency, state, reason, of_order, note,
        created_by, created_at, changed_at)
      select ${refundId}, o.id, ${attempt?.attempt.id ?? null}, o.payment_ref, ${amount}, o.currency, 'requested',
        ${wanted.reason}, 1, ${wanted.note}, ${studio.actor.id}, ${now}, ${now}
      from ${orders} o
      where o.id = ${orderId} and o.status = 'fulfilled' and coalesce(o.dispute_state, 'won') = 'won'
        and o.paid_amount - ${refundedOf} >= ${amount}
        and ${partsAreLeft(parts)}
        and ${refundsAre(orderId, counted.print)}
      on conflict (id) do nothing
      returning id`),
    {
      audit: {
        action: "order.refunded",
        subjectId: orderId,
        after: { refund: refundId, amount, currency, reason: wanted.reason, lines: parts.length },
      },
    },
    { after: [insertParts(studio, refundId, parts), ...(await followRefunds(studio, orderId))] },
  );
  return written.length > 0 ? "noted" : "meanwhile";
}

/** Has the provider do what is written down, and says what came of it. */
async function asked(studio: Studio, refundId: string, orderId: string): Promise<Outcome> {
  const { state, failure } = await askRefund(studio, refundId);
  if (state !== "failed") return ok({ refundId, state });
  if (failure === "disputed") return refuse({ reason: "disputed" });
  if (failure === "state") return refuse({ reason: "not_paid" });
  if (failure !== "too_much") return refuse({ reason: "payment_unavailable" });
  const [order, counted] = await Promise.all([soldOrder(studio, orderId), countedRefunds(studio, orderId)]);
  if (!order) return refuse({ reason: "not_paid" });
  const { total } = refundable(order, order.lines, counted.parts);
  return refuse({ reason: "too_much", left: { amount: total, currency: order.currency } });
}

/** What is wanted by line, each line once. */
function merged({ lines, shipping }: WantedRefund) {
  const byLine = new Map<string | null, number>();
  for (const { lineId, amount } of [...lines, { lineId: null, amount: shipping }])
    byLine.set(lineId, (byLine.get(lineId) ?? 0) + amount);
  return [...byLine].filter(([, amount]) => amount !== 0).map(([lineId, amount]) => ({ lineId, amount }));
}
