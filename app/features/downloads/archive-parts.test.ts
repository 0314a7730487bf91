import fc from "fast-check";
import { expect, test } from "vitest";
import { archiveParts, partSizes } from "./archive-parts";
import { type ArchiveEntry, archivePlan } from "./archive-plan";
import { endOfArchive } from "./testing";

const modified = { year: 2026, month: 6, day: 13, hour: 15, minute: 20, second: 1 };

const entriesOf = (sizes: number[]): ArchiveEntry[] =>
  sizes.map((size, i) => ({ name: `DSC_${i}.jpg`, size, crc32: i, modified, key: `${i}` }));

test("parts hold every file once, in order, each as large as it may be and no larger", () => {
  const size = fc.integer({ min: 0, max: 95 * 1024 * 1024 });
  fc.assert(
    fc.property(
      fc.array(size, { maxLength: 200 }),
      fc.constantFrom(...Object.values(partSizes)),
      (sizes, largest) => {
        const entries = entriesOf(sizes);
        const parts = archiveParts(entries, largest);
        expect(parts.flat()).toEqual(entries);
        parts.forEach((part, i) => {
          expect(archivePlan(part).size).toBeLessThanOrEqual(largest);
          const [next] = parts[i + 1] ?? [];
          if (next) expect(archivePlan([...part, next]).size).toBeGreaterThan(largest);
        });
      },
    ),
    { numRuns: 50 },
  );
});

test("no part needs ZIP64, and none has more files than one request may read", () => {
  const entries = entriesOf(Array.from({ length: 70_000 }, () => 500_000));
  for (const largest of Object.values(partSizes)) {
    const parts = archiveParts(entries, largest);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(4000);
      expect(endOfArchive(archivePlan(part)).isZip64).toBe(false);
    }
  }
});

test("a file that is larger than a part may be is alone in its own", () => {
  const parts = archiveParts(entriesOf([10, 3_000_000_000, 20]), partSizes["2gb"]);
  expect(parts.map((part) => part.map(({ size }) => size))).toEqual([[10], [3_000_000_000], [20]]);
});

test("an archive of nothing has one part with nothing in it", () => {
  expect(archiveParts([], partSizes["2gb"])).toEqual([[]]);
});
