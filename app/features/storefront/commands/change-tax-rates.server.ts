import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import type { TaxRate } from "../model/tax";
import { taxRates } from "../schema";

/** Sets the rate of one country and class, in place of the one that was there. */
export async function setTaxRate(studio: Studio, rate: TaxRate): Promise<void> {
  const { country, taxClass, name, rate: taxRate } = rate;
  await commit(
    studio,
    studio.db
      .insert(taxRates)
      .values(rate)
      .onConflictDoUpdate({ target: [taxRates.country, taxRates.taxClass], set: { name, rate: taxRate } })
      .returning({ country: taxRates.country }),
    {
      audit: {
        action: "studio.changed",
        subjectId: studio.tenant.id,
        after: { country, taxClass, taxName: name, taxRate },
      },
    },
  );
}

/** Takes a rate away, so that the studio's own counts there again. */
export async function removeTaxRate(
  studio: Studio,
  { country, taxClass }: Pick<TaxRate, "country" | "taxClass">,
): Promise<void> {
  await commit(
    studio,
    studio.db
      .delete(taxRates)
      .where(and(eq(taxRates.country, country), eq(taxRates.taxClass, taxClass)))
      .returning({ country: taxRates.country }),
    { audit: { action: "studio.changed", subjectId: studio.tenant.id, before: { country, taxClass } } },
  );
}
