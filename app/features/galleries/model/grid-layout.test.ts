import fc from "fast-check";
import { expect, test } from "vitest";
import { justifiedLayout, masonryLayout, placesWithin, stack } from "./grid-layout";

const photos = fc.array(
  fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) }),
  {
    minLength: 1,
    maxLength: 80,
  },
);
const measures = fc.record({
  width: fc.integer({ min: 280, max: 2400 }),
  rowHeight: fc.integer({ min: 90, max: 320 }),
  gap: fc.integer({ min: 0, max: 16 }),
  columns: fc.integer({ min: 2, max: 5 }),
});

test("rows fill the width, no photo is cut, and none stands over another", () => {
  fc.assert(
    fc.property(photos, measures, (some, measure) => {
      const { places, height } = justifiedLayout(some, measure);
      expect(places).toHaveLength(some.length);
      const tops = [...new Set(places.map(({ top }) => top))];
      tops.forEach((top, row) => {
        const tiles = places.filter((place) => place.top === top);
        const [first, last] = [tiles[0], tiles[tiles.length - 1]];
        const end = (last?.left ?? 0) + (last?.width ?? 0);
        expect(first?.left).toBe(0);
        if (row < tops.length - 1) expect(end).toBeCloseTo(measure.width, 4);
        else expect(end).toBeLessThanOrEqual(measure.width + 1e-4);
        expect(new Set(tiles.map((tile) => tile.height.toFixed(6))).size).toBe(1);
        tiles.slice(1).forEach((tile, index) => {
          const before = tiles[index];
          expect(tile.left).toBeCloseTo((before?.left ?? 0) + (before?.width ?? 0) + measure.gap, 4);
        });
        const below = tops[row + 1];
        if (below !== undefined) expect(below).toBeCloseTo(top + (first?.height ?? 0) + measure.gap, 4);
      });
      places.forEach((place, index) => {
        const photo = some[index] ?? { width: 1, height: 1 };
        const ratio = Math.round((photo.width / photo.height) * 10_000) / 10_000;
        if (ratio > 0.01) expect(place.width / place.height / ratio).toBeCloseTo(1, 4);
      });
      const lowest = Math.max(...places.map((place) => place.top + place.height));
      expect(height).toBeCloseTo(lowest, 4);
    }),
    { numRuns: 200 },
  );
});

test("a row that more photos follow does not move when they come", () => {
  fc.assert(
    fc.property(photos, photos, measures, (some, more, measure) => {
      const before = justifiedLayout(some, measure).places;
      const after = justifiedLayout([...some, ...more], measure).places;
      const lastRow = before[before.length - 1]?.top;
      before.forEach((place, index) => {
        if (place.top !== lastRow) expect(after[index]).toEqual(place);
      });
      const columnsBefore = masonryLayout(some, measure).places;
      expect(masonryLayout([...some, ...more], measure).places.slice(0, some.length)).toEqual(columnsBefore);
    }),
  );
});

test("each photo of a masonry stands under the one before it in its column, and the columns end near each other", () => {
  const some = Array.from({ length: 300 }, (_, i) => ({ width: 3, height: 2 + (i % 3) }));
  const measure = { width: 1000, rowHeight: 0, gap: 10, columns: 4 };
  const { places } = masonryLayout(some, measure);
  const ends = new Map<number, number>();
  for (const place of places) {
    const above = ends.get(place.left);
    expect(place.top).toBeCloseTo(above === undefined ? 0 : above + 10, 6);
    ends.set(place.left, place.top + place.height);
  }
  const bottoms = [...ends.values()];
  expect(bottoms).toHaveLength(4);
  expect(Math.max(...bottoms) - Math.min(...bottoms)).toBeLessThan(500);
  expect(stack(some, 4)[0]).toEqual({ column: 0, above: 0, before: 0 });
});

test("only photos that reach into a stretch of the grid are within it", () => {
  const layout = justifiedLayout(
    Array.from({ length: 3000 }, () => ({ width: 3, height: 2 })),
    { width: 390, rowHeight: 136, gap: 4, columns: 0 },
  );
  const [first, last] = placesWithin(layout, 5000, 6000);
  expect(last - first).toBeLessThan(20);
  layout.places.forEach((place, index) => {
    const isWithin = place.top + place.height >= 5000 && place.top <= 6000;
    expect(index >= first && index < last).toBe(isWithin);
  });
  expect(placesWithin(layout, -900, -100)).toEqual([0, 0]);
});
