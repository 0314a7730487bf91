import { and, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { type OrderStatus, orderStatuses, type ShownStatus } from "./model/money-states";
import { orders } from "./schema";

/** For a WHERE about orders: those of which `shownStatus` says this word. */
export function isShownAs(status: ShownStatus): SQL | undefined {
  const isFulfilled = eq(orders.status, "fulfilled");
  if (status === "disputed") return and(isFulfilled, eq(orders.disputeState, "open"));
  if (status === "dispute_lost") return and(isFulfilled, eq(orders.disputeState, "lost"));
  const isUndisputed = or(isNull(orders.disputeState), eq(orders.disputeState, "won"));
  const refunded = orders.refundedAmount;
  if (status === "fulfilled") return and(isFulfilled, isUndisputed, eq(refunded, 0));
  const isAll = sql`${refunded} >= ${orders.totalAmount}`;
  if (status === "refunded") return and(isFulfilled, isUndisputed, ne(refunded, 0), isAll);
  if (status === "partially_refunded")
    return and(isFulfilled, isUndisputed, ne(refunded, 0), sql`not ${isAll}`);
  return eq(orders.status, orderStatuses.find((each) => each === status) as OrderStatus);
}
