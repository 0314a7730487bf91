import { asc, eq } from "drizzle-orm";
import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { hasVerifiedOwner } from "../account/index.server";
import { sections } from "../galleries/schema";
import type { Product } from "./model/products";
import type { SectionLists } from "./model/section-lists";
import type { ShippingMethod } from "./model/shipping";
import type { TaxRules } from "./model/tax";
import { canBePaid } from "./payment-methods.server";
import { productsOf } from "./price-list-queries.server";
import { priceLists } from "./schema";
import { listShippingMethods, taxRulesOf } from "./tax-queries.server";

/** Everything that decides what something costs in a gallery now. */
export interface Catalogue extends SectionLists {
  currency: string;
  minimum: number;
  /** Of the gallery's own list, and of its sections' lists. */
  products: Product[];
  tax: TaxRules;
  /** Ways in the list's currency; none where the studio has put none up. */
  shipping: ShippingMethod[];
}

/**
 * What a gallery sells now; null where that is nothing. A section's own list counts where its currency is that of the
 * gallery's. Once a gallery's originals are gone, that is files in web size: nothing else can be made of what is left.
 */
export async function catalogueOf(
  studio: Studio,
  {
    id,
    priceListId,
    originalsDeletedAt = null,
  }: { id: string; priceListId: string | null; originalsDeletedAt?: Instant | null },
): Promise<Catalogue | null> {
  const [own, ofSections, tax, shipping] = await Promise.all([
    listWith(studio, priceListId),
    listsOfSections(studio, id),
    taxRulesOf(studio),
    listShippingMethods(studio),
  ]);
  const currency = own?.currency ?? ofSections[0]?.currency;
  if (currency === undefined) return null;
  const inUse = ofSections.filter((list) => list.currency === currency);
  const others = [...new Set(inUse.map((list) => list.id))].filter((listId) => listId !== own?.id);
  const theirs = await Promise.all(others.map((listId) => productsOf(studio, listId)));
  const lists = [
    ...(own ? [own] : []),
    ...others.map((listId, at) => ({ id: listId, products: theirs[at] ?? [] })),
  ];
  const held = lists.flatMap((list) => list.products);
  const products = originalsDeletedAt === null ? held : held.filter(({ fileSize }) => fileSize === "web");
  if (products.length === 0) return null;
  return {
    priceListId: own?.id ?? null,
    sectionLists: new Map(inUse.map(({ sectionId, id: listId }) => [sectionId, listId])),
    listOf: new Map(lists.flatMap((list) => list.products.map((product) => [product.id, list.id]))),
    currency,
    minimum: own?.minimum ?? Math.max(...inUse.map(({ minimum }) => minimum)),
    products,
    tax,
    shipping: shipping.filter((method) => method.currency === currency),
  };
}

/** A list with what it holds; null for none. */
async function listWith(studio: Studio, id: string | null) {
  if (id === null) return null;
  const [list, products] = await Promise.all([
    studio.db.select().from(priceLists).where(eq(priceLists.id, id)).get(),
    productsOf(studio, id),
  ]);
  return list ? { id, currency: list.currency, minimum: list.minimumAmount, products } : null;
}

/** The lists that sections of a gallery have for themselves. */
function listsOfSections({ db }: Studio, galleryId: string) {
  const { id, currency, minimumAmount: minimum } = priceLists;
  return db
    .select({ sectionId: sections.id, id, currency, minimum })
    .from(sections)
    .innerJoin(priceLists, eq(priceLists.id, sections.priceListId))
    .where(eq(sections.galleryId, galleryId))
    .orderBy(asc(sections.position), asc(sections.id))
    .all();
}

/**
 * Whether the studio can sell this: without any way to be paid only what is free, and that only once an owner
 * may have people mailed.
 */
export async function isSelling(studio: Studio, { products }: Pick<Catalogue, "products">): Promise<boolean> {
  const isFree = products.every(({ amount }) => amount === 0);
  return isFree ? hasVerifiedOwner(studio) : canBePaid(studio);
}
