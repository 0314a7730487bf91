import { isDay } from "../../lib/time";
import { isReadable, type NamedPeriod, namedPeriods, type Period, periodNamed } from "./model/sales-period";
import { type ReportKind, reportKinds } from "./model/sales-report";

export type PeriodError = "not_a_day" | "wrong_order" | "too_long";

/** What the address of a report asks for. What is wrong counts as not asked for, and is told. */
export interface ReportQuery {
  by: ReportKind;
  currency: string | null;
  period: Period;
  /** The period's name; null where days were chosen. */
  named: NamedPeriod | null;
  errors: { from?: PeriodError; to?: PeriodError };
}

/** Reads the address of a report; `today` is the day it is in the studio's zone. */
export function reportQueryOf(request: Request, today: string): ReportQuery {
  const query = new URL(request.url).searchParams;
  const by = reportKinds.find((kind) => kind === query.get("by")) ?? reportKinds[0];
  const currency = query.get("currency");
  const name = namedPeriods.find((each) => each === query.get("period")) ?? namedPeriods[0];
  const [from, to] = [query.get("from") || null, query.get("to") || null];
  const fallback = { by, currency, period: periodNamed(name, today), named: name, errors: {} };
  if (from === null && to === null) return fallback;
  const errors = {
    ...(from !== null && !isDay(from) ? { from: "not_a_day" as const } : {}),
    ...(to !== null && !isDay(to) ? { to: "not_a_day" as const } : {}),
  };
  if (errors.from || errors.to) return { ...fallback, errors };
  const period = { from: from ?? to ?? today, to: to ?? today };
  if (isReadable(period)) return { ...fallback, period, named: null };
  return { ...fallback, errors: { to: period.to < period.from ? "wrong_order" : "too_long" } };
}
