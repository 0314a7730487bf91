import { eq } from "drizzle-orm";
import type { PaymentProvider } from "../../adapters/payments/payment-provider";
import type { Studio } from "../../tenancy/studio";
import { canSell } from "../billing/index.server";
import type { Provider } from "./model/money-states";
import { paymentSettings } from "./schema/money";

/** How buyers may pay a studio now. */
export interface PaymentMethods {
  card: boolean;
  transfer: string | null;
  charge: "now" | "review";
}

export async function paymentMethodsOf(studio: Studio): Promise<PaymentMethods> {
  const [card, set] = await Promise.all([
    canSell(studio),
    studio.db.select().from(paymentSettings).where(eq(paymentSettings.id, 1)).get(),
  ]);
  return { card, transfer: null, charge: set?.chargesAfterReview ? "review" : "now" };
}

/** The provider that takes the money of an order. */
export function providerNamed(studio: Studio, _name: Provider): PaymentProvider {
  return studio.payments;
}
