import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Dice } from "../../test/hostile/dice";
import { profiles } from "../../test/hostile/profiles";
import { writeJpeg } from "../../test/jpeg-writer";
import { developJpeg } from "../develop-jpeg";
import { developRows } from "../develop-rows";
import { streamOf } from "../testing";
import type { PictureColours, Profile } from "./profile";
import { readProfile } from "./read";
import { withProfile } from "./testing";

const checked = new WebAssembly.Module(readFileSync("build/codec/codec-checked.wasm"));

/** Where a profile's counts, types and offsets stand; a table's samples come behind them and say less. */
const STRUCTURE_BYTES = 700;

/** Parts of numbers that lead far away, and of signatures. */
const SPECIAL = [0x00, 0x01, 0x02, 0x10, 0x7f, 0x80, 0xff, 0x41, 0x42, 0x6d, 0x66];

/** A copy with up to eight changes, most of them in its header, tags and counts, now and then cut short. */
function mutated(profile: Uint8Array, dice: Dice): Uint8Array {
  const copy = profile.slice();
  for (let change = dice.below(8); change >= 0; change -= 1) {
    const reach = dice.below(4) === 0 ? copy.length : Math.min(copy.length, STRUCTURE_BYTES);
    const at = 8 + dice.below(reach - 8);
    const kind = dice.below(4);
    if (kind <= 1) copy[at] = SPECIAL[dice.below(SPECIAL.length)] ?? 0;
    else if (kind === 2) copy[at] = dice.below(256);
    else copy.copyWithin(at, dice.below(copy.length - 4), dice.below(copy.length));
  }
  return dice.below(5) === 0 ? copy.subarray(0, dice.below(copy.length)) : copy;
}

/** What the core relies on: numbers everywhere, and places inside the grid. */
function assertUsable({ curves, grid, matrix }: Profile): void {
  const samples = Array.from({ length: 65 }, (_, step) => step / 64);
  curves.forEach((curve, channel) => {
    const values = samples.map(curve);
    const most = grid === null ? 1.5 : (grid.points[channel] ?? 0) - 1;
    expect(values.every((value) => value >= -0.01 - (grid ? 0 : 1) && value <= most + 1e-6)).toBe(true);
  });
  expect(matrix?.every((entry) => Number.isFinite(entry)) ?? true).toBe(true);
  if (grid === null) return;
  const nodes = grid.points.reduce((product, count) => product * count, 1);
  expect(grid.values.length).toBe(4 * nodes);
  expect(nodes).toBeLessThanOrEqual(65 ** 3);
  expect(grid.values.every((value) => Number.isFinite(value))).toBe(true);
}

test("a mutated profile is applied or ignored, and what is applied is sound", () => {
  const dice = new Dice(11);
  let applied = 0;
  for (let run = 0; run < 400; run += 1) {
    const [colours, profile] = profiles[run % profiles.length] ?? (["rgb", new Uint8Array()] as const);
    const read = readProfile(mutated(profile, dice), colours);
    if (read === null) continue;
    applied += 1;
    assertUsable(read);
  }
  expect(applied).toBeGreaterThan(40);
  expect(applied).toBeLessThan(360);
});

test("a profile cut short anywhere is applied or ignored", () => {
  for (const [colours, profile] of profiles) {
    for (let end = 0; end < Math.min(profile.length, 900); end += 13) {
      const read = readProfile(profile.subarray(0, end), colours);
      if (read !== null) assertUsable(read);
    }
  }
});

const sample = (index: number, x: number, y: number) => 128 + 127 * Math.sin((x * (index + 2) + y * 3) / 9);
const PICTURES: Record<PictureColours, Uint8Array> = {
  grey: writeJpeg({ width: 37, height: 21, sampling: ["1x1"], sample }),
  rgb: writeJpeg({ width: 37, height: 21, sampling: ["2x2", "1x1", "1x1"], sample }),
  inks: writeJpeg({ width: 37, height: 21, sampling: new Array(4).fill("1x1"), sample, adobeTransform: 2 }),
};
const CHANNELS = { grey: 1, rgb: 3, inks: 4 } as const;

test("no mutated profile leads the core out of its buffers", async () => {
  const dice = new Dice(5);
  const sizes = [{ longEdge: 20 }];
  for (let run = 0; run < 60; run += 1) {
    const [colours, sound] = profiles[run % profiles.length] ?? (["rgb", new Uint8Array()] as const);
    const profile = run < profiles.length ? sound : mutated(sound, dice);
    const file = withProfile(PICTURES[colours], profile, 1000);
    const { warnings } = await developJpeg(checked, streamOf(file), { sizes, scale: 1 + dice.below(8) });
    const ignored = warnings.includes("profile_ignored");
    expect(warnings.filter((warning) => !/profile|inks/.test(warning))).toEqual([]);
    expect(warnings.includes("inks_approximated")).toBe(ignored && colours === "inks");
    const channels = CHANNELS[colours];
    const data = Uint8Array.from({ length: 5 * 3 * channels * 2 }, () => dice.below(256));
    const source = { width: 5, height: 3, channels, bits: 16, inks: colours === "inks", profile } as const;
    const rows = await developRows(checked, { ...source, rows: [data] }, { sizes });
    expect(rows.warnings).toEqual(warnings);
  }
});
