/** Who takes the money: the studio's account at Stripe, or the studio itself, by transfer. */
export const providers = ["stripe", "transfer"] as const;
export type Provider = (typeof providers)[number];

/**
 * "creating" until the provider has answered, "open" while it can be paid, "processing" while a bank decides,
 * "authorized" with the money reserved, then "paid"; "expired", "failed" and "canceled" took nothing.
 */
export const attemptStates = [
  "creating",
  "open",
  "processing",
  "authorized",
  "paid",
  "expired",
  "failed",
  "canceled",
] as const;
export type AttemptState = (typeof attemptStates)[number];

/** "requested" until the provider has answered; it may fail even after it succeeded. */
export const refundStates = ["requested", "pending", "succeeded", "failed"] as const;
export type RefundState = (typeof refundStates)[number];

/** Refunds that count against what was paid: all but those that gave nothing back. */
export const COUNTED_REFUNDS = [
  "requested",
  "pending",
  "succeeded",
] as const satisfies readonly RefundState[];

/**
 * The first four a member chooses from. "review" gives back what did not fit its order; "provider" was made on the
 * provider's own pages.
 */
export const refundReasons = [
  "buyer",
  "quality",
  "mistake",
  "other",
  "paid_twice",
  "review",
  "provider",
] as const;
export type RefundReason = (typeof refundReasons)[number];
export const chosenReasons = ["buyer", "quality", "mistake", "other"] as const;

/** What a dispute makes of its order. */
export const disputeStates = ["open", "won", "lost"] as const;
export type DisputeState = (typeof disputeStates)[number];
/** Where a dispute is: a bank that only asks has taken nothing, and nothing follows from it. */
export const noticeStates = ["inquiry", ...disputeStates] as const;
export type NoticeState = (typeof noticeStates)[number];

/**
 * "pending" can be paid, "processing" waits for a bank, "authorized" for a member who takes the money, "review" for one
 * who finds out why the payment does not fit; "expired", "failed" and "canceled" were never paid.
 */
export const orderStatuses = [
  "pending",
  "processing",
  "authorized",
  "fulfilled",
  "expired",
  "failed",
  "canceled",
  "review",
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Why an order is under review whose payment fits: what it sells was deleted before that came. */
export const ORIGINALS_GONE = "originals_gone";

/** What an order's row says of its money. */
export interface OrderMoney {
  status: OrderStatus;
  totalAmount: number;
  refundedAmount: number;
  disputeState: DisputeState | null;
}

/** Every word that `shownStatus` says. */
export const shownStatuses = [
  ...orderStatuses,
  "partially_refunded",
  "refunded",
  "disputed",
  "dispute_lost",
] as const;
export type ShownStatus = (typeof shownStatuses)[number];

/**
 * What an order is, in one word. A dispute outweighs refunds while it is open and once it is lost; a dispute that was
 * won leaves no trace. "paid" and "fulfilled" are one commit, and have one word.
 */
export function shownStatus(order: OrderMoney): ShownStatus {
  if (order.status !== "fulfilled") return order.status;
  if (order.disputeState === "open") return "disputed";
  if (order.disputeState === "lost") return "dispute_lost";
  if (order.refundedAmount === 0) return "fulfilled";
  return order.refundedAmount >= order.totalAmount ? "refunded" : "partially_refunded";
}
