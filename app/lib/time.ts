import { Temporal } from "temporal-polyfill";

/** A moment, in milliseconds since 1970-01-01 UTC. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Whether this runtime knows the name as an IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is a real calendar day, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/**
 * The last millisecond of a calendar day in a zone. Days of 23 and 25 hours, and days that a zone left out,
 * come out right because the end is the start of the next day less one.
 */
export function endOfDay(day: string, timeZone: string): Instant {
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return next.toZonedDateTime({ timeZone }).epochMilliseconds - 1;
}

/** A full hour (0 to 23) of a calendar day in a zone; the next moment that there is where the zone leaves it out. */
export function hourOfDay(day: string, hour: number, timeZone: string): Instant {
  const plainTime = Temporal.PlainTime.from({ hour });
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

/** The calendar day a moment falls on in a zone, YYYY-MM-DD. */
export function dayOf(instant: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The calendar day that is some days after another, YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whole days from now until a moment, counted in calendar days of the zone; 0 is today. */
export function daysUntil(instant: Instant, now: Instant, timeZone: string): number {
  const from = Temporal.PlainDate.from(dayOf(now, timeZone));
  return from.until(Temporal.PlainDate.from(dayOf(instant, timeZone))).days;
}

/** "21 November 2026", by the conventions of a locale, in a zone. */
export function formatDay(instant: Instant, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(instant);
}

/** A calendar day such as "2026-11-21", which has no zone: "21 Nov 2026", by the conventions of a locale. */
export function formatCalendarDay(day: string, locale: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(midnight);
}

/** "21 Nov 2026, 14:05", by the conventions of a locale, in a zone. */
export function formatMoment(instant: Instant, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(
    instant,
  );
}

/** "14:05", by the conventions of a locale, in a zone. */
export function formatTime(instant: Instant, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(instant);
}

/** Wall-clock fields of a moment in a zone, for formats that hold no zone of their own (a ZIP entry's time). */
export function wallClock(instant: Instant, timeZone: string) {
  const z = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return { year: z.year, month: z.month, day: z.day, hour: z.hour, minute: z.minute, second: z.second };
}

/**
 * The moment at which a zone's clocks show a day and a time ("2026-03-29", "09:30"). A time that a zone left out is as
 * much later as its clocks were put forward, one that it has twice is the first.
 */
export function momentAt(day: string, time: string, timeZone: string): Instant {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
}
