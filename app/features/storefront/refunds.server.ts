import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../../lib/ids";
import type { Money } from "../../lib/money";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import { restoreEntitlements, withholdEntitlements } from "../downloads/index.server";
import { ledgerEntry } from "./ledger.server";
import { oneFeePostings } from "./model/ledger";
import { COUNTED_REFUNDS } from "./model/money-states";
import type { RefundPart } from "./model/refunds";
import { refundPostings } from "./model/refunds";
import { orderLines, orders } from "./schema";
import { paymentAttempts, refundLines, refunds } from "./schema/money";

export type Refund = typeof refunds.$inferSelect;

/** Refunds of an order that count against what was paid, as SQL. */
const COUNTS = sql`r.state in ('requested', 'pending', 'succeeded')`;

/**
 * The refunds of an order that count, with the parts they are made of, and a print of them: whoever writes another one
 * down has it asked in the same statement whether they are still these.
 */
export async function countedRefunds({ db }: Pick<Studio, "db">, orderId: string) {
  const [rows, parts] = await db.batch([
    db
      .select({ id: refunds.id, state: refunds.state })
      .from(refunds)
      .where(and(eq(refunds.orderId, orderId), inArray(refunds.state, [...COUNTED_REFUNDS])))
      .orderBy(refunds.id),
    db
      .select({
        refundId: refundLines.refundId,
        lineId: refundLines.lineId,
        amount: refundLines.amount,
        taxAmount: refundLines.taxAmount,
      })
      .from(refundLines)
      .where(
        sql`${refundLines.refundId} in (select r.id from ${refunds} r where r.order_id = ${orderId} and ${COUNTS})`,
      ),
  ]);
  const print = rows.map(({ id, state }) => `${id} ${state}`).join();
  return { rows, parts, print };
}

/** Holds while the refunds of an order that count are those of a print. */
export function refundsAre(orderId: string, print: string): SQL {
  return sql`(select coalesce(group_concat(told), '') from (
    select r.id || ' ' || r.state as told from ${refunds} r where r.order_id = ${orderId} and ${COUNTS} order by r.id
  )) = ${print}`;
}

/** What of an order its refunds that count give back, as SQL; `o` is the order. */
export const refundedOf = sql`(select coalesce(sum(r.amount), 0) from ${refunds} r
  where r.order_id = o.id and r.of_order = 1 and ${COUNTS})`;

/** Holds if so much of each part is left, counted now; `o` is the order. */
export function partsAreLeft(parts: readonly RefundPart[]): SQL {
  return sql`not exists (
    select 1 from json_each(${JSON.stringify(parts)}) p left join ${orderLines} l on l.id = (p.value ->> 'lineId')
    where (p.value ->> 'amount') > (
      case when (p.value ->> 'lineId') is null
        then o.shipping_amount + case o.tax_included when 1 then 0 else o.shipping_tax_amount end
        else coalesce(l.amount, 0) + case o.tax_included when 1 then 0 else coalesce(l.tax_amount, 0) end end
      - (select coalesce(sum(rl.amount), 0) from ${refundLines} rl join ${refunds} r on r.id = rl.refund_id
          where r.order_id = o.id and ${COUNTS} and rl.line_id is (p.value ->> 'lineId'))))`;
}

/** The statement that writes the parts of a refund that was just written down; none where it was not. */
export function insertParts(
  { db }: Pick<Studio, "db">,
  refundId: string,
  parts: readonly RefundPart[],
): BatchItem<"sqlite"> {
  const rows = parts.map((part) => ({ id: newId("refundLine"), ...part }));
  return db.run(sql`
    insert into ${refundLines} (id, refund_id, line_id, amount, tax_amount)
    select value ->> 'id', ${refundId}, value ->> 'lineId', value ->> 'amount', value ->> 'taxAmount'
    from json_each(${JSON.stringify(rows)})
    where exists (select 1 from ${refunds} where id = ${refundId})
      and not exists (select 1 from ${refundLines} where refund_id = ${refundId})`);
}

/**
 * The statements that have an order follow its refunds, for the batch in which one of them changes: the sum on the
 * order, and the files of the lines that are given back in full, which come back when a refund fails.
 */
export async function followRefunds(studio: Studio, orderId: string): Promise<BatchItem<"sqlite">[]> {
  const given = sql`select l.id from ${orderLines} l join ${orders} o on o.id = l.order_id
    where l.order_id = ${orderId} and l.amount > 0
      and l.amount + case o.tax_included when 1 then 0 else l.tax_amount end <= (
        select coalesce(sum(rl.amount), 0) from ${refundLines} rl join ${refunds} r on r.id = rl.refund_id
        where rl.line_id = l.id and ${COUNTS})`;
  const kept = sql`select l.id from ${orderLines} l where l.order_id = ${orderId} and l.id not in (${given})`;
  return [
    studio.db.run(sql`
      update ${orders} as o set refunded_amount = ${refundedOf}
      where o.id = ${orderId} and o.refunded_amount <> ${refundedOf}`),
    ...(await withholdEntitlements(studio, { orderId, lines: given }, "refund")),
    ...(await restoreEntitlements(studio, { orderId, lines: kept }, "refund")),
  ];
}

/** The statements that tell of a refund in the ledger: that it was accepted, or that it came to nothing after that. */
export function tellRefund(
  studio: Studio,
  refund: Pick<Refund, "id" | "orderId" | "amount" | "currency">,
  { parts, paidBy }: { parts: readonly RefundPart[]; paidBy: "provider" | "bank" },
): BatchItem<"sqlite">[] {
  const { id, orderId, amount, currency } = refund;
  const postings = refundPostings(parts, { amount, currency, paidBy });
  const isIn = (states: SQL) =>
    sql`exists (select 1 from ${refunds} r where r.id = ${id} and r.state in (${states}))`;
  const entry = { orderId, happenedAt: studio.clock.now() };
  return [
    ...ledgerEntry(studio, {
      ...entry,
      source: `refund:${id}`,
      kind: "refund",
      postings,
      when: isIn(sql`'pending', 'succeeded'`),
    }),
    ...ledgerEntry(studio, {
      ...entry,
      source: `refund_failed:${id}`,
      kind: "refund_failed",
      postings: postings.map((posting) => ({ ...posting, amount: -posting.amount })),
      when: sql`${isIn(sql`'failed'`)} and exists (select 1 from ledger_entries where source = ${`refund:${id}`})`,
    }),
  ];
}

/** The statements that tell of what the platform gave back of its fee with a refund; none where it gave back nothing. */
export function tellReturnedFee(
  studio: Studio,
  { id, orderId }: Pick<Refund, "id" | "orderId">,
  returned: Money | null,
): BatchItem<"sqlite">[] {
  if (!returned) return [];
  return ledgerEntry(studio, {
    source: `fee_returned:${id}`,
    kind: "fees",
    orderId,
    happenedAt: studio.clock.now(),
    postings: oneFeePostings("platform_fees", { ...returned, amount: -returned.amount }),
    when: sql`exists (select 1 from ${refunds} where id = ${id})`,
  });
}

/** The id of the refund that a caller's key stands for, in the shape of all ids. */
export async function refundIdOfKey(orderId: string, key: string): Promise<string> {
  return `ref_${(await tokenHash(`${orderId}:${key}`)).slice(0, 26)}`;
}

/** A refund with its parts, and where its money comes from; undefined where there is none. */
export async function refundById({ db }: Pick<Studio, "db">, id: string) {
  const [refund, parts] = await Promise.all([
    db
      .select({
        refund: refunds,
        provider: paymentAttempts.provider,
        platformFee: paymentAttempts.platformFee,
      })
      .from(refunds)
      .leftJoin(paymentAttempts, eq(paymentAttempts.id, refunds.attemptId))
      .where(eq(refunds.id, id))
      .get(),
    db.select().from(refundLines).where(eq(refundLines.refundId, id)).orderBy(refundLines.id),
  ]);
  if (!refund) return undefined;
  const provider = refund.provider ?? "stripe";
  const paidBy = provider === "transfer" ? ("bank" as const) : ("provider" as const);
  const hasPlatformFee = (refund.platformFee ?? 0) > 0;
  return { refund: refund.refund, parts, provider, paidBy, hasPlatformFee };
}
