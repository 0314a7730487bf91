import { MAX_AMOUNT, minorDigits } from "../../../lib/money";
import { RATE_UNIT, share } from "./rounding";

/** How prices end after a mark-up: as they come out, on a whole unit (12.00), or on 95 hundredths of one (12.95). */
export const priceEndings = ["exact", "whole", "95"] as const;
export type PriceEnding = (typeof priceEndings)[number];

/**
 * A price raised (or lowered) by hundredths of a percent and brought to an ending, up to the next one, so that no
 * rounding eats the mark-up. Currencies without minor units end on full hundreds and on 95 of a hundred. 0 stays 0.
 */
export function markedUp(amount: number, currency: string, change: number, ending: PriceEnding): number {
  if (amount === 0) return 0;
  const raised = share(amount, RATE_UNIT + change, RATE_UNIT);
  const most = MAX_AMOUNT - (MAX_AMOUNT % wholeOf(currency));
  return Math.min(Math.max(0, withEnding(raised, currency, ending)), most);
}

function withEnding(amount: number, currency: string, ending: PriceEnding): number {
  if (ending === "exact") return amount;
  const whole = wholeOf(currency);
  const end = ending === "whole" ? 0 : (whole / 100) * 95;
  const below = amount - (amount % whole) + end;
  return below >= amount ? below : below + whole;
}

/** What a buyer calls a round sum: one unit of the currency, or a hundred where it has no smaller one. */
function wholeOf(currency: string): number {
  const digits = minorDigits(currency);
  return digits === 0 ? 100 : 10 ** digits;
}

/** What is left of a price without its tax when the cost is paid, and its part of it in hundredths of a percent. */
export function marginOf(net: number, cost: number): { amount: number; rate: number | null } {
  const amount = net - cost;
  return { amount, rate: net === 0 ? null : Math.round((amount * RATE_UNIT) / net) };
}
