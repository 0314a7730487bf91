import type { Money } from "../../lib/money";
import type { Instant } from "../../lib/time";
import type { Period } from "./payment-provider";

/** A transfer that a studio waits for. */
export interface NewTransfer {
  /** What the buyer writes on it (ISO 11649), and what everybody calls it. */
  ref: string;
  orderId: string;
  total: Money;
  /** Until when the studio waits; money that comes later still counts. */
  payUntil: Instant;
  idempotencyKey: string;
  /** The request that the key stands for, as text. */
  request: string;
}

/** A transfer as the studio's own confirmations have it now. */
export interface Transfer extends NewTransfer {
  /** The sum of what the studio confirmed to have received, in parts or at once; minor units of `total.currency`. */
  received: number;
  /** Closed by us: nobody waits for it any longer. */
  closed: boolean;
  createdAt: Instant;
}

/** Money that a studio sends back, by a transfer of its own. */
export interface NewTransferRefund {
  ref: string;
  transferRef: string;
  amount: Money;
  reference: string;
  idempotencyKey: string;
  /** The request that the key stands for, as text. */
  request: string;
}

export interface TransferRefund extends NewTransferRefund {
  /** "pending" until the studio says that it sent the money. */
  state: "pending" | "succeeded" | "canceled";
  createdAt: Instant;
}

/** Where a studio's transfers are written down. What it confirms is written by the studio's own pages. */
export interface TransferBook {
  /** Writes a transfer down, unless one stands there under its key; answers the one that does. */
  keepTransfer(transfer: NewTransfer): Promise<Transfer>;
  findTransfer(ref: string): Promise<Transfer | null>;
  /** Closes a transfer that nothing was received of; any other stays as it is. */
  closeTransfer(ref: string): Promise<void>;
  /**
   * Writes a refund down, unless one stands there under its key; answers the one that does. Decided in one statement:
   * null when it would bring the refunds that were not cancelled above what was received.
   */
  keepRefund(refund: NewTransferRefund): Promise<TransferRefund | null>;
  findRefund(ref: string): Promise<TransferRefund | null>;
  /** The sum of a transfer's refunds that were not cancelled. */
  refundedOf(transferRef: string): Promise<number>;
  /** Newest first. */
  transfers(period: Period): AsyncIterable<Transfer>;
  refunds(period: Period): AsyncIterable<TransferRefund>;
}
