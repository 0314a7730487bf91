import { spacedReference } from "../../adapters/payments/creditor-reference";
import type { Money } from "../../lib/money";
import type { Studio } from "../../tenancy/studio";
import { providerNamed } from "./payment-methods.server";
import type { orders } from "./schema";

/** A transfer that is still to come, wholly or in part. */
export interface AwaitedTransfer {
  /** As it stands on paper, in groups of four. */
  reference: string;
  /** Where to, in the studio's own words. */
  instructions: string;
  missing: Money;
  /** What has arrived, in minor units. */
  received: number;
}

/** The transfer that an order waits for; null where it waits for none. */
export async function awaitedTransfer(
  studio: Studio,
  { provider, status, checkoutRef, currency }: typeof orders.$inferSelect,
): Promise<AwaitedTransfer | null> {
  if (provider !== "transfer" || status !== "pending" || checkoutRef === null) return null;
  const bank = providerNamed(studio, "transfer");
  const [session, { received }] = await Promise.all([
    bank.retrieveCheckout(checkoutRef),
    bank.retrievePayment(checkoutRef),
  ]);
  return {
    reference: spacedReference(checkoutRef),
    instructions: session.transfer?.instructions ?? "",
    missing: { amount: Math.max(0, session.total.amount - received), currency },
    received,
  };
}
