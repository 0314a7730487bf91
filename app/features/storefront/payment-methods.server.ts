import { eq } from "drizzle-orm";
import { manualTransfer } from "../../adapters/payments/manual-transfer";
import type { PaymentProvider } from "../../adapters/payments/payment-provider";
import type { Studio } from "../../tenancy/studio";
import { canSell } from "../billing/index.server";
import type { Provider } from "./model/money-states";
import { paymentSettings } from "./schema/money";
import { transferBook } from "./transfer-book.server";

/** How buyers may pay a studio now. */
export interface PaymentMethods {
  card: boolean;
  /** Where to transfer to, in the studio's own words; null where it takes no transfers. */
  transfer: string | null;
  /** Whether a card is charged at once, or once a member has looked at the order. */
  charge: "now" | "review";
}

export async function paymentMethodsOf(studio: Studio): Promise<PaymentMethods> {
  const [card, { transferInstructions, chargesAfterReview }] = await Promise.all([
    canSell(studio),
    paymentSettingsOf(studio),
  ]);
  return {
    card,
    transfer: transferInstructions === "" ? null : transferInstructions,
    charge: chargesAfterReview ? "review" : "now",
  };
}

/** Whether there is any way to pay this studio. */
export async function canBePaid(studio: Studio): Promise<boolean> {
  return (await canSell(studio)) || (await paymentSettingsOf(studio)).transferInstructions !== "";
}

/** What the studio has set; as it comes where it has set nothing. */
export async function paymentSettingsOf({ db }: Pick<Studio, "db">) {
  const set = await db.select().from(paymentSettings).where(eq(paymentSettings.id, 1)).get();
  return set ?? { id: 1, transferInstructions: "", chargesAfterReview: false };
}

/** The provider that takes the money of an order. Old transfers are found even where none are taken any more. */
export function providerNamed(studio: Studio, name: Provider): PaymentProvider {
  if (name === "stripe") return studio.payments;
  return manualTransfer({
    book: transferBook(studio),
    instructions: async () => (await paymentSettingsOf(studio)).transferInstructions,
    live: studio.payments.live,
    now: () => studio.clock.now(),
  });
}
