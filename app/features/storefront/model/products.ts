import { z } from "zod";
import { MAX_AMOUNT } from "../../../lib/money";

/** What a product is of: one photo as a file, all photos of the gallery as files, or a thing made of one photo. */
export const productKinds = ["photo", "all_photos", "physical"] as const;
export type ProductKind = (typeof productKinds)[number];

/** What a line of an order is of: a product, or something that is done for the buyer. */
export const lineKinds = [...productKinds, "service"] as const;
export type LineKind = (typeof lineKinds)[number];

/** What a tax office may see differently. */
export const taxClasses = ["digital", "physical", "service"] as const;
export type TaxClass = (typeof taxClasses)[number];

/** How a thing travels. */
export const shippingClasses = ["standard", "large"] as const;
export type ShippingClass = (typeof shippingClasses)[number];

/** The sizes in which files are sold. */
export const fileSizes = ["web", "original"] as const;
export type FileSize = (typeof fileSizes)[number];

/** From so many on, each costs this. */
export interface Tier {
  from: number;
  amount: number;
}

/** A product as a price list has it now; amounts are minor units of the list's currency. */
export interface Product {
  id: string;
  kind: ProductKind;
  name: string;
  /** The size of the files; null for things. */
  fileSize: FileSize | null;
  /** What the buyer may do with the files, or what is said of the thing. */
  terms: string;
  /** "30 × 40 cm"; empty for files. */
  dimensions: string;
  finish: string;
  amount: number;
  /** What one costs the studio. */
  cost: number;
  taxClass: TaxClass;
  shippingClass: ShippingClass;
  /** In ascending order of `from`, each cheaper than the one before. */
  tiers: readonly Tier[];
}

/** The most of one thing in one line. */
export const MOST_OF_ONE = 999;

/** The most products of a list, and tiers of a product. */
export const MOST_PRODUCTS = 100;
export const MOST_TIERS = 8;

export const isDigital = ({ kind }: Pick<Product, "kind">): boolean => kind !== "physical";

/** Whether a line hands out files. */
export const isOfFiles = ({ kind }: { kind: LineKind }): boolean => kind === "photo" || kind === "all_photos";

/** Whether a line of it is about one photo. */
export const isOfOnePhoto = ({ kind }: Pick<Product, "kind">): boolean => kind !== "all_photos";

/** Whether more than one of it makes sense: nobody needs the same file twice. */
export const isCountable = ({ kind }: Pick<Product, "kind">): boolean => kind === "physical";

/** Whether tiers lead from dear to cheap, as a price list promises: more of them at once, and each one cheaper. */
export function tiersDescend(amount: number, tiers: readonly Tier[]): boolean {
  let before: Tier = { from: 1, amount };
  for (const tier of tiers) {
    if (tier.from <= before.from || tier.amount >= before.amount || tier.amount < 0) return false;
    before = tier;
  }
  return true;
}

const storedTiers = z.array(
  z
    .tuple([z.int().min(1).max(100_000), z.int().min(0).max(MAX_AMOUNT)])
    .transform(([from, amount]): Tier => ({ from, amount })),
);

/** Tiers as a row keeps them: a list of pairs, the number and the amount. Throws for anything else. */
export const readTiers = (json: string): Tier[] => storedTiers.parse(JSON.parse(json));
export const writeTiers = (tiers: readonly Tier[]): string =>
  JSON.stringify(tiers.map(({ from, amount }) => [from, amount]));
