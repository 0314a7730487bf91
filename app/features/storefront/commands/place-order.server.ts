import { type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { type Gallery, galleryState } from "../../galleries/model";
import { type Catalogue, catalogueOf } from "../catalogue.server";
import { type Delivery, draftOrder, type WantedLine } from "../draft-order.server";
import type { OrderRefusal } from "../model";
import type { Address } from "../model/address";
import type { Provider } from "../model/money-states";
import { type PlacedOrder, recordOrder } from "./record-order.server";

/** What is ordered: lines of a cart, or the originals of some photos. */
type Wanted =
  | { lines: readonly WantedLine[]; photoIds?: undefined }
  | { photoIds: readonly string[]; lines?: undefined };

export type OrderRequest = Wanted & {
  gallery: Gallery;
  email: string;
  delivery?: Delivery;
  address?: Address | null;
  /** That files are delivered at once and cannot be given back then; asked for by pages. */
  consented?: boolean;
  /** The total that the buyer was shown, where we know it. */
  shownTotal?: number;
  /** The cart it was made from. */
  cartId?: string;
  /** How the buyer pays; where nothing is said by card, if the studio takes cards. */
  provider?: Provider;
  /** An id of an order that is not there yet, where it has to be the same each time it is tried. */
  id?: string;
};

/** Places an order in an open gallery: the server prices it, and records it as `recordOrder` says. */
export async function placeOrder(
  studio: Studio,
  request: OrderRequest,
): Promise<Result<PlacedOrder, OrderRefusal>> {
  const { gallery, shownTotal } = request;
  if (galleryState(gallery, studio.clock.now()) !== "open") return refuse({ reason: "gallery_closed" });
  const catalogue = await catalogueOf(studio, gallery);
  if (!catalogue) return refuse({ reason: "not_sold" });
  const lines = wantedLines(catalogue, request);
  if (!lines) return refuse({ reason: "not_sold" });
  const delivery = request.delivery ?? { country: request.address?.country ?? null, shippingMethodId: null };
  const drafted = await draftOrder(studio, { gallery, catalogue, lines, delivery });
  if (!drafted.ok) return drafted;
  const draft = drafted.value;
  const { currency, total: amount, missing } = draft.priced;
  if (shownTotal !== undefined && shownTotal !== amount) return refuse({ reason: "price_changed" });
  if (missing > 0) return refuse({ reason: "below_minimum", missing: { amount: missing, currency } });
  if (draft.isSent && !request.address) return refuse({ reason: "no_address" });
  return recordOrder(studio, {
    id: request.id,
    galleryId: gallery.id,
    email: request.email,
    content: draft,
    address: draft.isSent ? (request.address ?? null) : null,
    country: delivery.country,
    consented: request.consented ?? false,
    cartId: request.cartId,
    provider: request.provider,
  });
}

/** The lines of an order; null where originals are asked for and the gallery sells none. */
function wantedLines(catalogue: Catalogue, wanted: Wanted): readonly WantedLine[] | null {
  if (wanted.lines) return wanted.lines;
  const original = catalogue.products.find(
    ({ kind, fileSize }) => kind === "photo" && fileSize === "original",
  );
  if (!original) return null;
  // In the order of the gallery, whatever the order in which they were named.
  return [...new Set(wanted.photoIds)]
    .sort()
    .map((photoId) => ({ productId: original.id, photoId, quantity: 1 }));
}
