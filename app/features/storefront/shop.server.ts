import { ok, type Result, refuse } from "../../lib/result";
import type { Studio } from "../../tenancy/studio";
import { type Gallery, galleryState } from "../galleries/model";
import type { Viewer } from "../galleries/model/roles";
import { cartOf, countLines } from "./cart-queries.server";
import { catalogueOf, isSelling } from "./catalogue.server";
import { addToCart } from "./commands/change-cart.server";
import type { WantedLine } from "./draft-order.server";
import type { OrderRefusal } from "./model";
import { isOfOnePhoto } from "./model/products";
import { isSoldOf } from "./model/section-lists";
import type { OfferedProduct, ShopOffer } from "./model/shop-offer";

/** Who buys: only what concerns the shop. */
type Buyer = Pick<Viewer, "rights" | "seesHidden">;

/** What a gallery sells somebody who is in it now; null where it is only to be looked at. */
export async function shopOf(studio: Studio, gallery: Gallery, viewer: Buyer): Promise<ShopOffer | null> {
  if (!viewer.rights.buy) return null;
  const catalogue = await catalogueOf(studio, gallery);
  if (!catalogue || !(await isSelling(studio, catalogue))) return null;
  const { currency, products, sectionLists } = catalogue;
  const offered = (place: { sectionId: string | null }): OfferedProduct[] =>
    products
      .filter((product) => isOfOnePhoto(product) && isSoldOf(catalogue, product.id, place))
      .map(({ id, kind, fileSize, name, dimensions, finish, amount, tiers }) => ({
        id,
        like: JSON.stringify([kind, fileSize, dimensions, finish]),
        name,
        detail: [dimensions, finish].filter(Boolean).join(", "),
        amount,
        currency,
        tiers,
      }));
  const whole = products
    .filter((product) => !isOfOnePhoto(product) && isSoldOf(catalogue, product.id, null))
    .map(({ amount }) => amount);
  return {
    products: offered({ sectionId: null }),
    sections: Object.fromEntries(
      [...sectionLists.keys()].map((sectionId) => [sectionId, offered({ sectionId })]),
    ),
    whole: whole.length > 0 ? { amount: Math.min(...whole), currency } : null,
  };
}

/** How many lines the cart of a gallery has that a browser holds. */
export async function linesInCart(studio: Studio, galleryId: string, token: string | null): Promise<number> {
  return countLines(studio, await cartOf(studio, galleryId, token));
}

/** Puts something into the cart of an open gallery that a browser holds, or into a new one. */
export async function putIntoCart(
  studio: Studio,
  gallery: Gallery,
  { viewer, token, lines }: { viewer: Buyer; token: string | null; lines: readonly WantedLine[] },
): Promise<Result<{ token: string }, OrderRefusal>> {
  if (galleryState(gallery, studio.clock.now()) !== "open") return refuse({ reason: "gallery_closed" });
  const catalogue = viewer.rights.buy ? await catalogueOf(studio, gallery) : null;
  if (!catalogue || !(await isSelling(studio, catalogue))) return refuse({ reason: "not_sold" });
  const cart = await cartOf(studio, gallery.id, token);
  const added = await addToCart(
    studio,
    { gallery, catalogue, seesHidden: viewer.seesHidden },
    { cart, lines },
  );
  return added.ok ? ok(added.value) : added;
}
