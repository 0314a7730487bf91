import { MAX_AMOUNT } from "../../../lib/money";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { type Gallery, galleryState } from "../../galleries/model";
import type { OrderRefusal } from "../model";
import type { Provider } from "../model/money-states";
import { priceCart } from "../model/price-cart";
import type { Product } from "../model/products";
import type { ServiceKind } from "../model/services";
import { orderServices } from "../schema/services";
import { taxRulesOf } from "../tax-queries.server";
import type { OrderContent } from "./insert-order.server";
import { recordOrder } from "./record-order.server";

export interface ServiceRequest {
  gallery: Gallery;
  kind: ServiceKind;
  /** The gallery that is to be opened again, or the list that may have more photos. */
  subjectId: string;
  /** What one of it costs, in minor units of the studio's currency. */
  amount: number;
  /** How many of it: 1 for a re-opening, photos for a list. */
  quantity: number;
  email: string;
  /** What it is called on the order, the receipt and the page where it is paid. */
  title: string;
  /** That it is done at once, and what the buyer gives up by that; asked for by pages. */
  consented?: boolean;
  /** How the buyer pays; where nothing is said by card, if the studio takes cards. */
  provider?: Provider | undefined;
}

/**
 * Places an order of something that is done for a gallery's client: opening a gallery that has expired, or more photos
 * of a list than are included, in one that is open. It hands out no photo. What was paid for is brought about by
 * the statement that fulfils the order (`applyServices` of galleries), once. The caller has made sure that whoever
 * asks may see the gallery, and where the price comes from.
 */
export async function placeServiceOrder(
  studio: Studio,
  { gallery, kind, subjectId, amount, quantity, email, title, provider, consented = false }: ServiceRequest,
): Promise<Result<{ id: string; buyerToken: string; checkoutUrl: string }, OrderRefusal>> {
  const wanted = kind === "reopening" ? "expired" : "open";
  if (galleryState(gallery, studio.clock.now()) !== wanted) {
    return refuse({ reason: kind === "reopening" ? "not_sold" : "gallery_closed" });
  }
  if (quantity < 1 || amount * quantity > MAX_AMOUNT) return refuse({ reason: "too_large" });
  const content = await priceService(studio, { title, amount, quantity });
  if (content.priced.total > MAX_AMOUNT) return refuse({ reason: "too_large" });
  const placed = await recordOrder(studio, {
    galleryId: gallery.id,
    email,
    content,
    address: null,
    country: null,
    consented,
    provider,
    more: (orderId) => [
      studio.db.insert(orderServices).values({
        ...{ orderId, kind, subjectId },
        quantity: kind === "reopening" ? gallery.reopenDays : quantity,
      }),
    ],
  });
  if (!placed.ok) return placed;
  const { id, buyerToken, checkoutUrl } = placed.value;
  return ok({ id, buyerToken, checkoutUrl });
}

/** A service as one line of an order, at the studio's own rate for services. */
export async function priceService(
  studio: Studio,
  { title, amount, quantity }: { title: string; amount: number; quantity: number },
): Promise<OrderContent> {
  const product: Product = {
    ...{ id: "service", kind: "photo", name: title, fileSize: null, terms: "", dimensions: "", finish: "" },
    ...{ amount, cost: 0, taxClass: "service", shippingClass: "standard", tiers: [] },
  };
  const rules = { currency: studio.tenant.currency, minimum: 0, tax: await taxRulesOf(studio) };
  return {
    priced: priceCart(rules, [{ key: "0", product, quantity }], { country: null, shipping: null }),
    items: [{ product: { ...product, kind: "service" }, photo: null }],
  };
}
