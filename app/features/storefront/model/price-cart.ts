import { isDigital, type Product, type TaxClass, type Tier } from "./products";
import { type Parcel, type ShippingMethod, shippingFee } from "./shipping";
import { type Tax, type TaxRules, taxOf } from "./tax";

/** How many of a product; `key` tells the line to its caller. */
export interface Item {
  key: string;
  product: Product;
  quantity: number;
}

/**
 * How an amount came about, step by step; each step says what the line costs after it. What comes between the tier and
 * the tax (a package, a coupon, a credit) is a step of its own kind there.
 */
export type TrailStep =
  | { step: "list"; unit: number; quantity: number; amount: number }
  /** `counted` is how many of the product the whole cart has: they reach a tier together. */
  | { step: "tier"; from: number; counted: number; unit: number; amount: number }
  | { step: "tax"; name: string; rate: number; amount: number; included: boolean };

export interface PricedLine {
  key: string;
  quantity: number;
  /** What one of it costs here, before tax that is added. */
  unit: number;
  /** Unit times quantity. */
  amount: number;
  taxClass: TaxClass;
  tax: Tax;
  trail: TrailStep[];
}

/** What the way to the buyer costs. */
export interface PricedShipping {
  methodId: string;
  name: string;
  pickup: boolean;
  amount: number;
  tax: Tax;
}

export interface PricedCart {
  currency: string;
  lines: PricedLine[];
  /** The sum of the lines' amounts. */
  goods: number;
  shipping: PricedShipping | null;
  /** The taxes of lines and shipping by name and rate: the parts of `taxAmount`. */
  taxes: Tax[];
  taxAmount: number;
  taxIncluded: boolean;
  /** Goods, shipping and the tax that is added. */
  total: number;
  /** How much more has to be bought; 0 when it is enough. */
  missing: number;
}

export interface PricingRules {
  currency: string;
  /** The least that the goods of an order cost; 0 for any. */
  minimum: number;
  tax: TaxRules;
}

export interface Destination {
  /** ISO 3166; null while nobody has said it. */
  country: string | null;
  shipping: ShippingMethod | null;
}

/**
 * Prices a cart: list price, tier, tax for each line, then the way to the buyer. Every amount is a whole minor unit,
 * rounded once for each line, so that the parts add up to the total whatever the currency; the order of the lines
 * changes nothing. Quantities are whole and at least 1.
 */
export function priceCart(rules: PricingRules, items: readonly Item[], to: Destination): PricedCart {
  const counts = countsOf(items);
  const lines = items.map((item) => priceLine(rules.tax, item, counts.get(item.product.id) ?? 0, to.country));
  const parcel = parcelOf(items, lines);
  const shipping = to.shipping && parcel.items > 0 ? priceShipping(rules.tax, to.shipping, parcel, to) : null;
  const goods = sum(lines.map(({ amount }) => amount));
  const taxes = taxesByRate([...lines.map(({ tax }) => tax), ...(shipping ? [shipping.tax] : [])]);
  const taxAmount = sum(taxes.map(({ amount }) => amount));
  return {
    currency: rules.currency,
    lines,
    goods,
    shipping,
    taxes,
    taxAmount,
    taxIncluded: rules.tax.included,
    total: goods + (shipping?.amount ?? 0) + (rules.tax.included ? 0 : taxAmount),
    missing: Math.max(0, rules.minimum - goods),
  };
}

/** How many of each product the cart has altogether. */
function countsOf(items: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { product, quantity } of items) {
    counts.set(product.id, (counts.get(product.id) ?? 0) + quantity);
  }
  return counts;
}

function priceLine(rules: TaxRules, item: Item, counted: number, country: string | null): PricedLine {
  const { key, product, quantity } = item;
  const tier = tierFor(product.tiers, counted);
  const unit = tier?.amount ?? product.amount;
  const amount = unit * quantity;
  const tax = taxOf(rules, amount, { taxClass: product.taxClass, country });
  const trail: TrailStep[] = [
    { step: "list", unit: product.amount, quantity, amount: product.amount * quantity },
  ];
  if (tier) trail.push({ step: "tier", from: tier.from, counted, unit, amount });
  if (tax.name !== "") trail.push({ step: "tax", ...tax });
  return { key, quantity, unit, amount, taxClass: product.taxClass, tax, trail };
}

/** The tier that so many reach; undefined while they reach none. */
export function tierFor(tiers: readonly Tier[], count: number): Tier | undefined {
  return tiers.filter(({ from }) => from <= count).at(-1);
}

/** The next cheaper tier, and how many more it takes; null when there is none. */
export function nextTier(tiers: readonly Tier[], count: number): { more: number; amount: number } | null {
  const next = tiers.find(({ from }) => from > count);
  return next ? { more: next.from - count, amount: next.amount } : null;
}

function parcelOf(items: readonly Item[], lines: readonly PricedLine[]): Parcel {
  const things = items.flatMap((item, i) =>
    isDigital(item.product) ? [] : [{ ...item, value: lines[i]?.amount ?? 0 }],
  );
  return {
    items: sum(things.map(({ quantity }) => quantity)),
    classes: new Set(things.map(({ product }) => product.shippingClass)),
    value: sum(things.map(({ value }) => value)),
  };
}

/** Shipping is taxed as the things are that it brings. */
function priceShipping(
  rules: TaxRules,
  method: ShippingMethod,
  parcel: Parcel,
  { country }: Destination,
): PricedShipping {
  const amount = shippingFee(method, parcel);
  const tax = taxOf(rules, amount, { taxClass: "physical", country });
  return { methodId: method.id, name: method.name, pickup: method.pickup, amount, tax };
}

function taxesByRate(taxes: readonly Tax[]): Tax[] {
  const byRate = new Map<string, Tax>();
  for (const tax of taxes) {
    if (tax.name === "") continue;
    const key = `${tax.rate} ${tax.name}`;
    const before = byRate.get(key);
    byRate.set(key, { ...tax, amount: tax.amount + (before?.amount ?? 0) });
  }
  return [...byRate.values()].sort((a, b) => b.rate - a.rate || (a.name < b.name ? -1 : 1));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
