import type { TaxClass } from "./products";
import { RATE_UNIT, share } from "./rounding";

/** A rate that differs from the studio's own: for one country or for all ("*"), for one class or for all ("*"). */
export interface TaxRate {
  country: string;
  taxClass: TaxClass | "*";
  /** As it stands on receipts: "MwSt". */
  name: string;
  /** Hundredths of a percent. */
  rate: number;
}

/** How a studio taxes what it sells. */
export interface TaxRules {
  /** Whether the prices of its lists include the tax. */
  included: boolean;
  /** The rate where nothing more particular is said; without a name there is no tax. */
  name: string;
  rate: number;
  rates: readonly TaxRate[];
}

/** The tax in or on one amount. */
export interface Tax {
  name: string;
  rate: number;
  amount: number;
  included: boolean;
}

/**
 * The rate for something of a class that goes to a country (null while nobody has said where): what is said of both
 * counts before what is said of the country, that before what is said of the class, and that before the studio's own.
 */
function taxRateFor(
  rules: TaxRules,
  taxClass: TaxClass,
  country: string | null,
): { name: string; rate: number } {
  const find = (where: string | null, what: TaxClass | "*") =>
    rules.rates.find((each) => each.country === where && each.taxClass === what);
  const { name, rate } =
    find(country, taxClass) ?? find(country, "*") ?? find("*", taxClass) ?? find("*", "*") ?? rules;
  return name === "" ? { name: "", rate: 0 } : { name, rate };
}

/** The tax of one line, rounded once. With prices that include it the amount stays and the tax is the part of it. */
export function taxOf(
  rules: TaxRules,
  amount: number,
  { taxClass, country }: { taxClass: TaxClass; country: string | null },
): Tax {
  const { name, rate } = taxRateFor(rules, taxClass, country);
  const whole = rules.included ? RATE_UNIT + rate : RATE_UNIT;
  return { name, rate, amount: share(amount, rate, whole), included: rules.included };
}

/** Whether somebody has to say a country before the tax on this can be known. */
export function dependsOnCountry(rules: TaxRules, taxClass: TaxClass): boolean {
  return rules.rates.some(
    (each) => each.country !== "*" && (each.taxClass === taxClass || each.taxClass === "*"),
  );
}

/** A rate for reading: "19 %", "8.1 %", by the conventions of a locale. */
export function rateText(rate: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
    rate / RATE_UNIT,
  );
}
