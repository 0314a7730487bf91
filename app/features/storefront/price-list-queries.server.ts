import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { galleries } from "../galleries/schema";
import type { PricesSummary } from "./model/price-lists";
import { type Product, readTiers } from "./model/products";
import { priceLists, products } from "./schema";

type PriceList = typeof priceLists.$inferSelect;

/** A price list, archived ones too. Throws `not_found`. */
export async function getPriceList({ db }: Studio, id: string): Promise<PriceList> {
  const list = await db.select().from(priceLists).where(eq(priceLists.id, id)).get();
  if (!list) throw notFound();
  return list;
}

/** What a list holds, in the order in which it is shown. */
export async function productsOf({ db }: Studio, priceListId: string): Promise<Product[]> {
  const rows = await db
    .select()
    .from(products)
    .where(eq(products.priceListId, priceListId))
    .orderBy(asc(products.position), asc(products.id));
  return rows.map(({ priceListId: _, position: __, tiers, ...product }) => ({
    ...product,
    tiers: readTiers(tiers),
  }));
}

/** One product of a list. Throws `not_found`. */
export async function getProduct(studio: Studio, priceListId: string, id: string): Promise<Product> {
  const product = (await productsOf(studio, priceListId)).find((each) => each.id === id);
  if (!product) throw notFound();
  return product;
}

/** The studio's lists: those in use, the newest first, then the archived ones. */
export async function listPriceLists({ db }: Studio) {
  return db
    .select({
      id: priceLists.id,
      name: priceLists.name,
      currency: priceLists.currency,
      perPhoto: priceLists.perPhoto,
      isDefault: priceLists.isDefault,
      isArchived: sql`${priceLists.archivedAt} is not null`.mapWith(Boolean),
      products: db.$count(products, eq(products.priceListId, priceLists.id)),
      galleries: db.$count(galleries, eq(galleries.priceListId, priceLists.id)),
    })
    .from(priceLists)
    .orderBy(sql`${priceLists.archivedAt} is not null`, desc(priceLists.isDefault), desc(priceLists.id));
}

/** The lists that a gallery may be given: those with a name that are not archived. */
export async function listsToChoose({ db }: Studio) {
  return db
    .select({ id: priceLists.id, name: priceLists.name, isDefault: priceLists.isDefault })
    .from(priceLists)
    .where(and(isNull(priceLists.archivedAt), isNull(priceLists.perPhoto)))
    .orderBy(desc(priceLists.isDefault), asc(priceLists.name));
}

/** What some lists come to, by their ids. */
export async function summariesOf(
  { db }: Studio,
  ids: readonly (string | null)[],
): Promise<Map<string, PricesSummary>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const among = sql`(select value from json_each(${JSON.stringify(wanted)}))`;
  const isOriginal = sql`p.price_list_id = price_lists.id and p.kind = 'photo' and p.file_size = 'original'`;
  const rows = await db
    .select({
      id: priceLists.id,
      name: priceLists.name,
      currency: priceLists.currency,
      perPhoto: priceLists.perPhoto,
      originalAmount: sql<
        number | null
      >`(select p.amount from ${products} p where ${isOriginal} order by p.position, p.id limit 1)`,
      dearest: sql<
        number | null
      >`(select max(p.amount) from ${products} p where p.price_list_id = price_lists.id)`,
    })
    .from(priceLists)
    .where(inArray(priceLists.id, among));
  return new Map(
    rows.map(({ dearest, ...list }) => [
      list.id,
      { ...list, isFree: dearest === 0, isEmpty: dearest === null },
    ]),
  );
}

/** What the prices of one gallery come to; null where it sells nothing. */
export async function pricesOf(
  studio: Studio,
  { priceListId }: { priceListId: string | null },
): Promise<PricesSummary | null> {
  return (await summariesOf(studio, [priceListId])).get(priceListId ?? "") ?? null;
}
