import type { Dispute, Payment, Refund } from "../../../adapters/payments/payment-provider";
import type { Money } from "../../../lib/money";
import type { Instant } from "../../../lib/time";
import type { ExpectedEntry } from "./differences";
import { feePostings, oneFeePostings, type Posting, type SoldOrder, salePostings } from "./ledger";
import {
  COUNTED_REFUNDS,
  type NoticeState,
  type OrderStatus,
  type Provider,
  type RefundState,
} from "./money-states";
import { type RefundPart, refundPostings } from "./refunds";

/** What an order's rows say of everything that moved money for it. */
export interface MovedMoney {
  order: SoldOrder & {
    id: string;
    status: OrderStatus;
    provider: Provider;
    checkoutRef: string | null;
    fulfilledAt: Instant | null;
    createdAt: Instant;
  };
  attempts: readonly PaidAttempt[];
  refunds: readonly RefundRow[];
  disputes: readonly DisputeRow[];
  receipts: readonly { id: string; amount: number; createdAt: Instant }[];
  /** As the provider has them, by their references. */
  payments: ReadonlyMap<string, Payment>;
  providerRefunds: ReadonlyMap<string, Refund>;
  providerDisputes: ReadonlyMap<string, Dispute>;
}

export interface PaidAttempt {
  id: string;
  provider: Provider;
  state: string;
  amount: number;
  currency: string;
  checkoutRef: string | null;
  paymentRef: string | null;
  /** When its fees were written into the ledger. */
  settledAt: Instant | null;
  changedAt: Instant;
}

export interface RefundRow {
  id: string;
  /** Who gives it back. */
  provider: Provider;
  providerRef: string | null;
  amount: number;
  currency: string;
  state: RefundState;
  ofOrder: boolean;
  createdAt: Instant;
  lines: readonly RefundPart[];
}

export interface DisputeRow {
  id: string;
  providerRef: string;
  state: NoticeState;
  amount: number;
  currency: string;
  createdAt: Instant;
  closedAt: Instant | null;
}

/**
 * The entries that the ledger should hold about an order, from its rows and the fees that the provider tells.
 *
 * @param isWritten whether there is an entry of a source: money that was held and then accepted tells so by its own
 */
export function expectedEntries(moved: MovedMoney, isWritten: (source: string) => boolean): ExpectedEntry[] {
  const { order, attempts, refunds, disputes, receipts, payments } = moved;
  const held = attempts.filter((attempt) => isHeld(order, attempt, isWritten));
  const isSoldFromHeld =
    order.provider === "transfer" || held.some(({ checkoutRef }) => checkoutRef === order.checkoutRef);
  return [
    ...receipts.map(({ id, amount, createdAt }) =>
      heldEntry({ id, happenedAt: createdAt }, { amount, currency: order.currency }, "bank"),
    ),
    ...held.map((attempt) =>
      heldEntry({ id: attempt.id, happenedAt: attempt.changedAt }, arrived(attempt, payments), "provider"),
    ),
    ...(order.status === "fulfilled" ? [saleEntry(order, isSoldFromHeld ? "held" : "provider")] : []),
    ...attempts.flatMap((attempt) => feesEntry(attempt, payments.get(attempt.paymentRef ?? ""))),
    ...refunds.flatMap((refund) => refundEntries(refund)),
    ...refunds.flatMap((refund) => returnedFeeEntry(refund, moved.providerRefunds)),
    ...disputes.flatMap(disputeEntries),
    ...disputes.flatMap((dispute) => disputeFeeEntries(dispute, moved.providerDisputes)),
  ].filter(({ postings }) => postings.length > 0);
}

/** Money at the provider that pays, or at first paid, for nothing: its order is looked at, or was paid otherwise. */
function isHeld(
  { status, checkoutRef }: MovedMoney["order"],
  attempt: PaidAttempt,
  isWritten: (source: string) => boolean,
): boolean {
  if (attempt.provider !== "stripe" || attempt.state !== "paid") return false;
  return status !== "fulfilled" || attempt.checkoutRef !== checkoutRef || isWritten(`received:${attempt.id}`);
}

/** What the provider took, which need not be what was asked for. */
function arrived({ paymentRef, amount, currency }: PaidAttempt, payments: MovedMoney["payments"]): Money {
  const payment = payments.get(paymentRef ?? "");
  return payment ? { amount: payment.received, currency: payment.total.currency } : { amount, currency };
}

function heldEntry(
  { id, happenedAt }: { id: string; happenedAt: Instant },
  { amount, currency }: Money,
  account: "bank" | "provider",
): ExpectedEntry {
  return {
    source: `received:${id}`,
    kind: "received",
    happenedAt,
    postings: [
      { account, amount, currency },
      { account: "held", amount: -amount, currency },
    ],
  };
}

function saleEntry(order: MovedMoney["order"], paidFrom: "provider" | "held"): ExpectedEntry {
  return {
    source: `sale:${order.id}`,
    kind: "sale",
    happenedAt: order.fulfilledAt ?? order.createdAt,
    postings: salePostings(order, paidFrom),
  };
}

/** What provider and platform kept, once they say so. */
function feesEntry(attempt: PaidAttempt, payment: Payment | undefined): ExpectedEntry[] {
  const { state, paymentRef, changedAt: happenedAt } = attempt;
  if (state !== "paid" || !payment?.settled || paymentRef === null) return [];
  const paid = { amount: payment.received, currency: payment.total.currency };
  const postings = feePostings(paid, payment.settled);
  return [{ source: `fees:${paymentRef}`, kind: "fees", happenedAt, postings }];
}

function refundEntries({ id, state, createdAt, lines, ...refund }: RefundRow): ExpectedEntry[] {
  if (state !== "pending" && state !== "succeeded") return [];
  const { amount, currency, provider } = refund;
  const paidBy = provider === "transfer" ? "bank" : "provider";
  const postings = refundPostings(lines, { amount, currency, paidBy });
  return [{ source: `refund:${id}`, kind: "refund", happenedAt: createdAt, postings }];
}

/** What the platform gave back of its fee, whatever became of the refund afterwards. */
function returnedFeeEntry(
  { id, providerRef, createdAt: happenedAt }: RefundRow,
  refunds: MovedMoney["providerRefunds"],
): ExpectedEntry[] {
  const returned = refunds.get(providerRef ?? "")?.returnedFee;
  if (!returned) return [];
  const postings = oneFeePostings("platform_fees", { ...returned, amount: -returned.amount });
  return [{ source: `fee_returned:${id}`, kind: "fees", happenedAt, postings }];
}

function disputeFeeEntries(
  { providerRef, createdAt: happenedAt }: DisputeRow,
  disputes: MovedMoney["providerDisputes"],
): ExpectedEntry[] {
  return (disputes.get(providerRef)?.fees ?? []).map(({ ref, fee }) => ({
    source: `dispute_fee:${ref}`,
    kind: "fees",
    happenedAt,
    postings: oneFeePostings("provider_fees", fee),
  }));
}

function disputeEntries(dispute: DisputeRow): ExpectedEntry[] {
  const { id, state, amount, currency, createdAt, closedAt } = dispute;
  const moved = (to: Posting["account"], from: Posting["account"]): Posting[] => [
    { account: to, amount, currency },
    { account: from, amount: -amount, currency },
  ];
  const opened: ExpectedEntry = {
    source: `dispute:${id}`,
    kind: "dispute",
    happenedAt: createdAt,
    postings: moved("disputed", "provider"),
  };
  if (state === "inquiry") return [];
  if (state === "open") return [opened];
  const kind = state === "won" ? "dispute_won" : "dispute_lost";
  const postings = moved(state === "won" ? "provider" : "dispute_losses", "disputed");
  return [opened, { source: `${kind}:${id}`, kind, happenedAt: closedAt ?? createdAt, postings }];
}

/** Whether a refund counts against what was paid. */
export function isCounted({ state }: Pick<RefundRow, "state">): boolean {
  return (COUNTED_REFUNDS as readonly RefundState[]).includes(state);
}
