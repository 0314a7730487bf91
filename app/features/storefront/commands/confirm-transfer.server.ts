import { desc, eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import type { Money } from "../../../lib/money";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { ledgerEntry } from "../ledger.server";
import { ASK_PROVIDER_AFTER } from "../model";
import type { OrderStatus } from "../model/money-states";
import { getOrder } from "../queries.server";
import { orders } from "../schema";
import { refunds, transferReceipts, transfers } from "../schema/money";
import { fulfilOrder } from "./fulfil-order.server";

export interface ArrivedMoney {
  /** Minor units of the order's currency. */
  amount: number;
  /** The day of the bank statement, "2026-11-22". */
  receivedOn: string;
  /** Names this receipt, so that confirming it again does nothing: an id made by `newId("receipt")`. */
  key?: string | undefined;
}

export interface ConfirmedTransfer {
  status: OrderStatus;
  /** What is still to come. */
  missing: Money;
}

export type ConfirmRefusal = { reason: "not_transfer" } | { reason: "too_much"; left: Money };

const RECEIPT_ID = /^rcv_[0-9a-z]{26}$/;

/**
 * Writes down that money of an order's transfer has arrived, in part or whole. One statement decides that it is no more
 * than what is still to come; until all of it is there, the money is held. What is whole fulfils the order as a card
 * does, and a call that dies before that is made good by the sweep.
 */
export async function confirmTransfer(
  studio: Studio,
  orderId: string,
  { amount, receivedOn, key }: ArrivedMoney,
): Promise<Result<ConfirmedTransfer, ConfirmRefusal>> {
  const { order } = await getOrder(studio, orderId);
  const transfer = await newestTransfer(studio, orderId);
  if (!transfer) return refuse({ reason: "not_transfer" });
  const { ref, currency } = transfer;
  const id = key !== undefined && RECEIPT_ID.test(key) ? key : newId("receipt");
  const now = studio.clock.now();
  await studio.dueBy(now + ASK_PROVIDER_AFTER);
  const isWritten = sql`exists (select 1 from ${transferReceipts} where id = ${id} and transfer_ref = ${ref})`;
  const [written] = await commit(
    studio,
    studio.db
      .insert(transferReceipts)
      .select(sql`
        select ${id}, ${ref}, ${amount}, ${receivedOn}, ${studio.actor.id}, ${now}
        where ${receivedOf(ref)} + ${amount} <= ${transfer.amount} and not ${wentBack(ref)}`)
      .onConflictDoNothing()
      .returning({ id: transferReceipts.id }),
    {
      audit: {
        action: "order.transfer_confirmed",
        subjectId: orderId,
        after: { amount, currency, receivedOn },
      },
    },
    {
      after: [
        studio.db.run(sql`
          update ${orders} set paid_amount = ${receivedOf(ref)}
          where id = ${orderId} and provider = 'transfer' and status <> 'fulfilled' and ${isWritten}`),
        ...ledgerEntry(studio, {
          source: `received:${id}`,
          kind: "received",
          orderId,
          happenedAt: now,
          postings: [
            { account: "bank", amount, currency },
            { account: "held", amount: -amount, currency },
          ],
          when: isWritten,
        }),
      ],
    },
  );
  const left = { amount: transfer.amount - (await receivedNow(studio, ref)), currency };
  if (!written && !(await isKnown(studio, id, ref)))
    return refuse(left.amount < amount ? { reason: "too_much", left } : { reason: "not_transfer" });
  const status = await fulfilOrder(studio, ref);
  return ok({ status: status ?? order.status, missing: left });
}

/** The transfer that an order waits for, or last waited for: money that comes late still counts. */
async function newestTransfer({ db }: Studio, orderId: string) {
  return db
    .select({ ref: transfers.ref, amount: transfers.amount, currency: transfers.currency })
    .from(transfers)
    .where(eq(transfers.orderId, orderId))
    .orderBy(desc(transfers.createdAt), sql`rowid desc`)
    .limit(1)
    .get();
}

const receivedOf = (ref: string) =>
  sql`(select coalesce(sum(amount), 0) from ${transferReceipts} where transfer_ref = ${ref})`;

/** Whether money of a transfer was given back before all of it was there: what comes after that is not for the order. */
const wentBack = (ref: string) =>
  sql`exists (select 1 from ${refunds} where payment_ref = ${ref} and state <> 'failed')`;

async function receivedNow({ db }: Studio, ref: string): Promise<number> {
  const row = await db
    .select({ sum: sql<number>`coalesce(sum(${transferReceipts.amount}), 0)` })
    .from(transferReceipts)
    .where(eq(transferReceipts.transferRef, ref))
    .get();
  return row?.sum ?? 0;
}

/** Whether a receipt of this name was written down before. */
async function isKnown({ db }: Studio, id: string, ref: string): Promise<boolean> {
  const row = await db
    .select({ transferRef: transferReceipts.transferRef })
    .from(transferReceipts)
    .where(eq(transferReceipts.id, id))
    .get();
  return row?.transferRef === ref;
}
