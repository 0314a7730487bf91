import type { ShippingClass, Tier } from "./products";

/** One way in which things reach a buyer; amounts are minor units of its currency. */
export interface ShippingMethod {
  id: string;
  name: string;
  /** The buyer comes for it: no address, no fee. */
  pickup: boolean;
  currency: string;
  /** ISO 3166 codes of where it goes; none for everywhere. */
  countries: readonly string[];
  /** The fee by the number of things, in ascending order from 1 on; one step is a flat fee. */
  steps: readonly Tier[];
  /** Added once when something large is among them. */
  largeAmount: number;
  /** From this value of the things on it costs nothing; null for never. */
  freeFrom: number | null;
}

/** What is to be shipped. */
export interface Parcel {
  items: number;
  classes: ReadonlySet<ShippingClass>;
  /** What the things cost together. */
  value: number;
}

/** What a way costs for a parcel. */
export function shippingFee(method: ShippingMethod, parcel: Parcel): number {
  if (method.pickup || parcel.items === 0) return 0;
  if (method.freeFrom !== null && parcel.value >= method.freeFrom) return 0;
  const step = method.steps.filter(({ from }) => from <= parcel.items).at(-1);
  return (step?.amount ?? 0) + (parcel.classes.has("large") ? method.largeAmount : 0);
}

/** Whether a way reaches a country; before somebody has said one, all may. */
export function reaches(
  method: Pick<ShippingMethod, "pickup" | "countries">,
  country: string | null,
): boolean {
  return (
    method.pickup || country === null || method.countries.length === 0 || method.countries.includes(country)
  );
}
