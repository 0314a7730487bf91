import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../../lib/ids";
import type { Money } from "../../lib/money";
import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import type { Provider } from "./model/money-states";
import { orderLines, orders } from "./schema";
import { paymentAttempts } from "./schema/money";

export type Order = typeof orders.$inferSelect;
export type Attempt = typeof paymentAttempts.$inferSelect;

/** An order together with one of the attempts to pay it. */
export interface Paying {
  order: Order;
  attempt: Attempt;
}

interface NewAttempt {
  id: string;
  orderId: string;
  provider: Provider;
  charge: "now" | "review";
  total: Money;
  payUntil: Instant;
}

/**
 * The statement that begins another attempt to pay an order: the row stands before the provider is asked, so that an
 * answer that is lost can be had again under the same key. It does nothing while another attempt can still be paid.
 */
export function beginAttempt(
  { db, clock }: Pick<Studio, "db" | "clock">,
  { id, orderId, provider, charge, total, payUntil }: NewAttempt,
  when: SQL = sql`true`,
): BatchItem<"sqlite"> {
  const now = clock.now();
  return db.run(sql`
    insert into ${paymentAttempts} (id, order_id, number, provider, charge, state, amount, currency, pay_until,
      created_at, changed_at)
    select ${id}, ${orderId}, 1 + coalesce((select max(number) from ${paymentAttempts} where order_id = ${orderId}), 0),
      ${provider}, ${charge}, 'creating', ${total.amount}, ${total.currency}, ${payUntil}, ${now}, ${now}
    where ${when} and not exists (select 1 from ${paymentAttempts} where order_id = ${orderId}
      and state in ('creating', 'open', 'processing', 'authorized'))`);
}

export const newAttemptId = () => newId("attempt");

/** The attempt that a checkout of the provider belongs to; undefined where it belongs to none that we know of. */
export function attemptOfCheckout(studio: Studio, checkoutRef: string): Promise<Paying | undefined> {
  return paying(studio, eq(paymentAttempts.checkoutRef, checkoutRef));
}

/** The attempt whose checkout was opened and never noted, by the order that the checkout names. */
export function unnotedAttempt(studio: Studio, orderId: string): Promise<Paying | undefined> {
  return paying(studio, and(eq(paymentAttempts.orderId, orderId), isNull(paymentAttempts.checkoutRef)));
}

export function attemptOfPayment(studio: Studio, paymentRef: string): Promise<Paying | undefined> {
  return paying(studio, eq(paymentAttempts.paymentRef, paymentRef));
}

export function attemptById(studio: Studio, id: string): Promise<Paying | undefined> {
  return paying(studio, eq(paymentAttempts.id, id));
}

/** The newest attempt to pay an order; undefined where none was ever begun. */
export function newestAttempt(studio: Studio, orderId: string): Promise<Paying | undefined> {
  return paying(studio, eq(paymentAttempts.orderId, orderId));
}

/** The newest attempt of some, with its order. */
async function paying({ db }: Studio, which: SQL | undefined): Promise<Paying | undefined> {
  const attempt = await db
    .select()
    .from(paymentAttempts)
    .where(which)
    .orderBy(desc(paymentAttempts.number))
    .limit(1)
    .get();
  const order = attempt && (await db.select().from(orders).where(eq(orders.id, attempt.orderId)).get());
  return attempt && order && { attempt, order };
}

/** An order as the ledger and refunds see it; undefined where there is none. */
export async function soldOrder({ db }: Pick<Studio, "db">, orderId: string) {
  const [order, lines] = await Promise.all([
    db.select().from(orders).where(eq(orders.id, orderId)).get(),
    db
      .select({ id: orderLines.id, amount: orderLines.amount, taxAmount: orderLines.taxAmount })
      .from(orderLines)
      .where(eq(orderLines.orderId, orderId))
      .orderBy(orderLines.position),
  ]);
  return order && { ...order, lines };
}
