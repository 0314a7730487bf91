import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../lib/time";
import { isReadable, MOST_DAYS, periodNamed, stretchesOf } from "./sales-period";

test("named periods end today, or with the month or year before it", () => {
  expect(periodNamed("last_30_days", "2026-03-02")).toEqual({ from: "2026-02-01", to: "2026-03-02" });
  expect(periodNamed("this_month", "2026-03-02")).toEqual({ from: "2026-03-01", to: "2026-03-02" });
  expect(periodNamed("last_month", "2024-03-31")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(periodNamed("last_month", "2026-01-01")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
  expect(periodNamed("this_year", "2026-01-01")).toEqual({ from: "2026-01-01", to: "2026-01-01" });
  expect(periodNamed("last_year", "2026-11-22")).toEqual({ from: "2025-01-01", to: "2025-12-31" });
});

test("the stretches of a period lie side by side and cover it, day by day or month by month", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: MOST_DAYS - 1 }),
      (start, days) => {
        const from = addDays("1990-01-01", start);
        const to = addDays(from, days);
        expect(isReadable({ from, to })).toBe(true);
        const { unit, stretches } = stretchesOf({ from, to });
        expect(stretches[0]?.from).toBe(from);
        expect(stretches.at(-1)?.to).toBe(to);
        for (const [i, stretch] of stretches.entries()) {
          if (i > 0) expect(stretch.from).toBe(addDays(stretches[i - 1]?.to ?? "", 1));
          if (unit === "month") expect(stretch.to.slice(0, 7)).toBe(stretch.key);
          else expect([stretch.from, stretch.to]).toEqual([stretch.key, stretch.key]);
        }
        expect(unit).toBe(days < 92 ? "day" : "month");
      },
    ),
    { numRuns: 100 },
  );
});

test("a period that ends before it begins, or is longer than is read at once, is not read", () => {
  expect(isReadable({ from: "2026-03-02", to: "2026-03-01" })).toBe(false);
  expect(isReadable({ from: "2020-01-01", to: addDays("2020-01-01", MOST_DAYS) })).toBe(false);
});
