import { addDays, dayOf, daysUntil, endOfDay, hourOfDay, type Instant } from "../../../lib/time";
import type { Gallery } from "../model";

/** Days before its last day at which those who have a gallery are reminded of its end. */
export const reminderDays = [14, 7, 1] as const;
export type ReminderDays = (typeof reminderDays)[number];

/** The hour of the day, where the studio is, at which reminders go out. */
const REMINDERS_AT = 9;

/** How many days ahead a studio is told that originals will be deleted. */
export const TOLD_AHEAD = 7;

/** From so many days before its end on, a gallery shows how long it is still open. */
const SHOWN_FROM = 30;

type Ending = Pick<Gallery, "expiresAt">;

/** When the reminder of so many days before goes out. */
export function reminderAt(expiresAt: Instant, days: ReminderDays, timeZone: string): Instant {
  return hourOfDay(addDays(dayOf(expiresAt, timeZone), -days), REMINDERS_AT, timeZone);
}

/**
 * The reminder that is to go out now: the last one whose moment has come. None whose moment had passed when the end
 * was set or the gallery was published, because nobody has to be told at once what is only just beginning.
 */
export function dueReminder(
  { expiresAt, expirySetAt, publishedAt }: Ending & Pick<Gallery, "expirySetAt" | "publishedAt">,
  now: Instant,
  timeZone: string,
): ReminderDays | null {
  if (expiresAt === null || expiresAt < now) return null;
  const days = reminderDays.findLast((each) => reminderAt(expiresAt, each, timeZone) <= now);
  if (days === undefined) return null;
  const since = Math.max(expirySetAt, publishedAt ?? 0);
  return reminderAt(expiresAt, days, timeZone) < since ? null : days;
}

/** When the next reminder goes out after now; null when there is none to come. */
export function nextReminderAt({ expiresAt }: Ending, now: Instant, timeZone: string): Instant | null {
  if (expiresAt === null || expiresAt < now) return null;
  const moments = reminderDays.map((days) => reminderAt(expiresAt, days, timeZone));
  return moments.find((moment) => moment > now) ?? null;
}

/** The last moment at which all of an expired gallery is kept: the end of a day where the studio is. */
export function graceEnd(
  { expiresAt, graceDays }: { expiresAt: Instant; graceDays: number },
  timeZone: string,
): Instant {
  return endOfDay(addDays(dayOf(expiresAt, timeZone), graceDays), timeZone);
}

/** When originals are deleted that are announced now: after the grace, and no sooner than the studio was promised. */
export function deletionAfter(
  gallery: { expiresAt: Instant; graceDays: number },
  now: Instant,
  timeZone: string,
): Instant {
  return Math.max(graceEnd(gallery, timeZone), endOfDay(addDays(dayOf(now, timeZone), TOLD_AHEAD), timeZone));
}

/** When the deletion of a gallery's originals is announced: as that day begins on which it is a week ahead. */
export function announcedAt(gallery: { expiresAt: Instant; graceDays: number }, timeZone: string): Instant {
  const dayBefore = addDays(dayOf(graceEnd(gallery, timeZone), timeZone), -TOLD_AHEAD - 1);
  return Math.max(gallery.expiresAt, endOfDay(dayBefore, timeZone)) + 1;
}

/** How long a gallery is still open, where it is near enough to say so; 0 is today. */
export function daysLeft({ expiresAt }: Ending, now: Instant, timeZone: string): number | null {
  if (expiresAt === null || expiresAt < now) return null;
  const left = daysUntil(expiresAt, now, timeZone);
  return left <= SHOWN_FROM ? left : null;
}

/** What the page of a gallery that has closed says besides names. */
export interface ToldExpired {
  /** Its last day, as it is read. */
  expiredOn: string;
  /** Where it can be opened again, for how many days, and what that costs, as it is read; null for no such offer. */
  reopen: { to: string; days: number; price: string | null } | null;
  /** Where buyers find what is theirs. */
  ordersTo: string;
  /** How the studio is reached; null where it has not said. */
  contact: { email: string | null; phone: string | null } | null;
}
