import { Temporal } from "temporal-polyfill";
import type { Instant } from "./time";

/** A calendar month, "2026-11". */
export type Month = string;

export function isMonth(text: string): boolean {
  return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month that a moment falls in, in a zone. */
export function monthOf(instant: Instant, timeZone: string): Month {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toPlainYearMonth()
    .toString();
}

export function addMonths(month: Month, months: number): Month {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

/** From a month's first moment in a zone to the first of the next: `until` is not in it. */
export function monthPeriod(month: Month, timeZone: string): { from: Instant; until: Instant } {
  const startOf = (each: Temporal.PlainYearMonth) =>
    each.toPlainDate({ day: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds;
  const first = Temporal.PlainYearMonth.from(month);
  return { from: startOf(first), until: startOf(first.add({ months: 1 })) };
}

/** "November 2026", by the conventions of a locale. */
export function formatMonth(month: Month, locale: string): string {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const at = first.toZonedDateTime({ timeZone: "UTC" }).epochMilliseconds;
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(at);
}
