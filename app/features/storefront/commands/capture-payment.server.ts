import { type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";

export async function capturePayment(
  _studio: Studio,
  _orderId: string,
): Promise<Result<null, "state" | "payment_unavailable">> {
  return refuse("payment_unavailable");
}
