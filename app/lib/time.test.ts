import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  DAY,
  dayOf,
  daysUntil,
  endOfDay,
  formatDay,
  HOUR,
  isDay,
  isTimeZone,
  MINUTE,
  wallClock,
} from "./time";

const utc = (text: string) => Date.parse(text);

/** How long a calendar day is in a zone, in milliseconds. */
const lengthOf = (day: string, zone: string) => endOfDay(day, zone) - endOfDay(addDays(day, -1), zone);

test("a day ends at the last millisecond before midnight of its own zone", () => {
  expect(endOfDay("2026-12-24", "Europe/Berlin")).toBe(utc("2026-12-24T22:59:59.999Z"));
  expect(endOfDay("2026-07-04", "America/New_York")).toBe(utc("2026-07-05T03:59:59.999Z"));
  expect(endOfDay("2026-07-04", "Asia/Kolkata")).toBe(utc("2026-07-04T18:29:59.999Z"));
  expect(endOfDay("2026-07-04", "Australia/Lord_Howe")).toBe(utc("2026-07-04T13:29:59.999Z"));
  expect(endOfDay("2026-12-24", "Australia/Lord_Howe")).toBe(utc("2026-12-24T12:59:59.999Z"));
  expect(endOfDay("2026-12-24", "UTC")).toBe(utc("2026-12-24T23:59:59.999Z"));
});

test("days on which the clocks change are 23, 25 or half an hour more or less long", () => {
  expect(lengthOf("2026-03-29", "Europe/Berlin")).toBe(23 * HOUR);
  expect(lengthOf("2026-10-25", "Europe/Berlin")).toBe(25 * HOUR);
  expect(lengthOf("2026-03-08", "America/New_York")).toBe(23 * HOUR);
  expect(lengthOf("2026-11-01", "America/New_York")).toBe(25 * HOUR);
  expect(lengthOf("2026-10-04", "Australia/Lord_Howe")).toBe(DAY - 30 * MINUTE);
  expect(lengthOf("2026-04-05", "Australia/Lord_Howe")).toBe(DAY + 30 * MINUTE);
  expect(lengthOf("2026-03-29", "Asia/Kolkata")).toBe(DAY);
});

test("the day before the one that Samoa left out ends where the day after it begins", () => {
  expect(endOfDay("2011-12-29", "Pacific/Apia")).toBe(utc("2011-12-30T09:59:59.999Z"));
  expect(dayOf(endOfDay("2011-12-29", "Pacific/Apia") + 1, "Pacific/Apia")).toBe("2011-12-31");
  expect(endOfDay("2011-12-30", "Pacific/Apia")).toBe(endOfDay("2011-12-29", "Pacific/Apia"));
  expect(lengthOf("2011-12-31", "Pacific/Apia")).toBe(DAY);
});

test("a day without a midnight ends where its clocks jumped", () => {
  expect(endOfDay("2018-11-03", "America/Sao_Paulo")).toBe(utc("2018-11-04T02:59:59.999Z"));
  expect(wallClock(endOfDay("2018-11-03", "America/Sao_Paulo") + 1, "America/Sao_Paulo").hour).toBe(1);
});

test("a day's last moment is of that day and the next millisecond of the next, in every zone", () => {
  const zones = [
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
    "UTC",
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 80 * 365 }),
      fc.constantFrom(...zones),
      (sinceNineteenEighty, zone) => {
        const day = addDays("1980-01-01", sinceNineteenEighty);
        fc.pre(zone !== "Pacific/Apia" || !["2011-12-29", "2011-12-30"].includes(day));
        const last = endOfDay(day, zone);
        expect(dayOf(last, zone)).toBe(day);
        expect(dayOf(last + 1, zone)).toBe(addDays(day, 1));
      },
    ),
    { numRuns: 600 },
  );
});

test("days left are counted by the calendar of the zone, not in spans of 24 hours", () => {
  const zone = "Europe/Berlin";
  const end = endOfDay("2026-03-29", zone);
  expect(daysUntil(end, utc("2026-03-29T00:00:00+01:00"), zone)).toBe(0);
  expect(daysUntil(end, utc("2026-03-28T23:59:59+01:00"), zone)).toBe(1);
  expect(daysUntil(end, utc("2026-03-30T00:00:00+02:00"), zone)).toBe(-1);
  expect(daysUntil(end, utc("2026-03-28T23:30:00Z"), zone)).toBe(0);
});

test("only days of the calendar are days", () => {
  for (const day of ["2026-12-24", "2024-02-29", "2000-02-29"]) expect(isDay(day)).toBe(true);
  for (const text of [
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-1-1",
    "24.12.2026",
    "",
    "2026-12-24T00:00",
  ])
    expect(isDay(text)).toBe(false);
});

test("only zones that the runtime knows are zones", () => {
  expect(isTimeZone("Asia/Kolkata")).toBe(true);
  expect(isTimeZone("Europe/Atlantis")).toBe(false);
  expect(isTimeZone("")).toBe(false);
});

test("a moment is written as the day it is where the studio is", () => {
  const moment = utc("2026-11-21T23:30:00Z");
  expect(formatDay(moment, "en-IE", "Europe/London")).toBe("21 November 2026");
  expect(formatDay(moment, "en-IE", "Europe/Berlin")).toBe("22 November 2026");
});

test("a wall clock shows the fields of the zone", () => {
  expect(wallClock(utc("2026-06-30T22:05:09Z"), "Asia/Kathmandu")).toEqual({
    year: 2026,
    month: 7,
    day: 1,
    hour: 3,
    minute: 50,
    second: 9,
  });
});
