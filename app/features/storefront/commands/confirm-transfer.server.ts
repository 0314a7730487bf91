import type { Money } from "../../../lib/money";
import { type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import type { OrderStatus } from "../model/money-states";

export type ConfirmRefusal = { reason: "not_transfer" } | { reason: "too_much"; left: Money };

export async function confirmTransfer(
  _studio: Studio,
  _orderId: string,
  _arrived: { amount: number; receivedOn: string; key?: string | undefined },
): Promise<Result<{ status: OrderStatus; missing: Money }, ConfirmRefusal>> {
  return refuse({ reason: "not_transfer" });
}
