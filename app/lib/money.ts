/** An amount in the minor units of its currency (cents; yen have none; a Kuwaiti dinar has thousandths). */
export interface Money {
  amount: number;
  currency: string;
}

/** Currencies without minor units and with three digits of them, as ISO 4217 lists them; all others have two. */
const ZERO_DIGITS = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));
const THREE_DIGITS = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/** The largest amount accepted anywhere, in minor units; Stripe takes at most eight digits. */
export const MAX_AMOUNT = 99_999_999;

/** Digits after the decimal point of a currency (0, 2 or 3). */
export function minorDigits(currency: string): 0 | 2 | 3 {
  if (ZERO_DIGITS.has(currency)) return 0;
  return THREE_DIGITS.has(currency) ? 3 : 2;
}

/** Whether the text is a three-letter code that this runtime knows as a currency. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code);
}

/** The sum of one amount taken `quantity` times. */
export function times(money: Money, quantity: number): Money {
  return { amount: money.amount * quantity, currency: money.currency };
}

/**
 * Reads what a person typed ("12", "12.50", "12,5") as minor units, exactly, without floating point.
 * Returns null when it is no amount, has more decimals than the currency, or is above MAX_AMOUNT.
 */
export function parseAmount(text: string, currency: string): number | null {
  const match = /^(\d{1,8})(?:[.,](\d*))?$/.exec(text.trim());
  if (!match) return null;
  const digits = minorDigits(currency);
  const decimals = match[2] ?? "";
  if (decimals.length > digits) return null;
  const amount = Number((match[1] ?? "") + decimals.padEnd(digits, "0"));
  return amount <= MAX_AMOUNT ? amount : null;
}

/** The amount as a person would type it, with a decimal point and no grouping; parseAmount reads it back. */
export function amountText(money: Money): string {
  const digits = minorDigits(money.currency);
  if (digits === 0) return String(money.amount);
  const padded = String(money.amount).padStart(digits + 1, "0");
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** The same with the decimal sign that people of a locale type. */
export function typedAmount(money: Money, locale: string): string {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(0.5);
  const isComma = parts.some(({ type, value }) => type === "decimal" && value === ",");
  return isComma ? amountText(money).replace(".", ",") : amountText(money);
}

/** How a locale writes a currency ("€", "CHF", "US$"), and whether it stands before the amount. */
export function currencySign(currency: string, locale: string): { sign: string; leads: boolean } {
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === "currency");
  const leads = at < parts.findIndex(({ type }) => type === "integer");
  return { sign: parts[at]?.value ?? currency, leads };
}

/** The amount for reading, by the conventions of a locale. */
export function formatMoney(money: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: money.currency,
    minimumFractionDigits: minorDigits(money.currency),
    maximumFractionDigits: minorDigits(money.currency),
  });
  // A decimal string keeps the value exact; TypeScript's own types know only number and bigint here.
  return format.format(amountText(money) as unknown as number);
}
