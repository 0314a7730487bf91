import type { Money } from "../../../lib/money";
import { tierFor } from "./price-cart";
import type { Tier } from "./products";

/** A product of one photo as a gallery offers it. */
export interface OfferedProduct {
  id: string;
  /** What makes two products of two lists the same thing: a photo of another section is sold as its like there. */
  like: string;
  name: string;
  /** Size and finish of a thing. */
  detail: string;
  amount: number;
  currency: string;
  tiers: readonly Tier[];
}

/** What a gallery sells, as far as the page of its photos shows it. */
export interface ShopOffer {
  products: OfferedProduct[];
  /** By section, what is sold of its photos instead; sections without a list of their own are left out. */
  sections: Record<string, OfferedProduct[]>;
  /** What all photos together cost at least; null where they are not sold together. */
  whole: Money | null;
}

/** What is sold of the photos of a section; null is before all sections. */
export function offeredIn({ products, sections }: ShopOffer, sectionId: string | null): OfferedProduct[] {
  return (sectionId === null ? undefined : sections[sectionId]) ?? products;
}

/** The lists of a gallery: its own first. */
const listsOf = ({ products, sections }: ShopOffer) => [products, ...Object.values(sections)];

/** What a list sells as this product: the product itself, or else the first that is like it. */
function soldAs(list: readonly OfferedProduct[], { id, like }: Wanted): OfferedProduct | undefined {
  return list.find((each) => each.id === id) ?? list.find((each) => each.like === like);
}

type Wanted = Pick<OfferedProduct, "id" | "like">;

/**
 * Everything that is sold of any photo: all that the gallery's own list has, and of each section's list what has no like
 * in the lists before. Two products of one list are two offers, however alike they are.
 */
export function offeredAnywhere(shop: ShopOffer): OfferedProduct[] {
  const offered: OfferedProduct[] = [];
  for (const list of listsOf(shop)) {
    const before = new Set(offered.map(({ like }) => like));
    offered.push(...list.filter(({ like }) => !before.has(like)));
  }
  return offered;
}

/** What a product costs, by each list that sells it or its like: the least and the most. */
export function pricesOfLike(shop: ShopOffer, wanted: Wanted): { least: number; most: number } {
  const amounts = listsOf(shop).flatMap((list) => soldAs(list, wanted)?.amount ?? []);
  return { least: Math.min(...amounts), most: Math.max(...amounts) };
}

/**
 * What photos of these sections cost as one product, each by the list that holds there, whose tiers count by themselves.
 * Null where one of them is not sold as that.
 */
export function totalOfLike(
  shop: ShopOffer,
  wanted: Wanted,
  sectionIds: readonly (string | null)[],
): number | null {
  // By id: sections with the same list count towards its tiers together.
  const counts = new Map<string, { product: OfferedProduct; count: number }>();
  for (const sectionId of sectionIds) {
    const product = soldAs(offeredIn(shop, sectionId), wanted);
    if (!product) return null;
    counts.set(product.id, { product, count: (counts.get(product.id)?.count ?? 0) + 1 });
  }
  let total = 0;
  for (const { product, count } of counts.values())
    total += (tierFor(product.tiers, count)?.amount ?? product.amount) * count;
  return total;
}
