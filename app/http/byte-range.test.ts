import fc from "fast-check";
import { expect, test } from "vitest";
import { contentRange, requestedRange } from "./byte-range";

test.for([
  ["bytes=0-0", { start: 0, end: 1 }],
  ["bytes=0-99", { start: 0, end: 100 }],
  ["bytes=10-", { start: 10, end: 100 }],
  ["bytes=99-", { start: 99, end: 100 }],
  ["bytes=-1", { start: 99, end: 100 }],
  ["bytes=-100", { start: 0, end: 100 }],
  ["bytes=-1000", { start: 0, end: 100 }],
  ["bytes=50-1000", { start: 50, end: 100 }],
  ["bytes=50-99999999999999999999999999", { start: 50, end: 100 }],
  ["BYTES=1-2", { start: 1, end: 3 }],
  ["bytes= 1-2 ,", { start: 1, end: 3 }],
] as const)("of a hundred bytes %s is a part", ([header, range]) => {
  expect(requestedRange(header, 100)).toEqual(range);
});

test.for(["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999999999-"])(
  "of a hundred bytes %s is nothing",
  (header) => {
    expect(requestedRange(header, 100)).toBe("unsatisfiable");
  },
);

test.for([
  "bytes=0-9,20-29",
  "bytes=200-300,400-500",
  "bytes=9-1",
  "bytes=-",
  "bytes=a-b",
  "bytes=1-2-3",
  "bytes=1.5-3",
  "bytes=+1-2",
  "bytes=0x0-9",
  "bytes 0-9",
  "pages=1-2",
  "",
])("%j, which is several ranges, another unit or no range, is everything", (header) => {
  expect(requestedRange(header, 100)).toBe("everything");
});

test("no header is everything", () => {
  expect(requestedRange(null, 100)).toBe("everything");
});

test("of nothing at all every range but the last bytes is unsatisfiable", () => {
  expect(requestedRange("bytes=0-", 0)).toBe("unsatisfiable");
  expect(requestedRange("bytes=-5", 0)).toBe("everything");
});

test("a range is never empty and never reaches beyond the end", () => {
  const number = fc.oneof(fc.nat({ max: 300 }), fc.constant(""));
  fc.assert(
    fc.property(number, number, fc.nat({ max: 200 }), (first, last, size) => {
      const range = requestedRange(`bytes=${first}-${last}`, size);
      if (typeof range === "string") return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThan(range.start);
      expect(range.end).toBeLessThanOrEqual(size);
    }),
  );
});

test("Content-Range names the last byte, not the one behind it", () => {
  expect(contentRange({ start: 0, end: 1 }, 100)).toBe("bytes 0-0/100");
  expect(contentRange({ start: 50, end: 100 }, 100)).toBe("bytes 50-99/100");
});
