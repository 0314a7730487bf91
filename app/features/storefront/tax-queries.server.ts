import { asc } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { readTiers } from "./model/products";
import type { ShippingMethod } from "./model/shipping";
import type { TaxRate, TaxRules } from "./model/tax";
import { shippingMethods, taxRates } from "./schema";

/** The rates that differ from the studio's own, by country. */
export async function listTaxRates({ db }: Studio): Promise<TaxRate[]> {
  return db.select().from(taxRates).orderBy(asc(taxRates.country), asc(taxRates.taxClass));
}

/** How the studio taxes what it sells now. */
export async function taxRulesOf(studio: Studio): Promise<TaxRules> {
  const { pricesIncludeTax, taxName, taxRate } = studio.tenant;
  return { included: pricesIncludeTax, name: taxName, rate: taxRate, rates: await listTaxRates(studio) };
}

/** The ways in which things reach buyers, as the studio put them up. */
export async function listShippingMethods({ db }: Studio): Promise<ShippingMethod[]> {
  const rows = await db.select().from(shippingMethods).orderBy(asc(shippingMethods.id));
  return rows.map(({ countries, steps, ...method }) => ({
    ...method,
    countries: countries.split(" ").filter(Boolean),
    steps: readTiers(steps),
  }));
}
