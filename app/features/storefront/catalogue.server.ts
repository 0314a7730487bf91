import { eq } from "drizzle-orm";
import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { hasVerifiedOwner } from "../account/index.server";
import type { Product } from "./model/products";
import type { ShippingMethod } from "./model/shipping";
import type { TaxRules } from "./model/tax";
import { canBePaid } from "./payment-methods.server";
import { productsOf } from "./price-list-queries.server";
import { priceLists } from "./schema";
import { listShippingMethods, taxRulesOf } from "./tax-queries.server";

/** Everything that decides what something costs in a gallery now. */
export interface Catalogue {
  priceListId: string;
  currency: string;
  minimum: number;
  products: Product[];
  tax: TaxRules;
  /** Ways in the list's currency; none where the studio has put none up. */
  shipping: ShippingMethod[];
}

/**
 * What a gallery sells now; null where that is nothing. Once its originals are gone, that is files in web size: nothing
 * else can be made of what is left.
 */
export async function catalogueOf(
  studio: Studio,
  {
    priceListId,
    originalsDeletedAt = null,
  }: { priceListId: string | null; originalsDeletedAt?: Instant | null },
): Promise<Catalogue | null> {
  if (priceListId === null) return null;
  const [list, held, tax, shipping] = await Promise.all([
    studio.db.select().from(priceLists).where(eq(priceLists.id, priceListId)).get(),
    productsOf(studio, priceListId),
    taxRulesOf(studio),
    listShippingMethods(studio),
  ]);
  const products = originalsDeletedAt === null ? held : held.filter(({ fileSize }) => fileSize === "web");
  if (!list || products.length === 0) return null;
  const { currency, minimumAmount: minimum } = list;
  const inCurrency = shipping.filter((method) => method.currency === currency);
  return { priceListId, currency, minimum, products, tax, shipping: inCurrency };
}

/**
 * Whether the studio can sell this: without any way to be paid only what is free, and that only once an owner
 * may have people mailed.
 */
export async function isSelling(studio: Studio, { products }: Pick<Catalogue, "products">): Promise<boolean> {
  const isFree = products.every(({ amount }) => amount === 0);
  return isFree ? hasVerifiedOwner(studio) : canBePaid(studio);
}
