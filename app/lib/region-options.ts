import { offeredCurrencies, offeredLocales } from "./regions";

/** Everything to choose from, with the words for it in the page's language. */
export function regionOptions(
  pageLocale: string,
  chosen: { timeZone: string; currency: string; locale: string },
) {
  const currencies = new Intl.DisplayNames(pageLocale, { type: "currency" });
  const languages = new Intl.DisplayNames(pageLocale, { type: "language", languageDisplay: "standard" });
  const withChosen = (list: readonly string[], value: string) =>
    list.includes(value) ? list : [value, ...list];
  return {
    timeZones: withChosen(["UTC", ...Intl.supportedValuesOf("timeZone")], chosen.timeZone),
    currencies: withChosen(offeredCurrencies, chosen.currency).map((code) => ({
      value: code,
      label: `${code} · ${currencies.of(code) ?? code}`,
    })),
    locales: withChosen(offeredLocales, chosen.locale)
      .map((tag) => ({ value: tag, label: languages.of(tag) ?? tag }))
      .sort((a, b) => a.label.localeCompare(b.label, pageLocale)),
  };
}

/** Zones, currencies and locales to choose from. */
export type RegionOptions = ReturnType<typeof regionOptions>;
