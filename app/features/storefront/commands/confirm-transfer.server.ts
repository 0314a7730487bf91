import { type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";

export async function confirmTransfer(
  _studio: Studio,
  _orderId: string,
  _received: { amount: number; receivedOn: string },
): Promise<Result<null, "state">> {
  return refuse("state");
}
