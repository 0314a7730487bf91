import { addDays } from "../../../lib/time";

/** Periods that a report offers by name; the first is what it begins with. */
export const namedPeriods = ["last_30_days", "this_month", "last_month", "this_year", "last_year"] as const;
export type NamedPeriod = (typeof namedPeriods)[number];

/** Calendar days, both included, "2026-11-22". */
export interface Period {
  from: string;
  to: string;
}

/** The longest period that is read at once. */
export const MOST_DAYS = 1100;

/** Up to this many days a report tells day by day; above, month by month. */
const MOST_SINGLE_DAYS = 92;

/** The days of a named period; `today` is the day it is in the studio's zone. */
export function periodNamed(name: NamedPeriod, today: string): Period {
  const month = `${today.slice(0, 7)}-01`;
  const year = `${today.slice(0, 4)}-01-01`;
  if (name === "this_month") return { from: month, to: today };
  if (name === "this_year") return { from: year, to: today };
  if (name === "last_30_days") return { from: addDays(today, -29), to: today };
  const to = addDays(name === "last_month" ? month : year, -1);
  return { from: name === "last_month" ? `${to.slice(0, 7)}-01` : `${to.slice(0, 4)}-01-01`, to };
}

/** Whether a period is short enough to be read at once; one that ends before it begins is not. */
export function isReadable({ from, to }: Period): boolean {
  return from <= to && to < addDays(from, MOST_DAYS);
}

/** A stretch of a report. */
export interface Stretch extends Period {
  /** The day, or the month as "2026-11". */
  key: string;
}

/** The days of a period, or its months where it is long. The stretches lie side by side and cover it. */
export function stretchesOf({ from, to }: Period): { unit: "day" | "month"; stretches: Stretch[] } {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  if (days.length <= MOST_SINGLE_DAYS)
    return { unit: "day", stretches: days.map((day) => ({ key: day, from: day, to: day })) };
  const months = new Map<string, Stretch>();
  for (const day of days) {
    const key = day.slice(0, 7);
    months.set(key, { key, from: months.get(key)?.from ?? day, to: day });
  }
  return { unit: "month", stretches: [...months.values()] };
}
