import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { members } from "../account/schema";
import { COUNTED_REFUNDS } from "./model/money-states";
import {
  disputes,
  ledgerEntries,
  ledgerPostings,
  orderNotes,
  paymentAttempts,
  refundLines,
  refunds,
  transferReceipts,
  transfers,
} from "./schema/money";

/** More than any order comes to; what lies beyond is in the audit log. */
const MOST_ROWS = 100;

/** Everything that is known of an order's money, each kind newest first, and the notes on it. */
export async function moneyOfOrder({ db }: Studio, orderId: string) {
  const [attempts, back, backLines, disputed, transfer, receipts, postings, notes] = await db.batch([
    db
      .select()
      .from(paymentAttempts)
      .where(eq(paymentAttempts.orderId, orderId))
      .orderBy(desc(paymentAttempts.number))
      .limit(MOST_ROWS),
    db
      .select({ refund: refunds, by: members.name })
      .from(refunds)
      .leftJoin(members, eq(members.id, refunds.createdBy))
      .where(eq(refunds.orderId, orderId))
      .orderBy(desc(refunds.createdAt), desc(refunds.id))
      .limit(MOST_ROWS),
    db
      .select({ lineId: refundLines.lineId, amount: sql<number>`sum(${refundLines.amount})` })
      .from(refunds)
      .innerJoin(refundLines, eq(refundLines.refundId, refunds.id))
      .where(and(eq(refunds.orderId, orderId), inArray(refunds.state, COUNTED_REFUNDS), refunds.ofOrder))
      .groupBy(refundLines.lineId),
    db
      .select()
      .from(disputes)
      .where(eq(disputes.orderId, orderId))
      .orderBy(desc(disputes.createdAt))
      .limit(MOST_ROWS),
    db
      .select()
      .from(transfers)
      .where(eq(transfers.orderId, orderId))
      .orderBy(desc(transfers.createdAt))
      .limit(1),
    db
      .select({ receipt: transferReceipts, by: members.name })
      .from(transferReceipts)
      .innerJoin(transfers, eq(transfers.ref, transferReceipts.transferRef))
      .leftJoin(members, eq(members.id, transferReceipts.confirmedBy))
      .where(eq(transfers.orderId, orderId))
      .orderBy(asc(transferReceipts.createdAt))
      .limit(MOST_ROWS),
    db
      .select({
        account: ledgerPostings.account,
        currency: ledgerPostings.currency,
        amount: sql<number>`sum(${ledgerPostings.amount})`,
      })
      .from(ledgerEntries)
      .innerJoin(ledgerPostings, eq(ledgerPostings.entryId, ledgerEntries.id))
      .where(eq(ledgerEntries.orderId, orderId))
      .groupBy(ledgerPostings.account, ledgerPostings.currency),
    db
      .select({ note: orderNotes, by: members.name })
      .from(orderNotes)
      .leftJoin(members, eq(members.id, orderNotes.memberId))
      .where(eq(orderNotes.orderId, orderId))
      .orderBy(desc(orderNotes.createdAt), desc(orderNotes.id))
      .limit(MOST_ROWS),
  ]);
  return {
    attempts,
    refunds: back.map(({ refund, by }) => ({ ...refund, by })),
    /** What was given back of each line, or is on its way; null for shipping. */
    refundedOf: new Map(backLines.map(({ lineId, amount }) => [lineId, amount])),
    disputes: disputed,
    transfer: transfer[0] ?? null,
    receipts: receipts.map(({ receipt, by }) => ({ ...receipt, by })),
    /** What the ledger has on each account because of this order, by currency. */
    postings,
    notes: notes.map(({ note, by }) => ({ ...note, by })),
  };
}

export type OrderMoney = Awaited<ReturnType<typeof moneyOfOrder>>;
