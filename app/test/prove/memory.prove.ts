import { expect, test } from "vitest";
import { renderInTurn } from "../render-in-turn";

export const about = "Two hundred mixed photos rendered in one isolate of workerd: memory reaches a plateau.";

const MB = 2 ** 20;
const PHOTOS = 200;

/** After so many photos each kind of file has been there. */
const KINDS = 10;

test("two hundred photos take no more memory than the first of each kind did", async () => {
  const { made, sums } = await renderInTurn(PHOTOS);
  const shown = made
    .filter((_, at) => at % 20 === 0 || at === PHOTOS - 1)
    .map((bytes) => Math.round(bytes / MB));
  console.log(`MB after every twentieth photo: ${shown.join(" ")}`);
  expect(made.slice(KINDS)).toEqual(Array.from({ length: PHOTOS - KINDS }, () => made[KINDS - 1]));
  expect(Math.max(...made)).toBeLessThan(72 * MB);
  for (const [name, all] of sums) expect(new Set(all).size, name).toBe(1);
});
