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

/** Everything that is sold of any photo, each thing once: as the gallery has it, or else the first section that does. */
export function offeredAnywhere({ products, sections }: ShopOffer): OfferedProduct[] {
  const all = [...products, ...Object.values(sections).flat()];
  return all.filter((product, at) => all.findIndex(({ like }) => like === product.like) === at);
}

/** What a thing costs, wherever it is sold: the least and the most. */
export function pricesOfLike(
  { products, sections }: ShopOffer,
  like: string,
): { least: number; most: number } {
  const amounts = [...products, ...Object.values(sections).flat()]
    .filter((product) => product.like === like)
    .map(({ amount }) => amount);
  return { least: Math.min(...amounts), most: Math.max(...amounts) };
}

/**
 * What photos of these sections cost as one thing, each by the list that holds there, whose tiers count by themselves.
 * Null where one of them is not sold as that.
 */
export function totalOfLike(
  shop: ShopOffer,
  like: string,
  sectionIds: readonly (string | null)[],
): number | null {
  const counts = new Map<OfferedProduct, number>();
  for (const sectionId of sectionIds) {
    const product = offeredIn(shop, sectionId).find((each) => each.like === like);
    if (!product) return null;
    counts.set(product, (counts.get(product) ?? 0) + 1);
  }
  let total = 0;
  for (const [{ tiers, amount }, count] of counts) total += (tierFor(tiers, count)?.amount ?? amount) * count;
  return total;
}
