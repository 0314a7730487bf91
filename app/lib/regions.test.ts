import { expect, test } from "vitest";
import { isCurrency } from "./money";
import { localeFor, offeredCurrencies, offeredLocales, suggestedCurrency } from "./regions";

test("the currency follows the zone, then the locale, then the continent", () => {
  for (const [zone, locale, currency] of [
    ["Europe/Berlin", "de-DE", "EUR"],
    ["Europe/Zurich", "de-CH", "CHF"],
    ["Europe/London", "en-US", "GBP"],
    ["America/New_York", "es-MX", "USD"],
    ["Asia/Tokyo", "en-GB", "JPY"],
    ["Europe/Athens", "en-US", "EUR"],
    ["UTC", "sv-SE", "SEK"],
    ["UTC", "en", "EUR"],
  ] as const)
    expect(suggestedCurrency(zone, locale), zone).toBe(currency);
});

test("a browser's languages choose the offered locale that fits best", () => {
  expect(localeFor("de-AT,de;q=0.9,en;q=0.8")).toBe("de-AT");
  expect(localeFor("de-LU,de;q=0.9")).toBe("de-DE");
  expect(localeFor("xx-YY, ja;q=0.5")).toBe("ja-JP");
  for (const header of [null, "", "*", "<script>"]) expect(localeFor(header)).toBe("en-GB");
});

test("everything that is offered is known to the runtime", () => {
  for (const currency of offeredCurrencies) expect(isCurrency(currency), currency).toBe(true);
  expect(Intl.getCanonicalLocales([...offeredLocales])).toEqual(offeredLocales);
});
