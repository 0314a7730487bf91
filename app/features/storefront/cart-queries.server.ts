import { and, asc, eq } from "drizzle-orm";
import { localeRegion } from "../../lib/regions";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import type { Gallery } from "../galleries/model";
import { photos } from "../ingest/schema";
import type { Catalogue } from "./catalogue.server";
import type { Delivery, WantedLine } from "./draft-order.server";
import { nextTier, type PricedCart, type PricedLine, priceCart } from "./model/price-cart";
import { isDigital, isOfOnePhoto, type Product } from "./model/products";
import { isSoldOf } from "./model/section-lists";
import { reaches, type ShippingMethod } from "./model/shipping";
import { dependsOnCountry } from "./model/tax";
import { cartLines, carts } from "./schema";

/** A cart that somebody's browser holds the key to. */
export interface Cart {
  id: string;
  galleryId: string;
  country: string | null;
  shippingMethodId: string | null;
}

/** The cart behind a token, of whatever gallery; null for none. */
export async function cartOfToken({ db }: Studio, token: string | null): Promise<Cart | null> {
  if (token === null) return null;
  const { id, galleryId, country, shippingMethodId } = carts;
  const isIt = eq(carts.tokenHash, await tokenHash(token));
  return (
    (await db.select({ id, galleryId, country, shippingMethodId }).from(carts).where(isIt).get()) ?? null
  );
}

/** The cart of a gallery behind a token; null for none, and for that of another gallery. */
export async function cartOf(studio: Studio, galleryId: string, token: string | null): Promise<Cart | null> {
  const cart = await cartOfToken(studio, token);
  return cart?.galleryId === galleryId ? cart : null;
}

/** How many lines a cart has. */
export function countLines({ db }: Studio, cart: Cart | null): Promise<number> | 0 {
  return cart ? db.$count(cartLines, eq(cartLines.cartId, cart.id)) : 0;
}

/** A photo as a cart shows it. */
export interface CartPhoto {
  id: string;
  filename: string;
  version: number;
  width: number;
  height: number;
  thumbhash: string | null;
  sectionId: string | null;
}

export interface CartLine {
  id: string;
  quantity: number;
  product: Product;
  photo: CartPhoto | null;
  priced: PricedLine;
  /** What one cost when the buyer last saw it, where that is not what it costs now. */
  before: number | null;
  /** How many more make each of them cheaper. */
  next: { more: number; amount: number } | null;
}

/** A cart as it is at this moment, priced anew. */
export interface CartView {
  cart: Cart | null;
  lines: CartLine[];
  /** Lines whose product or photo is gone. */
  gone: { id: string }[];
  priced: PricedCart;
  /** Where it goes and how, as it was chosen or as it begins. */
  delivery: Delivery;
  /** Ways that lead there, and whether the studio has put up any at all. */
  ways: ShippingMethod[];
  waysAtAll: boolean;
  hasFiles: boolean;
  hasThings: boolean;
  isSent: boolean;
  asksCountry: boolean;
}

/** Looks at a cart, or at none, which is an empty one. Photos that are hidden from who asks are gone from it. */
export async function lookAtCart(
  studio: Studio,
  {
    gallery,
    catalogue,
    cart,
    seesHidden = false,
  }: { gallery: Gallery; catalogue: Catalogue; cart: Cart | null; seesHidden?: boolean | undefined },
): Promise<CartView> {
  const rows = cart ? await linesOf(studio, gallery.id, { cartId: cart.id, seesHidden }) : [];
  const byId = new Map(catalogue.products.map((product) => [product.id, product]));
  const sold = rows.flatMap((row) => {
    const product = byId.get(row.productId);
    const isThere =
      product &&
      isOfOnePhoto(product) === (row.photoId !== "") &&
      (row.photoId === "" || row.photo) &&
      isSoldOf(catalogue, product.id, row.photo);
    return isThere ? [{ ...row, key: row.id, product }] : [];
  });
  const soldIds = new Set(sold.map(({ id }) => id));
  const hasThings = sold.some(({ product }) => !isDigital(product));
  const isTaxedByPlace = sold.some(({ product }) => dependsOnCountry(catalogue.tax, product.taxClass));
  const asksCountry = hasThings || isTaxedByPlace;
  const country = asksCountry ? (cart?.country ?? localeRegion(studio.tenant.homeLocale)) : null;
  const ways = catalogue.shipping.filter((way) => reaches(way, country));
  const way = hasThings ? (ways.find(({ id }) => id === cart?.shippingMethodId) ?? ways[0] ?? null) : null;
  const priced = priceCart(catalogue, sold, { country, shipping: way });
  const counts = countsOf(sold);
  return {
    cart,
    lines: sold.map(({ id, quantity, product, photo, shownAmount }, i) => {
      const line = priced.lines[i] as PricedLine;
      const next = nextTier(product.tiers, counts.get(product.id) ?? 0);
      return {
        id,
        quantity,
        product,
        photo,
        priced: line,
        before: line.unit === shownAmount ? null : shownAmount,
        next,
      };
    }),
    gone: rows.filter(({ id }) => !soldIds.has(id)),
    priced,
    delivery: { country, shippingMethodId: way?.id ?? null },
    ways,
    waysAtAll: catalogue.shipping.length > 0,
    hasFiles: sold.some(({ product }) => isDigital(product)),
    hasThings,
    isSent: hasThings && !way?.pickup,
    asksCountry,
  };
}

/** The lines of a cart as an order wants them. */
export function wantedIn({ lines }: CartView): WantedLine[] {
  return lines.map(({ product, photo, quantity }) => ({
    productId: product.id,
    photoId: photo?.id ?? null,
    quantity,
  }));
}

function countsOf(lines: readonly { product: Product; quantity: number }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { product, quantity } of lines) counts.set(product.id, (counts.get(product.id) ?? 0) + quantity);
  return counts;
}

async function linesOf(
  { db }: Studio,
  galleryId: string,
  { cartId, seesHidden }: { cartId: string; seesHidden: boolean },
) {
  return db
    .select({
      id: cartLines.id,
      productId: cartLines.productId,
      photoId: cartLines.photoId,
      quantity: cartLines.quantity,
      shownAmount: cartLines.shownAmount,
      photo: {
        id: photos.id,
        filename: photos.filename,
        version: photos.version,
        width: photos.width,
        height: photos.height,
        thumbhash: photos.thumbhash,
        sectionId: photos.sectionId,
      },
    })
    .from(cartLines)
    .leftJoin(
      photos,
      and(
        eq(photos.id, cartLines.photoId),
        eq(photos.galleryId, galleryId),
        eq(photos.status, "ready"),
        seesHidden ? undefined : eq(photos.hidden, false),
      ),
    )
    .where(eq(cartLines.cartId, cartId))
    .orderBy(asc(cartLines.id));
}
