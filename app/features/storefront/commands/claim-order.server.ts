import { and, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { CheckoutSession } from "../../../adapters/payments/payment-provider";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import { grantDownloads } from "../../downloads/index.server";
import { applyServices } from "../../galleries/index.server";
import { type Paying, soldOrder } from "../attempts.server";
import { lacksOriginals } from "../gone-originals.server";
import { ledgerEntry } from "../ledger.server";
import { salePostings } from "../model/ledger";
import type { OrderStatus } from "../model/money-states";
import { cartLines, orders } from "../schema";
import { paymentAttempts } from "../schema/money";

/** Statuses from which an order may still become paid: a payment outruns an expiry that was noted already. */
export const UNSETTLED: OrderStatus[] = ["pending", "processing", "authorized", "expired", "failed"];

interface Claim {
  from: readonly OrderStatus[];
  action: "order.fulfilled" | "order.accepted";
  /** What it was paid with; null for an order that costs nothing. */
  paid: { attempt: Pick<Paying["attempt"], "id">; ref: string; paymentRef: string | null } | null;
  paidFrom: "provider" | "held";
}

/**
 * Fulfils an order, if it is where it may be fulfilled from: the one statement that decides who does it, and in its
 * batch everything that goes with it, which is the sale in the ledger, the right to the files and the empty cart. One
 * whose originals are gone is never fulfilled.
 *
 * @returns whether it was this call that did it
 */
export async function claimOrder(
  studio: Studio,
  orderId: string,
  { from, action, paid, paidFrom }: Claim,
): Promise<boolean> {
  const { db, clock } = studio;
  const sold = (await soldOrder(studio, orderId)) ?? missing();
  const now = clock.now();
  const isFulfilled = sql`exists (select 1 from ${orders} o where o.id = ${orderId} and o.status = 'fulfilled')`;
  const claimed = await commit(
    studio,
    db
      .update(orders)
      .set({
        status: "fulfilled",
        fulfilledAt: now,
        checkoutUrl: null,
        reviewReason: null,
        paidAmount: sold.totalAmount,
        ...(paid ? { checkoutRef: paid.ref, paymentRef: paid.paymentRef } : {}),
      })
      .where(
        and(
          eq(orders.id, orderId),
          inArray(orders.status, [...from]),
          paid ? undefined : eq(orders.totalAmount, 0),
          not(lacksOriginals(orderId)),
        ),
      )
      .returning({ id: orders.id }),
    {
      event: { name: "order.fulfilled", payload: { orderId } },
      audit: {
        action,
        subjectId: orderId,
        after: paid ? { amount: sold.totalAmount, currency: sold.currency } : { amount: 0 },
      },
    },
    {
      after: [
        ...(paid ? [noteTaken(studio, paid.attempt.id, { ...paid, orderId })] : []),
        ...ledgerEntry(studio, {
          source: `sale:${orderId}`,
          kind: "sale",
          orderId,
          happenedAt: now,
          postings: salePostings(sold, paidFrom),
          when: isFulfilled,
        }),
        ...(await grantDownloads(studio, orderId)),
        ...(await applyServices(studio, orderId)),
        emptyCart(studio, orderId),
      ],
    },
  );
  return claimed.length > 0;
}

/** Keeps a payment that does not fit its order, or comes too late for it, for a person to look at, its money on hold. */
export async function holdOrder(
  studio: Studio,
  { order, attempt }: Paying,
  { session, difference }: { session: CheckoutSession; difference: string },
): Promise<boolean> {
  const { db } = studio;
  const held = await commit(
    studio,
    db
      .update(orders)
      .set({
        status: "review",
        reviewReason: difference,
        checkoutUrl: null,
        checkoutRef: session.ref,
        paymentRef: session.paymentRef,
      })
      .where(and(eq(orders.id, order.id), inArray(orders.status, UNSETTLED)))
      .returning({ id: orders.id }),
    {
      event: { name: "order.needs_review", payload: { orderId: order.id } },
      audit: { action: "order.needs_review", subjectId: order.id, after: { reason: difference } },
    },
    {
      after: [
        noteTaken(studio, attempt.id, {
          orderId: order.id,
          ref: session.ref,
          paymentRef: session.paymentRef,
        }),
        ...received(studio, { order, attempt }, session),
      ],
    },
  );
  return held.length > 0;
}

/**
 * The statements that tell of money that pays for nothing yet. A transfer's is told of receipt by receipt, when a
 * member confirms it.
 */
export function received(
  studio: Studio,
  { order, attempt }: Paying,
  { total }: Pick<CheckoutSession, "total">,
): BatchItem<"sqlite">[] {
  if (attempt.provider === "transfer") return [];
  return ledgerEntry(studio, {
    source: `received:${attempt.id}`,
    kind: "received",
    orderId: order.id,
    happenedAt: studio.clock.now(),
    postings: [
      { account: "provider", amount: total.amount, currency: total.currency },
      { account: "held", amount: -total.amount, currency: total.currency },
    ],
    when: sql`exists (select 1 from ${paymentAttempts} where id = ${attempt.id} and state = 'paid')
      and not exists (select 1 from ${orders} o where o.id = ${order.id} and o.status = 'fulfilled'
        and o.checkout_ref = (select checkout_ref from ${paymentAttempts} where id = ${attempt.id}))`,
  });
}

/** Notes that an attempt is what its order was paid with, if the order says so too. */
function noteTaken(
  { db, clock }: Studio,
  attemptId: string,
  { orderId, ref, paymentRef }: { orderId: string; ref: string; paymentRef: string | null },
): BatchItem<"sqlite"> {
  const isOfOrder: SQL = sql`exists (select 1 from ${orders} o where o.id = ${orderId} and o.checkout_ref = ${ref}
    and o.status in ('fulfilled', 'review'))`;
  return db
    .update(paymentAttempts)
    .set({ state: "paid", checkoutRef: ref, checkoutUrl: null, paymentRef, changedAt: clock.now() })
    .where(and(eq(paymentAttempts.id, attemptId), isOfOrder));
}

/** Takes out of the cart what the order was made from; what was put in later stays. */
function emptyCart({ db }: Studio, orderId: string) {
  return db.run(sql`
    delete from ${cartLines} where exists (
      select 1 from ${orders} o where o.id = ${orderId} and o.status = 'fulfilled'
        and o.cart_id = cart_lines.cart_id and cart_lines.changed_at <= o.created_at)`);
}

function missing(): never {
  throw notFound();
}
