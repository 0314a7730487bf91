import type { PaymentProvider } from "../../adapters/payments/payment-provider";
import type { Studio } from "../../tenancy/studio";
import { canSell } from "../billing/index.server";
import type { Provider } from "./model/money-states";

/** How buyers may pay a studio now. */
export interface PaymentMethods {
  card: boolean;
  transfer: string | null;
  charge: "now" | "review";
}

export async function paymentMethodsOf(studio: Studio): Promise<PaymentMethods> {
  return { card: await canSell(studio), transfer: null, charge: "now" };
}

/** The provider that takes the money of an order. */
export function providerNamed(studio: Studio, _name: Provider): PaymentProvider {
  return studio.payments;
}
