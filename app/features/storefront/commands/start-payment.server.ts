import { type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";

export async function startPayment(
  _studio: Studio,
  _orderId: string,
): Promise<Result<{ checkoutUrl: string }, "paid_meanwhile" | "payment_unavailable" | "over">> {
  return refuse("payment_unavailable");
}
