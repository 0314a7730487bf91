import { type Money, minorDigits } from "../../lib/money";

/** Decimals that Stripe gives a currency where ISO 4217 gives it others (docs.stripe.com/currencies, special cases). */
const STRIPE_DIGITS: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** An amount in our minor units as Stripe counts it. Throws when Stripe cannot hold it exactly. */
export function toStripe(amount: number, currency: string): number {
  const scaled = amount * 10 ** shift(currency);
  const step = minorDigits(currency) === 3 ? 10 : 1;
  if (!Number.isSafeInteger(scaled) || scaled % step !== 0) {
    throw new RangeError(`${amount} minor units of ${currency} cannot be charged exactly`);
  }
  return scaled;
}

/** Stripe's amount in our minor units; a fraction of one stays a fraction, and so matches no order. */
export function fromStripe(amount: number, currency: string): Money {
  return { amount: amount / 10 ** shift(currency), currency };
}

function shift(currency: string): number {
  return (STRIPE_DIGITS[currency] ?? minorDigits(currency)) - minorDigits(currency);
}
