import { useEffect, useState } from "react";
import type { RegionOptions } from "../../../lib/region-options";
import { suggestedCurrency } from "../../../lib/regions";
import { useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { signupWords } from "../messages/words";

export interface Region {
  timeZone: string;
  currency: string;
  locale: string;
}

export interface RegionFieldsProps {
  guess: Region;
  /** Nobody has chosen yet, so the browser may know better than the server. */
  isGuess: boolean;
  options: RegionOptions;
  errors: Record<string, string[] | null> | null | undefined;
}

/** Zone, currency and conventions: guessed, said in one line, and changed behind it. */
export function RegionFields({ guess, isGuess, options, errors }: RegionFieldsProps) {
  const words = useWords(signupWords).start;
  const [region, setRegion] = useState(guess);
  const [currencyIsChosen, setCurrencyIsChosen] = useState(!isGuess);
  useEffect(() => {
    if (!isGuess) return;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    setRegion((before) => ({ ...before, timeZone, currency: suggestedCurrency(timeZone, before.locale) }));
  }, [isGuess]);
  // Browsers and servers differ in which name of a zone they list; the server takes every name that is known.
  const zones = options.timeZones.includes(region.timeZone)
    ? options.timeZones
    : [region.timeZone, ...options.timeZones];
  const change = (part: Partial<Region>) =>
    setRegion((before) => {
      const after = { ...before, ...part };
      return currencyIsChosen || part.currency
        ? after
        : { ...after, currency: suggestedCurrency(after.timeZone, after.locale) };
    });
  const isWrong = Boolean(errors?.timeZone || errors?.currency || errors?.locale);
  const locale = options.locales.find(({ value }) => value === region.locale)?.label ?? region.locale;
  return (
    <details className="border-line group border-t pt-5" open={isWrong || undefined}>
      <summary className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
        <span className="text-muted min-w-0 flex-1">
          {words.regionSummary(region.timeZone.replaceAll("_", " "), region.currency, locale)}
        </span>
        <span className="link">{words.regionChange}</span>
      </summary>
      <div className="mt-4 grid gap-5">
        <SelectField
          label={words.timeZone}
          name="timeZone"
          value={region.timeZone}
          onChange={(event) => change({ timeZone: event.currentTarget.value })}
          options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
          error={errors?.timeZone}
        />
        <SelectField
          label={words.currency}
          name="currency"
          value={region.currency}
          onChange={(event) => {
            setCurrencyIsChosen(true);
            change({ currency: event.currentTarget.value });
          }}
          options={options.currencies}
          error={errors?.currency}
        />
        <SelectField
          label={words.locale}
          name="locale"
          value={region.locale}
          onChange={(event) => change({ locale: event.currentTarget.value })}
          options={options.locales}
          error={errors?.locale}
        />
      </div>
    </details>
  );
}
