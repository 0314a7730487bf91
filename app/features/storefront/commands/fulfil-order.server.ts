import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { isCreditorReference } from "../../../adapters/payments/creditor-reference";
import type { CheckoutSession } from "../../../adapters/payments/payment-provider";
import { commit } from "../../../events/commit";
import { log } from "../../../lib/log";
import type { Studio } from "../../../tenancy/studio";
import { grantDownloads } from "../../downloads/index.server";
import type { OrderStatus } from "../model/money-states";
import { providerNamed } from "../payment-methods.server";
import { cartLines, orders } from "../schema";

type Order = typeof orders.$inferSelect;

/** Statuses from which an order may still become paid: a payment outruns an expiry that was noted already. */
const UNSETTLED: OrderStatus[] = ["pending", "processing", "expired"];

/**
 * Brings an order to where its checkout session is, whoever asks: the webhook, the page the buyer returns
 * to, or the sweep. What counts is the session as the provider has it under this studio's own account, never
 * what the caller says. Any number of calls, at once or late, fulfil the order once.
 *
 * @returns the order's status afterwards, or null when no order of this studio belongs to the session
 */
export async function fulfilOrder(studio: Studio, checkoutRef: string): Promise<OrderStatus | null> {
  const known = await orderOfSession(studio, checkoutRef, null);
  if (known && !UNSETTLED.includes(known.status)) return known.status;
  const isTransfer = known ? known.provider === "transfer" : isCreditorReference(checkoutRef);
  const provider = providerNamed(studio, isTransfer ? "transfer" : "stripe");
  const session = await provider.retrieveCheckout(checkoutRef);
  const order = known ?? (await orderOfSession(studio, checkoutRef, session.reference));
  if (!order) return null;
  if (session.paid) return settlePaid(studio, order, session);
  if (session.state === "complete") return moveTo(studio, order, ["pending"], "processing");
  if (session.state === "expired") return moveTo(studio, order, ["pending", "processing"], "expired");
  return order.status;
}

/** Fulfils an order that costs nothing. */
export async function fulfilFreeOrder(studio: Studio, orderId: string): Promise<void> {
  const free = and(eq(orders.id, orderId), eq(orders.totalAmount, 0), inArray(orders.status, UNSETTLED));
  await claim(studio, orderId, free, null);
}

/** The order made for a session: by our own note of it, or by the reference when that note was lost. */
async function orderOfSession(
  studio: Studio,
  ref: string,
  reference: string | null,
): Promise<Order | undefined> {
  const byNote = eq(orders.checkoutRef, ref);
  const byReference = reference ? and(eq(orders.id, reference), isNull(orders.checkoutRef)) : undefined;
  return studio.db.select().from(orders).where(or(byNote, byReference)).get();
}

async function settlePaid(studio: Studio, order: Order, session: CheckoutSession): Promise<OrderStatus> {
  const difference = differenceOf(studio, order, session);
  const isUnsettled = and(eq(orders.id, order.id), inArray(orders.status, UNSETTLED));
  if (difference) {
    log("error", "a payment does not match its order", {
      studioId: studio.tenant.id,
      orderId: order.id,
      difference,
    });
    await commit(
      studio,
      studio.db
        .update(orders)
        .set({ status: "review", reviewReason: difference, paymentRef: session.paymentRef })
        .where(isUnsettled)
        .returning({ id: orders.id }),
      {
        event: { name: "order.needs_review", payload: { orderId: order.id } },
        audit: { action: "order.needs_review", subjectId: order.id, after: { reason: difference } },
      },
    );
    return "review";
  }
  await claim(studio, order.id, isUnsettled, session);
  return "fulfilled";
}

/** The one statement that decides who fulfils; the rest of its batch happens only with it. */
async function claim(
  studio: Studio,
  orderId: string,
  guard: ReturnType<typeof and>,
  session: CheckoutSession | null,
): Promise<void> {
  await commit(
    studio,
    studio.db
      .update(orders)
      .set({
        status: "fulfilled",
        fulfilledAt: studio.clock.now(),
        checkoutUrl: null,
        ...(session ? { checkoutRef: session.ref, paymentRef: session.paymentRef } : {}),
      })
      .where(guard)
      .returning({ id: orders.id }),
    {
      event: { name: "order.fulfilled", payload: { orderId } },
      audit: {
        action: "order.fulfilled",
        subjectId: orderId,
        after: session ? { amount: session.total.amount, currency: session.total.currency } : { amount: 0 },
      },
    },
    { after: [...(await grantDownloads(studio, orderId)), emptyCart(studio, orderId)] },
  );
}

/** Takes out of the cart what the order was made from; what was put in later stays. */
function emptyCart({ db }: Studio, orderId: string) {
  return db.run(sql`
    delete from ${cartLines} where exists (
      select 1 from ${orders} o where o.id = ${orderId} and o.status = 'fulfilled'
        and o.cart_id = cart_lines.cart_id and cart_lines.changed_at <= o.created_at)`);
}

function differenceOf(studio: Studio, order: Order, session: CheckoutSession): string | null {
  if (session.live !== studio.payments.live) return "livemode";
  if (session.reference !== order.id) return "reference";
  if (session.total.currency !== order.currency) return "currency";
  if (session.total.amount !== order.totalAmount) return "amount";
  return null;
}

async function moveTo(
  studio: Studio,
  order: Order,
  from: OrderStatus[],
  status: OrderStatus,
): Promise<OrderStatus> {
  await studio.db
    .update(orders)
    .set({ status, checkoutUrl: null })
    .where(and(eq(orders.id, order.id), inArray(orders.status, from)));
  return status;
}
