import {
  and,
  desc,
  eq,
  getTableColumns,
  gte,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Period } from "../../adapters/payments/payment-provider";
import type {
  NewTransfer,
  NewTransferRefund,
  Transfer,
  TransferBook,
  TransferRefund,
} from "../../adapters/payments/transfer-book";
import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { transferReceipts, transferRefunds, transfers } from "./schema/money";

const ROWS_A_PAGE = 100;

type Books = Pick<Studio, "db" | "clock">;

/** A row with what it is paged by. */
interface Placed<Item extends { createdAt: Instant }> {
  item: Item;
  row: number;
}

/** The transfers of a studio in its own database. */
export function transferBook(studio: Books): TransferBook {
  const { db, clock } = studio;
  return {
    keepTransfer: (transfer) => keepTransfer(studio, transfer),
    findTransfer: async (ref) => (await transferRows(studio, eq(transfers.ref, ref)))[0]?.item ?? null,
    async closeTransfer(ref) {
      const isReceived = db
        .select({ one: sql`1` })
        .from(transferReceipts)
        .where(eq(transferReceipts.transferRef, ref));
      await db
        .update(transfers)
        .set({ closedAt: clock.now() })
        .where(and(eq(transfers.ref, ref), isNull(transfers.closedAt), notExists(isReceived)));
    },
    keepRefund: (refund) => keepRefund(studio, refund),
    findRefund: async (ref) => (await refundRows(studio, eq(transferRefunds.ref, ref)))[0]?.item ?? null,
    async refundedOf(transferRef) {
      const row = await db
        .select({ sum: sql<number>`coalesce(sum(${transferRefunds.amount}), 0)` })
        .from(transferRefunds)
        .where(and(eq(transferRefunds.transferRef, transferRef), ne(transferRefunds.state, "canceled")))
        .get();
      return row?.sum ?? 0;
    },
    transfers: (period) => newestFirst(transfers, period, (where) => transferRows(studio, where)),
    refunds: (period) => newestFirst(transferRefunds, period, (where) => refundRows(studio, where)),
  };
}

async function keepTransfer(studio: Books, { total, ...transfer }: NewTransfer): Promise<Transfer> {
  const row = { ...transfer, ...total, createdAt: studio.clock.now() };
  await studio.db.insert(transfers).values(row).onConflictDoNothing();
  const [kept] = await transferRows(studio, eq(transfers.idempotencyKey, transfer.idempotencyKey));
  if (!kept) throw new Error("another transfer has this reference");
  return kept.item;
}

/** The one statement that decides whether a refund fits; one that stands under its key is left as it is. */
async function keepRefund(studio: Books, refund: NewTransferRefund): Promise<TransferRefund | null> {
  const { ref, transferRef, amount, reference, idempotencyKey, request } = refund;
  await studio.db.run(sql`
    insert into ${transferRefunds}
      (ref, transfer_ref, amount, currency, reference, idempotency_key, request, state, created_at)
    select ${ref}, ${transferRef}, ${amount.amount}, ${amount.currency}, ${reference}, ${idempotencyKey}, ${request},
      'pending', ${studio.clock.now()}
    where (select coalesce(sum(amount), 0) from ${transferReceipts} where transfer_ref = ${transferRef})
      - (select coalesce(sum(amount), 0) from ${transferRefunds}
          where transfer_ref = ${transferRef} and state <> 'canceled') >= ${amount.amount}
    on conflict do nothing`);
  const [kept] = await refundRows(studio, eq(transferRefunds.idempotencyKey, idempotencyKey));
  return kept?.item ?? null;
}

async function transferRows({ db }: Pick<Studio, "db">, where: SQL | undefined): Promise<Placed<Transfer>[]> {
  const rows = await db
    .select({
      ...getTableColumns(transfers),
      received: sql<number>`(
        select coalesce(sum(amount), 0) from ${transferReceipts} where transfer_ref = transfers.ref)`,
      row: sql<number>`transfers.rowid`,
    })
    .from(transfers)
    .where(where)
    .orderBy(desc(transfers.createdAt), sql`transfers.rowid desc`)
    .limit(ROWS_A_PAGE);
  return rows.map(({ row, amount, currency, closedAt, ...rest }) => ({
    item: { ...rest, total: { amount, currency }, closed: closedAt !== null },
    row,
  }));
}

async function refundRows(
  { db }: Pick<Studio, "db">,
  where: SQL | undefined,
): Promise<Placed<TransferRefund>[]> {
  const rows = await db
    .select({ ...getTableColumns(transferRefunds), row: sql<number>`transfer_refunds.rowid` })
    .from(transferRefunds)
    .where(where)
    .orderBy(desc(transferRefunds.createdAt), sql`transfer_refunds.rowid desc`)
    .limit(ROWS_A_PAGE);
  return rows.map(({ row, amount, currency, ...rest }) => ({
    item: { ...rest, amount: { amount, currency } },
    row,
  }));
}

/** Everything of a period, page by page: what is written down meanwhile is newer and not missed by a page. */
async function* newestFirst<Item extends { createdAt: Instant }>(
  { createdAt }: typeof transfers | typeof transferRefunds,
  { from, until }: Period,
  page: (where: SQL | undefined) => Promise<Placed<Item>[]>,
): AsyncIterable<Item> {
  const isWithin = and(gte(createdAt, from), lt(createdAt, until));
  let older: SQL | undefined;
  for (;;) {
    const rows = await page(and(isWithin, older));
    for (const { item } of rows) yield item;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_A_PAGE) return;
    const isSameMoment = and(eq(createdAt, last.item.createdAt), sql`rowid < ${last.row}`);
    older = or(lt(createdAt, last.item.createdAt), isSameMoment);
  }
}
