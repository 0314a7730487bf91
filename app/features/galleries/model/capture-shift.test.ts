import fc from "fast-check";
import { expect, test } from "vitest";
import { cameraClock, readShift, shiftText } from "./capture-shift";

test("a shift is read as it is written, and what is none is refused", () => {
  expect(["+1:02:13", "1:02:13", "-0:30", "−0:30", " + 10:00 "].map(readShift)).toEqual([
    3733, 3733, -1800, -1800, 36_000,
  ]);
  for (const text of [
    "",
    "1",
    "0:00",
    "-0:00:00",
    "1:60",
    "1:00:60",
    "1:2",
    "++1:00",
    "123456:00",
    "one hour",
  ])
    expect(readShift(text)).toBe(null);
  const seconds = fc.integer({ min: -359_999_999, max: 359_999_999 }).filter((each) => each !== 0);
  fc.assert(fc.property(seconds, (shift) => readShift(shiftText(shift)) === shift));
});

test("a camera's clock is shown as it would have been, over midnight and without anybody's zone", () => {
  expect(cameraClock("2026-06-13T23:30:00+02:00", 3733, "en-GB")).toBe("14 Jun 2026, 00:32:13");
  expect(cameraClock("2026-03-29T01:59:59", 1, "en-GB")).toBe("29 Mar 2026, 02:00:00");
  expect([cameraClock(null, 60, "en"), cameraClock("yesterday", 60, "en")]).toEqual([null, null]);
});
