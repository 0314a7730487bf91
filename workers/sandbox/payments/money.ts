/** Amounts as Stripe counts them, which is not always as ISO 4217 does. Codes are lower case, as in its API. */
const NO_DECIMALS = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const THREE_DECIMALS = new Set("bhd jod kwd omr tnd".split(" "));
/** Sent with two decimals that must both be zero. */
const WHOLE_UNITS_ONLY = new Set(["isk", "ugx"]);

/** The least a card can be charged, in minor units; a currency that is not listed has no minimum here. */
const LEAST_CHARGE: Readonly<Record<string, number>> = {
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
};

/** The digits Stripe's minor unit has after the decimal point. */
export function decimals(currency: string): number {
  if (NO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

/** The number that every amount of the currency must be a multiple of, in minor units. */
export function amountStep(currency: string): number {
  if (WHOLE_UNITS_ONLY.has(currency)) return 100;
  return THREE_DECIMALS.has(currency) ? 10 : 1;
}

/** The least amount above zero that can be charged, in minor units. */
export function leastCharge(currency: string): number {
  return LEAST_CHARGE[currency] ?? 1;
}

/** Whether the lower-case code is a currency this runtime knows. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code.toUpperCase());
}

/** An amount in minor units for reading, by a locale's conventions; "auto" and unknown locales read as English. */
export function formatAmount(amount: number, currency: string, locale = "auto"): string {
  const known = locale !== "auto" && Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  const format = new Intl.NumberFormat(known ? locale : "en", { style: "currency", currency });
  return format.format(amount / 10 ** decimals(currency));
}
