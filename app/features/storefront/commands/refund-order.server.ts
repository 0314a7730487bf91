import type { Money } from "../../../lib/money";
import { type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import type { RefundState } from "../model/money-states";

export type RefundRefusal =
  | { reason: "nothing" }
  | { reason: "too_much"; left: Money }
  | { reason: "disputed" }
  | { reason: "not_paid" }
  | { reason: "payment_unavailable" };

export async function refundOrder(
  _studio: Studio,
  _orderId: string,
  _wanted: {
    lines: { lineId: string; amount: number }[];
    shipping: number;
    reason: "buyer" | "quality" | "mistake" | "other";
    note: string;
    key?: string;
  },
): Promise<Result<{ refundId: string; state: RefundState }, RefundRefusal>> {
  return refuse({ reason: "payment_unavailable" });
}
