/** Currencies of ISO 3166 countries whose studios we know how to greet; elsewhere EUR is suggested. */
const currencyOfRegion: Readonly<Record<string, string>> = {
  AE: "AED",
  AR: "ARS",
  AU: "AUD",
  BG: "EUR",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CL: "CLP",
  CN: "CNY",
  CO: "COP",
  CZ: "CZK",
  DK: "DKK",
  EG: "EGP",
  GB: "GBP",
  HK: "HKD",
  HU: "HUF",
  ID: "IDR",
  IL: "ILS",
  IN: "INR",
  IS: "ISK",
  JP: "JPY",
  KE: "KES",
  KR: "KRW",
  LI: "CHF",
  MA: "MAD",
  MX: "MXN",
  MY: "MYR",
  NG: "NGN",
  NO: "NOK",
  NZ: "NZD",
  PE: "PEN",
  PH: "PHP",
  PK: "PKR",
  PL: "PLN",
  RO: "RON",
  RS: "RSD",
  SA: "SAR",
  SE: "SEK",
  SG: "SGD",
  TH: "THB",
  TR: "TRY",
  TW: "TWD",
  UA: "UAH",
  US: "USD",
  VN: "VND",
  ZA: "ZAR",
};

/** Zones whose country's currency is not the one of their continent: enough to suggest, never to decide. */
const regionOfZone: Readonly<Record<string, string>> = {
  "Africa/Cairo": "EG",
  "Africa/Casablanca": "MA",
  "Africa/Johannesburg": "ZA",
  "Africa/Lagos": "NG",
  "Africa/Nairobi": "KE",
  "America/Bogota": "CO",
  "America/Lima": "PE",
  "America/Mexico_City": "MX",
  "America/Santiago": "CL",
  "America/Sao_Paulo": "BR",
  "America/Toronto": "CA",
  "America/Vancouver": "CA",
  "America/Edmonton": "CA",
  "America/Halifax": "CA",
  "America/Winnipeg": "CA",
  "America/Argentina/Buenos_Aires": "AR",
  "America/Buenos_Aires": "AR",
  "Asia/Bangkok": "TH",
  "Asia/Calcutta": "IN",
  "Asia/Dubai": "AE",
  "Asia/Ho_Chi_Minh": "VN",
  "Asia/Hong_Kong": "HK",
  "Asia/Jakarta": "ID",
  "Asia/Jerusalem": "IL",
  "Asia/Karachi": "PK",
  "Asia/Kolkata": "IN",
  "Asia/Kuala_Lumpur": "MY",
  "Asia/Manila": "PH",
  "Asia/Riyadh": "SA",
  "Asia/Saigon": "VN",
  "Asia/Seoul": "KR",
  "Asia/Shanghai": "CN",
  "Asia/Singapore": "SG",
  "Asia/Taipei": "TW",
  "Asia/Tokyo": "JP",
  "Atlantic/Reykjavik": "IS",
  "Europe/Belgrade": "RS",
  "Europe/Bucharest": "RO",
  "Europe/Budapest": "HU",
  "Europe/Copenhagen": "DK",
  "Europe/Istanbul": "TR",
  "Europe/Kiev": "UA",
  "Europe/Kyiv": "UA",
  "Europe/London": "GB",
  "Europe/Oslo": "NO",
  "Europe/Prague": "CZ",
  "Europe/Stockholm": "SE",
  "Europe/Vaduz": "LI",
  "Europe/Warsaw": "PL",
  "Europe/Zurich": "CH",
  "Pacific/Auckland": "NZ",
};

const americanZones =
  /^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Indiana\/|Kentucky\/|North_Dakota\/)|^Pacific\/Honolulu$/;

/** The country of a zone where it is certain enough to suggest something by it; null for a zone of the euro or unknown. */
export function regionOf(timeZone: string): string | null {
  if (timeZone.startsWith("Australia/")) return "AU";
  if (americanZones.test(timeZone)) return "US";
  return regionOfZone[timeZone] ?? null;
}

/** The currency to suggest for a zone and a locale ("de-CH"): the zone's country first, then the locale's, then EUR. */
export function suggestedCurrency(timeZone: string, locale: string): string {
  const zoneRegion = regionOf(timeZone);
  if (zoneRegion) return currencyOfRegion[zoneRegion] ?? "EUR";
  if (/^(Europe|Africa|Atlantic)\//.test(timeZone)) return "EUR";
  return currencyOfRegion[localeRegion(locale) ?? ""] ?? "EUR";
}

/** The country of a locale ("DE" of "de-DE"), or null when it names none. */
export function localeRegion(locale: string): string | null {
  return new Intl.Locale(locale).region ?? null;
}

/** The currencies a studio may choose from: those suggested somewhere, in the order of their codes. */
export const offeredCurrencies: readonly string[] = [
  ...new Set([...Object.values(currencyOfRegion), "EUR", "KWD", "BHD", "QAR", "OMR"]),
].sort();

/** The conventions a studio may choose from; the words follow the language where we have it, else English. */
export const offeredLocales: readonly string[] = (
  "en-GB en-US en-IE en-AU en-CA en-NZ en-ZA en-IN en-SG en-JP de-DE de-AT de-CH fr-FR fr-BE fr-CH fr-CA es-ES es-MX " +
  "it-IT it-CH nl-NL nl-BE pt-PT pt-BR da-DK nb-NO sv-SE fi-FI is-IS pl-PL cs-CZ sk-SK hu-HU ro-RO bg-BG el-GR hr-HR " +
  "sl-SI et-EE lv-LV lt-LT uk-UA tr-TR he-IL ar-AE hi-IN ja-JP ko-KR zh-TW zh-CN th-TH vi-VN id-ID"
).split(" ");

/** The offered locale that fits a browser's Accept-Language best; en-GB when none does. */
export function localeFor(acceptLanguage: string | null): string {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => part.split(";")[0]?.trim() ?? "")
    .filter((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag));
  for (const tag of wanted) {
    const exact = offeredLocales.find((locale) => locale.toLowerCase() === tag.toLowerCase());
    const sameLanguage = offeredLocales.find((locale) => locale.startsWith(`${tag.split("-")[0]}-`));
    const found = exact ?? sameLanguage;
    if (found) return found;
  }
  return "en-GB";
}
