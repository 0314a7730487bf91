import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { galleries } from "../../galleries/schema";
import { markedUp, type PriceEnding } from "../model/mark-up";
import { type Tier, tiersDescend, writeTiers } from "../model/products";
import { getPriceList, productsOf } from "../price-list-queries.server";
import { priceLists, products } from "../schema";

/** Makes an empty list in the studio's currency; the first one is the one that new galleries begin with. */
export async function createPriceList(
  studio: Studio,
  { name, minimumAmount }: { name: string; minimumAmount: number },
): Promise<{ id: string }> {
  const { db, tenant, clock } = studio;
  const id = newId("priceList");
  const { currency } = tenant;
  const hasNone = notExists(
    db.select({ one: sql`1` }).from(priceLists).where(eq(priceLists.isDefault, true)),
  );
  await commit(
    studio,
    db
      .insert(priceLists)
      .values({ id, name, currency, minimumAmount, isDefault: sql`${hasNone}`, createdAt: clock.now() })
      .returning({ id: priceLists.id }),
    { audit: { action: "price_list.created", subjectId: id, after: { name, minimumAmount, currency } } },
  );
  return { id };
}

/** Changes a list's name and least order; a list that was only a price per photo gets a name with it. Throws `not_found`. */
export async function changePriceList(
  studio: Studio,
  id: string,
  { name, minimumAmount }: { name: string; minimumAmount: number },
): Promise<void> {
  const before = await getPriceList(studio, id);
  const { currency } = before;
  await commit(
    studio,
    studio.db
      .update(priceLists)
      .set({ name, minimumAmount, perPhoto: null })
      .where(eq(priceLists.id, id))
      .returning({ id: priceLists.id }),
    {
      audit: {
        action: "price_list.changed",
        subjectId: id,
        before: { name: before.name, minimumAmount: before.minimumAmount, currency },
        after: { name, minimumAmount, currency },
      },
    },
  );
}

/** Has new galleries begin with this list. Throws `not_found`, for an archived one too. */
export async function makeDefault(studio: Studio, id: string): Promise<void> {
  const isUsable = and(eq(priceLists.id, id), isNull(priceLists.archivedAt));
  const willBe = sql`exists (select 1 from ${priceLists} l where l.id = ${id} and l.archived_at is null)`;
  const made = await commit(
    studio,
    studio.db.update(priceLists).set({ isDefault: true }).where(isUsable).returning({ id: priceLists.id }),
    { audit: { action: "price_list.changed", subjectId: id, after: { isDefault: true } } },
    {
      before: [
        studio.db
          .update(priceLists)
          .set({ isDefault: false })
          .where(and(eq(priceLists.isDefault, true), willBe)),
      ],
    },
  );
  if (made.length === 0) throw notFound();
}

/** Takes a list out of what can be chosen, or puts it back. One that galleries sell by stays. Throws `not_found`. */
export async function archivePriceList(
  studio: Studio,
  id: string,
  archived: boolean,
): Promise<Result<void, "in_use">> {
  await getPriceList(studio, id);
  const { db, clock } = studio;
  const isUnused = notExists(db.select({ one: sql`1` }).from(galleries).where(eq(galleries.priceListId, id)));
  const isIt = and(
    eq(priceLists.id, id),
    archived ? and(isUnused, eq(priceLists.isDefault, false)) : undefined,
  );
  const changed = await commit(
    studio,
    db
      .update(priceLists)
      .set({ archivedAt: archived ? clock.now() : null })
      .where(isIt)
      .returning({ id: priceLists.id }),
    { audit: { action: "price_list.changed", subjectId: id, after: { isArchived: archived } } },
  );
  return changed.length > 0 ? ok(undefined) : refuse("in_use");
}

/** Makes a list of the same things at the same prices under another name. Throws `not_found`. */
export async function duplicatePriceList(studio: Studio, id: string, name: string): Promise<{ id: string }> {
  const { currency, minimumAmount } = await getPriceList(studio, id);
  const { db, clock } = studio;
  const held = await productsOf(studio, id);
  const copy = newId("priceList");
  const rows = held.map((product, position) => ({
    ...product,
    id: newId("product"),
    priceListId: copy,
    position,
    tiers: writeTiers(product.tiers),
  }));
  await commit(
    studio,
    db
      .insert(priceLists)
      .values({ id: copy, name, currency, minimumAmount, createdAt: clock.now() })
      .returning({ id: priceLists.id }),
    { audit: { action: "price_list.created", subjectId: copy, after: { name, minimumAmount, currency } } },
    { after: rows.map((row) => db.insert(products).values(row)) },
  );
  return { id: copy };
}

/** Raises or lowers every price of a list, tiers too; tiers that would no longer be cheaper go. Throws `not_found`. */
export async function markUpPriceList(
  studio: Studio,
  id: string,
  { change, ending, unnamed }: { change: number; ending: PriceEnding; unnamed: string },
): Promise<void> {
  const { currency } = await getPriceList(studio, id);
  const held = await productsOf(studio, id);
  const { db } = studio;
  const raised = held.map((product) => {
    const amount = markedUp(product.amount, currency, change, ending);
    const tiers: Tier[] = [];
    for (const tier of product.tiers) {
      tiers.push({ ...tier, amount: markedUp(tier.amount, currency, change, ending) });
      if (!tiersDescend(amount, tiers)) tiers.pop();
    }
    return { id: product.id, amount, tiers: writeTiers(tiers) };
  });
  await commit(
    studio,
    named(studio, id, unnamed),
    { audit: { action: "price_list.changed", subjectId: id, after: { markUp: change } } },
    {
      after: raised.map(({ id: productId, ...prices }) =>
        db.update(products).set(prices).where(eq(products.id, productId)),
      ),
    },
  );
}

/** The statement that makes a list one that people keep: it has a name, and is no price per photo any more. */
export function named({ db }: Studio, id: string, unnamed: string) {
  return db
    .update(priceLists)
    .set({ perPhoto: null, name: sql`case when name = '' then ${unnamed} else name end` })
    .where(eq(priceLists.id, id))
    .returning({ id: priceLists.id });
}
