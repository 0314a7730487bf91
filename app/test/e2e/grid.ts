import type { Page } from "playwright-core";
import { expect } from "vitest";

interface Tile {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Width by height of the photo. */
  ratio: number;
}

interface Grid {
  left: number;
  width: number;
  tiles: Tile[];
}

/** Where the tiles of the grid are, to a hundredth of a pixel, from the top of the page. */
export function measureGrid(page: Page): Promise<Grid> {
  return page.evaluate(() => {
    const round = (value: number) => Math.round(value * 100) / 100;
    const grid = document.querySelector(".justified-grid");
    if (!grid) throw new Error("there is no grid");
    const { left, width } = grid.getBoundingClientRect();
    const tiles = Array.from(grid.children, (tile) => {
      const box = tile.getBoundingClientRect();
      const image = tile.querySelector("img");
      return {
        left: round(box.left),
        top: round(box.top + window.scrollY),
        width: round(box.width),
        height: round(box.height),
        ratio:
          (image?.width ?? 0) && Number(image?.getAttribute("width")) / Number(image?.getAttribute("height")),
      };
    });
    return { left: round(left), width: round(width), tiles };
  });
}

function rowsOf(tiles: readonly Tile[]): Tile[][] {
  const rows: Tile[][] = [];
  for (const tile of tiles) {
    const row = rows[rows.length - 1];
    if (row && Math.abs((row[0]?.top ?? 0) - tile.top) < 1) row.push(tile);
    else rows.push([tile]);
  }
  return rows;
}

/** Each row is of one height, every row but the last fills the width, and no photo is cut. */
export function expectJustified({ left, width, tiles }: Grid): void {
  const rows = rowsOf(tiles);
  for (const row of rows) {
    const heights = row.map(({ height }) => height);
    expect(Math.max(...heights) - Math.min(...heights), "heights of a row").toBeLessThan(1);
    for (const { width, height, ratio } of row) expect(width / height / ratio, "cut").toBeCloseTo(1, 1);
  }
  for (const row of rows.slice(0, -1)) {
    const last = row[row.length - 1];
    expect((last?.left ?? 0) + (last?.width ?? 0), "the end of a row").toBeCloseTo(left + width, 0);
    expect(row[0]?.left, "the beginning of a row").toBeCloseTo(left, 0);
  }
}

/**
 * Opens a gallery while its pictures are held back, then lets them come and scrolls through: nothing may have
 * moved. Returns the grid.
 */
export async function expectNothingMoves(page: Page, shifts: () => Promise<string[]>): Promise<Grid> {
  let letThrough = () => {};
  const released = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/media/**", async (route) => {
    await released;
    await route.continue();
  });
  await page.reload({ waitUntil: "domcontentloaded" });
  await page.locator(".justified-grid img").first().waitFor();
  const before = await measureGrid(page);
  letThrough();
  await page.waitForLoadState("load");
  for (const image of await page.locator(".justified-grid img").all()) {
    await image.scrollIntoViewIfNeeded();
    await image.evaluate((element) => (element as HTMLImageElement).decode());
  }
  await page.unroute("**/media/**");
  await page.evaluate(() => window.scrollTo(0, 0));
  // What is far from the screen is not in the page: the first photos are drawn anew a moment after the jump.
  const count = before.tiles.length;
  await expect.poll(async () => (await measureGrid(page)).tiles.length, { timeout: 10_000 }).toBe(count);
  const after = await measureGrid(page);
  // Laid out by CSS before, and by numbers to the same places then: they may differ by what is rounded.
  after.tiles.forEach((tile, index) => {
    for (const side of ["left", "top", "width", "height"] as const)
      expect(tile[side], `${side} of tile ${index}`).toBeCloseTo(before.tiles[index]?.[side] ?? 0, 0);
  });
  expect(await shifts()).toEqual([]);
  return after;
}
