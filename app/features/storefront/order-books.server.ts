import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Dispute, Payment, Period, Refund } from "../../adapters/payments/payment-provider";
import type { Studio } from "../../tenancy/studio";
import { entitlements } from "../downloads/schema";
import type { OrderBooks } from "./model/reconcile";
import type { ProviderSide } from "./provider-side.server";
import { orderLines, orders } from "./schema";
import {
  disputes,
  ledgerEntries,
  ledgerPostings,
  paymentAttempts,
  refundLines,
  refunds,
  transferReceipts,
  transfers,
} from "./schema/money";

const list = (values: Iterable<string>) => sql`(select value from json_each(${JSON.stringify([...values])}))`;
const among = (column: SQLiteColumn, values: Iterable<string>): SQL => sql`${column} in ${list(values)}`;

/** The orders that a period concerns: made or written about in it, or moved by what the providers say of it. */
export async function ordersConcerned(
  { db }: Studio,
  { from, until }: Period,
  side: ProviderSide,
): Promise<string[]> {
  const payments = new Set([
    ...side.payments.values().map(({ ref }) => ref),
    ...[...side.refunds.values(), ...side.disputes.values()].flatMap(({ paymentRef }) => paymentRef ?? []),
  ]);
  const references = side.payments.values().flatMap(({ reference }) => reference ?? []);
  const within = (column: SQL) => sql`${column} >= ${from} and ${column} < ${until}`;
  const rows = await db.all<[string]>(sql`
    select id from ${orders} where ${within(sql`created_at`)}
      or id in ${list(references)}
      or id in (select order_id from ${ledgerEntries} where ${within(sql`happened_at`)})
      or id in (select order_id from ${refunds} where ${within(sql`created_at`)})
      or id in (select order_id from ${disputes} where ${within(sql`created_at`)})
      or id in (select order_id from ${paymentAttempts} where payment_ref in ${list(payments)})
    order by id`);
  return rows.map(([id]) => id);
}

/** All that is known of some orders, here and at their providers. */
export async function orderBooks(
  studio: Studio,
  orderIds: readonly string[],
  side: ProviderSide,
): Promise<OrderBooks[]> {
  const { db } = studio;
  const [heads, lines, attempts, given, parts, disputed, received, entitled, entries, postings] =
    await db.batch([
      db.select().from(orders).where(among(orders.id, orderIds)),
      db.select().from(orderLines).where(among(orderLines.orderId, orderIds)),
      db.select().from(paymentAttempts).where(among(paymentAttempts.orderId, orderIds)),
      db.select().from(refunds).where(among(refunds.orderId, orderIds)),
      db
        .select()
        .from(refundLines)
        .where(
          sql`${refundLines.refundId} in (select id from ${refunds} where ${among(refunds.orderId, orderIds)})`,
        ),
      db.select().from(disputes).where(among(disputes.orderId, orderIds)),
      db
        .select({
          id: transferReceipts.id,
          amount: transferReceipts.amount,
          createdAt: transferReceipts.createdAt,
          orderId: transfers.orderId,
        })
        .from(transferReceipts)
        .innerJoin(transfers, sql`${transfers.ref} = ${transferReceipts.transferRef}`)
        .where(among(transfers.orderId, orderIds)),
      db.select().from(entitlements).where(among(entitlements.orderId, orderIds)),
      db.select().from(ledgerEntries).where(among(ledgerEntries.orderId, orderIds)),
      db
        .select()
        .from(ledgerPostings)
        .where(
          sql`${ledgerPostings.entryId} in (select id from ${ledgerEntries} where ${among(ledgerEntries.orderId, orderIds)})`,
        ),
    ]);
  const linesOf = groupedBy(lines, ({ orderId }) => orderId);
  const attemptsOf = groupedBy(attempts, ({ orderId }) => orderId);
  const refundsOf = groupedBy(given, ({ orderId }) => orderId);
  const partsOf = groupedBy(parts, ({ refundId }) => refundId);
  const disputesOf = groupedBy(disputed, ({ orderId }) => orderId);
  const receiptsOf = groupedBy(received, ({ orderId }) => orderId);
  const entitledBy = groupedBy(entitled, ({ orderId }) => orderId);
  const entriesOf = groupedBy(entries, ({ orderId }) => orderId ?? "");
  const postingsOf = groupedBy(postings, ({ entryId }) => entryId);
  const books = heads.map((order) => {
    const paying = withUntold(order.id, attemptsOf(order.id), side);
    const providerOf = (attemptId: string | null, paymentRef: string) =>
      paying.find((each) => each.id === attemptId || each.paymentRef === paymentRef)?.provider ??
      order.provider;
    return {
      order: { ...order, lines: linesOf(order.id) },
      attempts: paying,
      refunds: refundsOf(order.id).map((refund) => ({
        ...refund,
        provider: providerOf(refund.attemptId, refund.paymentRef),
        lines: partsOf(refund.id),
      })),
      disputes: disputesOf(order.id),
      receipts: receiptsOf(order.id),
      entitlements: entitledBy(order.id).map(({ lineId, refundedAt, disputedAt }) => ({
        lineId,
        refunded: refundedAt !== null,
        disputed: disputedAt !== null,
      })),
      entries: entriesOf(order.id).map(({ id, source }) => ({ source, postings: postingsOf(id) })),
    };
  });
  const whole: OrderBooks[] = [];
  for (const each of books) whole.push(await withProviderSide(each, side));
  return whole;
}

type OwnSide = Omit<OrderBooks, "payments" | "providerRefunds" | "providerDisputes">;

/** Adds what the providers say of all that an order's rows name. */
async function withProviderSide(own: OwnSide, side: ProviderSide): Promise<OrderBooks> {
  const payments = new Map<string, Payment>();
  for (const { provider, paymentRef } of own.attempts) {
    const payment = paymentRef === null ? null : await side.payment(provider, paymentRef);
    if (payment) payments.set(payment.ref, payment);
  }
  const named = <Item extends { ref: string }>(items: readonly (Item | null)[]) =>
    new Map(items.flatMap((item) => (item ? [[item.ref, item] as const] : [])));
  const paidBy = own.attempts.flatMap(({ paymentRef }) => paymentRef ?? []);
  const known: (Refund | null)[] = [];
  for (const { provider, providerRef } of own.refunds)
    known.push(providerRef === null ? null : await side.refund(provider, providerRef));
  const disputed: (Dispute | null)[] = [];
  for (const { providerRef } of own.disputes) disputed.push(await side.dispute(providerRef));
  return {
    ...own,
    payments,
    providerRefunds: named([...paidBy.flatMap((ref) => side.refunds.of(ref)), ...known]),
    providerDisputes: named([...paidBy.flatMap((ref) => side.disputes.of(ref)), ...disputed]),
  };
}

/** An attempt learns of its payment when it is settled: until then a paid one is known by the order it is for. */
function withUntold<Attempt extends { paymentRef: string | null; provider: string }>(
  orderId: string,
  attempts: readonly Attempt[],
  side: ProviderSide,
): Attempt[] {
  const known = new Set(attempts.map(({ paymentRef }) => paymentRef));
  const untold = side.payments.of(orderId).filter(({ ref, received }) => received > 0 && !known.has(ref));
  return attempts.map((attempt) => {
    if (attempt.paymentRef !== null || untold.length === 0) return attempt;
    return { ...attempt, paymentRef: untold.shift()?.ref ?? null };
  });
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): (key: string) => Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return (key) => groups.get(key) ?? [];
}
