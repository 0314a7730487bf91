import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { storefrontWords } from "../messages/words";
import type { PriceChoice } from "../model/price-lists";
import { priceLists, products } from "../schema";

/**
 * The list that a gallery is to name for what was chosen. For a price per photo that is the list that holds nothing but
 * originals at that price; it is made when nobody asked for this price before.
 *
 * @param kept the list that the gallery has now, which stays possible when it was archived meanwhile
 */
export async function choosePrices(
  studio: Studio,
  choice: PriceChoice,
  kept: string | null = null,
): Promise<Result<string | null, "no_such_list">> {
  if ("perPhoto" in choice) return ok(await listAtPrice(studio, choice.perPhoto));
  const { priceListId } = choice;
  if (priceListId === null || priceListId === kept) return ok(priceListId);
  const known = await studio.db
    .select({ id: priceLists.id })
    .from(priceLists)
    .where(and(eq(priceLists.id, priceListId), isNull(priceLists.archivedAt)))
    .get();
  return known ? ok(known.id) : refuse("no_such_list");
}

async function listAtPrice({ db, tenant, clock }: Studio, amount: number): Promise<string> {
  const { currency } = tenant;
  const isIt = and(eq(priceLists.currency, currency), eq(priceLists.perPhoto, amount));
  const before = await db.select({ id: priceLists.id }).from(priceLists).where(isIt).get();
  if (before) return before.id;
  const id = newId("priceList");
  const name = storefrontWords(tenant.homeLocale).products.names.original;
  await db.batch([
    db
      .insert(priceLists)
      .values({ id, name: "", currency, perPhoto: amount, createdAt: clock.now() })
      .onConflictDoNothing(),
    db.run(sql`
      insert into ${products} (id, price_list_id, position, kind, name, file_size, amount, tax_class)
      select ${newId("product")}, id, 0, 'photo', ${name}, 'original', ${amount}, 'digital'
      from ${priceLists} where id = ${id}`),
  ]);
  const made = await db.select({ id: priceLists.id }).from(priceLists).where(isIt).get();
  if (!made) throw new Error("the list of a price was not made");
  return made.id;
}
