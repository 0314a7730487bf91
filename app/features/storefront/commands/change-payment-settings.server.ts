import { ne, or } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import { paymentSettingsOf } from "../payment-methods.server";
import { paymentSettings } from "../schema/money";

export interface PaymentWays {
  /** Where to transfer to; empty to take no transfers. */
  instructions: string;
  charge: "now" | "review";
}

/** Sets how buyers may pay. Bank details stay out of the audit log, which says only that they changed. */
export async function changePaymentSettings(
  studio: Studio,
  { instructions, charge }: PaymentWays,
): Promise<void> {
  const before = await paymentSettingsOf(studio);
  const after = { transferInstructions: instructions, chargesAfterReview: charge === "review" };
  const differs = or(
    ne(paymentSettings.transferInstructions, after.transferInstructions),
    ne(paymentSettings.chargesAfterReview, after.chargesAfterReview),
  );
  const told = (settings: typeof after) => ({
    transfers: settings.transferInstructions !== "",
    chargesAfterReview: settings.chargesAfterReview,
  });
  await commit(
    studio,
    studio.db
      .insert(paymentSettings)
      .values({ id: 1, ...after })
      .onConflictDoUpdate({
        target: paymentSettings.id,
        set: after,
        ...(differs ? { setWhere: differs } : {}),
      })
      .returning({ id: paymentSettings.id }),
    {
      audit: {
        action: "payment_settings.changed",
        subjectId: studio.tenant.id,
        before: told(before),
        after: {
          ...told(after),
          instructionsChanged: before.transferInstructions !== after.transferInstructions,
        },
      },
    },
  );
}
