import type { Money } from "../../../lib/money";
import type { Tier } from "./products";

/** A product of one photo as a gallery offers it. */
export interface OfferedProduct {
  id: string;
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
