import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, DAY, dayOf, endOfDay, HOUR } from "../../../lib/time";
import {
  announcedAt,
  daysLeft,
  deletionAfter,
  dueReminder,
  graceEnd,
  nextReminderAt,
  reminderAt,
} from "./expiry";

const utc = (text: string) => Date.parse(text);
const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kolkata",
  "America/Sao_Paulo",
];

/** A gallery that is open until the end of a day, and was published long before. */
const until = (day: string, zone: string) => ({
  expiresAt: endOfDay(day, zone),
  expirySetAt: 0,
  publishedAt: 0,
});

test("reminders go out at nine in the morning where the studio is, on both sides of a change of the clocks", () => {
  const end = endOfDay("2026-11-05", "America/New_York");
  expect(reminderAt(end, 14, "America/New_York")).toBe(utc("2026-10-22T13:00:00Z"));
  expect(reminderAt(end, 7, "America/New_York")).toBe(utc("2026-10-29T13:00:00Z"));
  // The clocks went back on the first of November.
  expect(reminderAt(end, 1, "America/New_York")).toBe(utc("2026-11-04T14:00:00Z"));
  expect(reminderAt(endOfDay("2026-04-06", "Australia/Lord_Howe"), 1, "Australia/Lord_Howe")).toBe(
    utc("2026-04-04T22:30:00Z"),
  );
});

test("one reminder is due at a time: the last one whose moment has come", () => {
  const zone = "Europe/Berlin";
  const gallery = until("2026-12-20", zone);
  const due = (at: string) => dueReminder(gallery, utc(at), zone);
  expect(due("2026-12-06T07:59:59Z")).toBe(null);
  expect(due("2026-12-06T08:00:00Z")).toBe(14);
  expect(due("2026-12-13T07:59:59Z")).toBe(14);
  expect(due("2026-12-13T08:00:00Z")).toBe(7);
  expect(due("2026-12-19T08:00:00Z")).toBe(1);
  expect(due("2026-12-20T22:59:59Z")).toBe(1);
  expect(due("2026-12-20T23:00:00Z")).toBe(null);
});

test("what has only just been published, or given this end, is not announced as closing before the next moment", () => {
  const zone = "Europe/Berlin";
  const now = utc("2026-12-10T12:00:00Z");
  const gallery = until("2026-12-20", zone);
  expect(dueReminder({ ...gallery, publishedAt: now }, now, zone)).toBe(null);
  expect(dueReminder({ ...gallery, expirySetAt: now }, now, zone)).toBe(null);
  const later = utc("2026-12-13T08:00:00Z");
  expect(dueReminder({ ...gallery, publishedAt: now, expirySetAt: now }, later, zone)).toBe(7);
});

test("in every zone and all year, three reminders come in their order, a day apart at least and before the end", () => {
  const day = fc.integer({ min: 0, max: 800 }).map((count) => addDays("2025-06-01", count));
  fc.assert(
    fc.property(day, fc.constantFrom(...zones), (last, zone) => {
      const end = endOfDay(last, zone);
      const [far, near, latest] = [14, 7, 1].map((days) => reminderAt(end, days as 14 | 7 | 1, zone)) as [
        number,
        number,
        number,
      ];
      expect([far < near, near < latest, latest < end]).toEqual([true, true, true]);
      expect(nextReminderAt({ expiresAt: end }, far - 1, zone)).toBe(far);
      expect(nextReminderAt({ expiresAt: end }, far, zone)).toBe(near);
      expect(nextReminderAt({ expiresAt: end }, latest, zone)).toBe(null);
      expect(dayOf(graceEnd({ expiresAt: end, graceDays: 30 }, zone), zone)).toBe(addDays(last, 30));
    }),
  );
});

test("whenever a deletion is announced, a week at least lies between, and never less than the grace", () => {
  const day = fc.integer({ min: 0, max: 800 }).map((count) => addDays("2025-06-01", count));
  const grace = fc.integer({ min: 0, max: 90 });
  const late = fc.integer({ min: 0, max: 40 * DAY });
  fc.assert(
    fc.property(day, grace, late, fc.constantFrom(...zones), (last, graceDays, lateness, zone) => {
      const gallery = { expiresAt: endOfDay(last, zone), graceDays };
      const now = announcedAt(gallery, zone) + lateness;
      const at = deletionAfter(gallery, now, zone);
      expect(now).toBeGreaterThan(gallery.expiresAt);
      expect(at).toBeGreaterThanOrEqual(graceEnd(gallery, zone));
      // Seven days, of which one may have 23 hours (or 23.5), or be left out where a zone moved over the date line.
      expect(at - now).toBeGreaterThan(7 * DAY - HOUR - 1);
      if (lateness === 0 && graceDays >= 8) expect(at).toBe(graceEnd(gallery, zone));
    }),
  );
});

test("how long it is still open is said from thirty days on", () => {
  const zone = "Europe/Berlin";
  const gallery = until("2026-12-20", zone);
  expect(daysLeft(gallery, utc("2026-11-19T12:00:00Z"), zone)).toBe(null);
  expect(daysLeft(gallery, utc("2026-11-20T12:00:00Z"), zone)).toBe(30);
  expect(daysLeft(gallery, utc("2026-12-20T22:00:00Z"), zone)).toBe(0);
  expect(daysLeft(gallery, utc("2026-12-20T23:00:00Z"), zone)).toBe(null);
  expect(daysLeft({ expiresAt: null }, 0, zone)).toBe(null);
});
