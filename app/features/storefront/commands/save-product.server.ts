import { and, eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { MOST_PRODUCTS, type Product, writeTiers } from "../model/products";
import { getPriceList, getProduct } from "../price-list-queries.server";
import { products } from "../schema";
import { named } from "./change-price-list.server";

interface Where {
  priceListId: string;
  /** The product that is changed; null for a new one, which goes to the end. */
  productId: string | null;
  /** What the list is called from now on, if it has no name yet. */
  unnamed: string;
}

/** Puts a product into a list, or changes one there. Throws `not_found`. */
export async function saveProduct(
  studio: Studio,
  { priceListId, productId, unnamed }: Where,
  { tiers, ...input }: Omit<Product, "id">,
): Promise<Result<{ id: string }, "too_many">> {
  const { currency } = await getPriceList(studio, priceListId);
  const before = productId === null ? null : await getProduct(studio, priceListId, productId);
  const { db } = studio;
  const values = { ...input, tiers: writeTiers(tiers) };
  const id = productId ?? newId("product");
  const isInList = eq(products.priceListId, priceListId);
  if (!before && (await db.$count(products, isInList)) >= MOST_PRODUCTS) return refuse("too_many");
  const change = before
    ? db
        .update(products)
        .set(values)
        .where(and(eq(products.id, id), isInList))
        .returning({ id: products.id })
    : db
        .insert(products)
        .values({
          ...values,
          id,
          priceListId,
          position: sql`(select coalesce(max(position), -1) + 1 from ${products} where price_list_id = ${priceListId})`,
        })
        .returning({ id: products.id });
  const [saved] = await commit(
    studio,
    change,
    {
      audit: {
        action: "price_list.changed",
        subjectId: priceListId,
        ...(before ? { before: { product: before.name, amount: before.amount, currency } } : {}),
        after: { product: input.name, amount: input.amount, currency },
      },
    },
    { after: [named(studio, priceListId, unnamed)] },
  );
  if (!saved) throw notFound();
  return ok(saved);
}

/** Takes a product out of a list; what was ordered of it stays as it was ordered. Throws `not_found`. */
export async function removeProduct(
  studio: Studio,
  { priceListId, productId, unnamed }: Where & { productId: string },
): Promise<void> {
  const before = await getProduct(studio, priceListId, productId);
  await commit(
    studio,
    studio.db
      .delete(products)
      .where(and(eq(products.id, productId), eq(products.priceListId, priceListId)))
      .returning({ id: products.id }),
    { audit: { action: "price_list.changed", subjectId: priceListId, before: { product: before.name } } },
    { after: [named(studio, priceListId, unnamed)] },
  );
}
