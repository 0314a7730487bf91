import type { ShownStatus } from "./money-states";

/** What orders are looked for by, in the order in which they are offered: first what waits for a member. */
export const shownStatuses = [
  "review",
  "authorized",
  "disputed",
  "pending",
  "processing",
  "fulfilled",
  "partially_refunded",
  "refunded",
  "dispute_lost",
  "expired",
  "failed",
  "canceled",
] as const satisfies readonly ShownStatus[];

/** Statuses in which an order is not done yet: somebody has to act, or money is to come. */
export const openStatuses = ["review", "authorized", "disputed", "pending", "processing"] as const;

/** Which orders are meant: those for which all of these hold. Days are those on which they were placed. */
export interface OrderFilter {
  /** Part of an e-mail address, an order's id, the number on its receipt, or a transfer's reference. */
  q?: string | undefined;
  status?: ShownStatus | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The number of an order as receipts and mails tell it: the end of its id. */
export function orderNumber(id: string): string {
  return id.slice(-8).toUpperCase();
}
