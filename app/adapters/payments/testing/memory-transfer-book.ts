import type { Instant } from "../../../lib/time";
import type { Period } from "../payment-provider";
import type { NewTransferRefund, Transfer, TransferBook, TransferRefund } from "../transfer-book";

/** A book of transfers for one test, with the confirmations that a studio's own pages would write. */
export interface MemoryTransferBook extends TransferBook {
  /** The studio confirms to have received an amount, in minor units. */
  receive(ref: string, amount: number): void;
  /** The studio says that it sent a refund, or that it will not. */
  settleRefund(ref: string, state: "succeeded" | "canceled"): void;
}

/** @param now the time at which what is written down is made */
export function memoryTransferBook(now: () => Instant): MemoryTransferBook {
  const transfers: Transfer[] = [];
  const refunds: TransferRefund[] = [];
  const find = (ref: string) => transfers.find((each) => each.ref === ref);
  const refundedOf = (ref: string) =>
    refunds
      .filter(({ transferRef, state }) => transferRef === ref && state !== "canceled")
      .reduce((sum, { amount }) => sum + amount.amount, 0);
  const fits = ({ transferRef, amount }: NewTransferRefund) =>
    refundedOf(transferRef) + amount.amount <= (find(transferRef)?.received ?? 0);
  return {
    async keepTransfer(transfer) {
      const known = transfers.find(({ idempotencyKey }) => idempotencyKey === transfer.idempotencyKey);
      if (known) return { ...known };
      const kept = { ...transfer, received: 0, closed: false, createdAt: now() };
      transfers.unshift(kept);
      return { ...kept };
    },
    async findTransfer(ref) {
      const found = find(ref);
      return found ? { ...found } : null;
    },
    async closeTransfer(ref) {
      const found = find(ref);
      if (found && found.received === 0) found.closed = true;
    },
    async keepRefund(refund) {
      const known = refunds.find(({ idempotencyKey }) => idempotencyKey === refund.idempotencyKey);
      if (known) return { ...known };
      if (!fits(refund)) return null;
      const kept: TransferRefund = { ...refund, state: "pending", createdAt: now() };
      refunds.unshift(kept);
      return { ...kept };
    },
    async findRefund(ref) {
      const found = refunds.find((each) => each.ref === ref);
      return found ? { ...found } : null;
    },
    refundedOf: async (ref) => refundedOf(ref),
    transfers: (period) => within(transfers, period),
    refunds: (period) => within(refunds, period),
    receive(ref, amount) {
      const found = find(ref);
      if (found) found.received += amount;
    },
    settleRefund(ref, state) {
      const found = refunds.find((each) => each.ref === ref);
      if (found) found.state = state;
    },
  };
}

async function* within<Item extends { createdAt: Instant }>(
  items: readonly Item[],
  { from, until }: Period,
): AsyncIterable<Item> {
  for (const item of [...items]) if (item.createdAt >= from && item.createdAt < until) yield item;
}
