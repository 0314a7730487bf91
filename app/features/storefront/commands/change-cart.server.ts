import { eq, sql } from "drizzle-orm";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { DAY } from "../../../lib/time";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import type { Gallery } from "../../galleries/model";
import { type Cart, type CartView, lookAtCart } from "../cart-queries.server";
import { cartToken } from "../cart-token.server";
import type { Catalogue } from "../catalogue.server";
import { readyPhotos, type WantedLine } from "../draft-order.server";
import { LARGEST_ORDER, type OrderRefusal } from "../model";
import { isCountable, isOfOnePhoto, MOST_OF_ONE } from "../model/products";
import { soldAs } from "../model/section-lists";
import { cartLines, carts } from "../schema";

interface Where {
  gallery: Gallery;
  catalogue: Catalogue;
  /** Whether photos that are hidden from guests are there for who asks; without, they are not. */
  seesHidden?: boolean | undefined;
}

/** What is to be done to a cart that is there. */
export interface CartChange {
  /** By line. */
  quantities?: ReadonlyMap<string, number>;
  remove?: ReadonlySet<string>;
  country?: string | null;
  shippingMethodId?: string | null;
  /** The total that was shown together with prices that had changed: they are taken note of if it is still that. */
  seenTotal?: number;
}

/**
 * Puts something into the cart that a browser holds, or into a new one. The same of the same photo adds up; of files
 * there is only one.
 *
 * @returns the token of the cart
 */
export async function addToCart(
  studio: Studio,
  { gallery, catalogue, seesHidden = false }: Where,
  { cart, lines }: { cart: Cart | null; lines: readonly WantedLine[] },
): Promise<Result<{ token: string }, OrderRefusal>> {
  if (lines.length === 0) return refuse({ reason: "no_photos" });
  const byId = new Map(catalogue.products.map((product) => [product.id, product]));
  const isSold = lines.every(({ productId, photoId, quantity }) => {
    const product = byId.get(productId);
    return (
      product && isOfOnePhoto(product) === (photoId !== null) && quantity >= 1 && quantity <= MOST_OF_ONE
    );
  });
  if (!isSold) return refuse({ reason: "not_sold" });
  const wanted = lines.flatMap(({ photoId }) => (photoId === null ? [] : [photoId]));
  const found = await readyPhotos(studio, gallery.id, wanted, seesHidden);
  if (found.size < new Set(wanted).size) return refuse({ reason: "photos_gone" });
  // What a page offers of the gallery is, of a photo in a section with a list of its own, its like in that list.
  const placed = lines.map(({ productId, photoId, quantity }) => {
    const product = byId.get(productId);
    const sold =
      product && soldAs(catalogue, product, photoId === null ? null : (found.get(photoId) ?? null));
    return { photoId, quantity, product: sold };
  });
  if (placed.some(({ product }) => !product)) return refuse({ reason: "not_sold" });
  const before = await lookAtCart(studio, { gallery, catalogue, cart, seesHidden });
  if (before.lines.length + before.gone.length + lines.length > LARGEST_ORDER)
    return refuse({ reason: "too_large" });
  const id = cart?.id ?? newId("cart");
  const token = await cartToken(studio, id);
  const now = studio.clock.now();
  const rows = placed.map(({ product, photoId, quantity }) => {
    const counts = product !== undefined && isCountable(product);
    return {
      id: newId("cartLine"),
      productId: product?.id ?? "",
      photoId: photoId ?? "",
      quantity: counts ? quantity : 1,
      counts,
      amount: product?.amount ?? 0,
    };
  });
  await studio.db.batch([
    studio.db
      .insert(carts)
      .values({
        id,
        galleryId: gallery.id,
        tokenHash: await tokenHash(token),
        createdAt: now,
        changedAt: now,
      })
      .onConflictDoUpdate({ target: carts.id, set: { changedAt: now } }),
    studio.db.run(sql`
      insert into ${cartLines} (id, cart_id, product_id, photo_id, quantity, shown_amount, changed_at)
      select value ->> 'id', ${id}, value ->> 'productId', value ->> 'photoId', value ->> 'quantity', value ->> 'amount', ${now}
      from json_each(${JSON.stringify(rows.filter(({ counts }) => counts))}) where true
      on conflict (cart_id, product_id, photo_id) do update
        set quantity = min(${MOST_OF_ONE}, quantity + excluded.quantity), changed_at = ${now}`),
    studio.db.run(sql`
      insert into ${cartLines} (id, cart_id, product_id, photo_id, quantity, shown_amount, changed_at)
      select value ->> 'id', ${id}, value ->> 'productId', value ->> 'photoId', 1, value ->> 'amount', ${now}
      from json_each(${JSON.stringify(rows.filter(({ counts }) => !counts))}) where true
      on conflict (cart_id, product_id, photo_id) do nothing`),
  ]);
  const added = {
    id,
    galleryId: gallery.id,
    country: cart?.country ?? null,
    shippingMethodId: cart?.shippingMethodId ?? null,
  };
  await show(studio, { gallery, catalogue, seesHidden }, { cart: added, before, seen: new Set() });
  return ok({ token });
}

/** Changes quantities, takes lines out, and says where it goes and how. */
export async function changeCart(
  studio: Studio,
  { gallery, catalogue, seesHidden }: Where,
  cart: Cart,
  { quantities, remove, seenTotal, ...delivery }: CartChange,
): Promise<void> {
  const { db, clock } = studio;
  const now = clock.now();
  const before = await lookAtCart(studio, { gallery, catalogue, cart, seesHidden });
  const countable = new Set(before.lines.filter(({ product }) => isCountable(product)).map(({ id }) => id));
  const changed = before.lines.flatMap(({ id, quantity }) => {
    const wanted = quantities?.get(id) ?? quantity;
    return countable.has(id) && wanted !== quantity && !remove?.has(id) ? [{ id, quantity: wanted }] : [];
  });
  const removed = [
    ...(remove ?? []),
    ...changed.filter(({ quantity }) => quantity === 0).map(({ id }) => id),
  ];
  const isOfCart = sql`cart_id = ${cart.id}`;
  await db.batch([
    db
      .update(carts)
      .set({ ...delivery, changedAt: now })
      .where(eq(carts.id, cart.id)),
    db.run(sql`
      update ${cartLines} set quantity = (j.value ->> 'quantity'), changed_at = ${now}
      from json_each(${JSON.stringify(changed.filter(({ quantity }) => quantity > 0))}) j
      where ${isOfCart} and cart_lines.id = (j.value ->> 'id')`),
    db.run(sql`
      delete from ${cartLines} where ${isOfCart} and id in (select value from json_each(${JSON.stringify(removed)}))`),
  ]);
  const accepts = seenTotal !== undefined && seenTotal === before.priced.total;
  const seen = new Set(accepts ? before.lines.map(({ id }) => id) : []);
  await show(studio, { gallery, catalogue, seesHidden }, { cart: { ...cart, ...delivery }, before, seen });
}

/**
 * Notes what each line costs after something the buyer did, as that is what they see next. A price that the studio
 * changed since they last looked stays noted as it was, until they have seen the new one.
 */
async function show(
  studio: Studio,
  { gallery, catalogue, seesHidden }: Where,
  { cart, before, seen }: { cart: Cart; before: CartView; seen: ReadonlySet<string> },
): Promise<void> {
  const stale = new Set(
    before.lines.filter((line) => line.before !== null && !seen.has(line.id)).map(({ id }) => id),
  );
  const after = await lookAtCart(studio, { gallery, catalogue, cart, seesHidden });
  const shown = after.lines
    .filter((line) => line.before !== null && !stale.has(line.id))
    .map(({ id, priced }) => ({ id, unit: priced.unit }));
  if (shown.length === 0) return;
  await studio.db.run(sql`
    update ${cartLines} set shown_amount = (j.value ->> 'unit')
    from json_each(${JSON.stringify(shown)}) j
    where cart_id = ${cart.id} and cart_lines.id = (j.value ->> 'id')`);
}

/** A cart that nobody has touched for so long is forgotten. */
export const CART_LASTS = 90 * DAY;
