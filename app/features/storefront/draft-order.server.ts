import { and, eq, sql } from "drizzle-orm";
import { MAX_AMOUNT } from "../../lib/money";
import { ok, type Result, refuse } from "../../lib/result";
import type { Studio } from "../../tenancy/studio";
import type { Gallery } from "../galleries/model";
import { photos } from "../ingest/schema";
import type { Catalogue } from "./catalogue.server";
import { LARGEST_ORDER, type OrderRefusal } from "./model";
import { type Item, type PricedCart, priceCart } from "./model/price-cart";
import { isCountable, isDigital, isOfOnePhoto, MOST_OF_ONE, type Product } from "./model/products";
import { isSoldOf } from "./model/section-lists";
import { reaches, type ShippingMethod } from "./model/shipping";

/** One thing that somebody wants; nothing in it is a price. */
export interface WantedLine {
  productId: string;
  /** Null for all photos of the gallery. */
  photoId: string | null;
  quantity: number;
}

/** Where it goes, as the buyer said. */
export interface Delivery {
  country: string | null;
  shippingMethodId: string | null;
}

/** An order before it is placed: what it consists of and what it costs now. */
export interface DraftOrder {
  items: (Item & { photo: { id: string; filename: string } | null })[];
  priced: PricedCart;
  hasFiles: boolean;
  hasThings: boolean;
  /** Whether it is sent to an address. */
  isSent: boolean;
}

/**
 * What an order of these lines is and costs now. Refuses what is not sold, photos that are not there, and a way that
 * does not lead where it is to go; a way is asked for only where things are sent and the studio has put ways up.
 */
export async function draftOrder(
  studio: Studio,
  {
    gallery,
    catalogue,
    lines,
    delivery,
    seesHidden = false,
  }: {
    gallery: Gallery;
    catalogue: Catalogue;
    lines: readonly WantedLine[];
    delivery: Delivery;
    seesHidden?: boolean | undefined;
  },
): Promise<Result<DraftOrder, OrderRefusal>> {
  if (lines.length === 0) return refuse({ reason: "no_photos" });
  if (lines.length > LARGEST_ORDER) return refuse({ reason: "too_large" });
  const byId = new Map(catalogue.products.map((product) => [product.id, product]));
  const wanted = lines.map((line) => ({ ...line, product: byId.get(line.productId) }));
  if (!wanted.every(isSold)) return refuse({ reason: "not_sold" });
  const found = await readyPhotos(
    studio,
    gallery.id,
    wanted.flatMap(({ photoId }) => (photoId === null ? [] : [photoId])),
    seesHidden,
  );
  const photoOf = (id: string | null) => (id === null ? null : found.get(id));
  if (wanted.some(({ photoId }) => photoOf(photoId) === undefined)) return refuse({ reason: "photos_gone" });
  if (!wanted.every(({ product, photoId }) => isSoldOf(catalogue, product.id, photoOf(photoId) ?? null)))
    return refuse({ reason: "not_sold" });
  const items = wanted.map(({ product, photoId, quantity }, i) => ({
    key: String(i),
    product,
    quantity: isCountable(product) ? quantity : 1,
    photo: photoOf(photoId) ?? null,
  }));
  const hasThings = items.some(({ product }) => !isDigital(product));
  const way = hasThings ? wayOf(catalogue.shipping, delivery) : null;
  if (way === "missing") return refuse({ reason: "no_shipping" });
  const destination = { country: delivery.country, shipping: way };
  const priced = priceCart(catalogue, items, destination);
  if (priced.total > MAX_AMOUNT) return refuse({ reason: "too_large" });
  return ok({
    items,
    priced,
    hasThings,
    hasFiles: items.some(({ product }) => isDigital(product)),
    isSent: hasThings && !way?.pickup,
  });
}

function isSold<Line extends WantedLine & { product: Product | undefined }>(
  line: Line,
): line is Line & { product: Product } {
  const { product, photoId, quantity } = line;
  if (!product || isOfOnePhoto(product) !== (photoId !== null)) return false;
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST_OF_ONE;
}

/** The way that was chosen, if it leads there; null where the studio has put up none that would. */
function wayOf(
  ways: readonly ShippingMethod[],
  { country, shippingMethodId }: Delivery,
): ShippingMethod | "missing" | null {
  if (ways.length === 0) return null;
  const chosen = ways.find(({ id }) => id === shippingMethodId);
  return chosen && reaches(chosen, country) ? chosen : "missing";
}

/** The photos of a gallery among some that are ready and not hidden from who asks, by their ids. */
export async function readyPhotos(
  studio: Studio,
  galleryId: string,
  photoIds: readonly string[],
  seesHidden: boolean,
): Promise<Map<string, { id: string; filename: string; sectionId: string | null }>> {
  if (photoIds.length === 0) return new Map();
  const rows = await studio.db
    .select({ id: photos.id, filename: photos.filename, sectionId: photos.sectionId })
    .from(photos)
    .where(
      and(
        eq(photos.galleryId, galleryId),
        eq(photos.status, "ready"),
        seesHidden ? undefined : eq(photos.hidden, false),
        sql`${photos.id} in (select value from json_each(${JSON.stringify(photoIds)}))`,
      ),
    );
  return new Map(rows.map((photo) => [photo.id, photo]));
}
