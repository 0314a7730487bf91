import { expect, test } from "vitest";
import { coreModule } from "#core-module";
import { type JpegSpec, writeJpeg } from "../../test/jpeg-writer";
import { developJpeg } from "../develop-jpeg";
import { developRows, type RowSource } from "../develop-rows";
import { psnr, streamOf } from "../testing";
import type { PictureColours } from "./profile";
import { readProfile } from "./read";
import {
  ADOBE_RGB,
  aProfile,
  encodedLab,
  gammaCurve,
  labOf,
  matrixTags,
  oldTable,
  PROPHOTO,
  type ProfilePlan,
  parametricCurve,
  stagedTable,
  withProfile,
  xyz,
} from "./testing";

/** Light of a device of gamma 2, black at a hundredth. */
const light = (value: number) => 0.01 + 0.99 * value ** 2;
const grey = (shares: number) => encodedLab(labOf([shares, shares, shares]), "old16");
const rgbTable = oldTable(16, {
  channels: 3,
  size: 9,
  colour: (place) => encodedLab(labOf(place.map(light)), "old16"),
});
const inkTable = oldTable(16, {
  channels: 4,
  size: 5,
  colour: ([c = 0, m = 0, y = 0, k = 0]) =>
    encodedLab(labOf([c, m, y].map((ink) => light(1 - ink) * (1 - 0.9 * k))), "old16"),
});

const adobe = matrixTags(ADOBE_RGB.primaries, gammaCurve(ADOBE_RGB.gamma));
const rgb = (tags: Record<string, Uint8Array>, more: Partial<ProfilePlan> = {}) =>
  aProfile({ space: "RGB ", connection: "Lab ", tags, ...more });
const inks = (tags: Record<string, Uint8Array>) =>
  aProfile({ space: "CMYK", connection: "Lab ", deviceClass: "prtr", tags });

/** What one pixel becomes, and what is odd about it. */
async function pixel(samples: number[], more: Partial<RowSource> = {}) {
  const source: RowSource = {
    width: 1,
    height: 1,
    channels: samples.length as 1 | 3 | 4,
    bits: 8,
    rows: [Uint8Array.from(samples)],
    ...more,
  };
  const { sizes, warnings } = await developRows(coreModule, source, { sizes: [{ longEdge: 1 }] });
  return { colour: [...(sizes[0]?.pixels().data ?? [])].slice(0, 3), warnings };
}

test("no ink is white, all inks are black, whatever a press makes of them", async () => {
  const profile = inks({ A2B0: inkTable });
  expect(await pixel([0, 0, 0, 0], { inks: true, profile })).toEqual({
    colour: [255, 255, 255],
    warnings: [],
  });
  expect(await pixel([255, 255, 255, 255], { inks: true, profile })).toEqual({
    colour: [0, 0, 0],
    warnings: [],
  });
});

test("black of a scanner's table is black, and version 4 says by itself where black lies", async () => {
  expect((await pixel([0, 0, 0], { profile: rgb({ A2B0: rgbTable }) })).colour).toEqual([0, 0, 0]);
  const settled = rgb({ A2B0: rgbTable }, { version: 4 });
  const left = (0.01 - 0.003_473_1) / (1 - 0.003_473_1);
  const level = Math.round(255 * (1.055 * left ** (1 / 2.4) - 0.055));
  expect((await pixel([0, 0, 0], { profile: settled })).colour).toEqual([level, level, level]);
});

test("grey by its L*, and by a table", async () => {
  const byLightness = aProfile({ space: "GRAY", connection: "Lab ", tags: { kTRC: gammaCurve(1) } });
  const byTable = aProfile({
    space: "GRAY",
    connection: "Lab ",
    tags: {
      A2B0: oldTable(16, { channels: 1, size: 33, colour: ([v = 0]) => grey(((100 * v + 16) / 116) ** 3) }),
    },
  });
  const { colour, warnings } = await pixel([128], { profile: byLightness });
  expect(warnings).toEqual([]);
  expect(colour).toEqual([119, 119, 119]);
  expect((await pixel([255], { profile: byTable })).colour).toEqual([255, 255, 255]);
  expect((await pixel([0], { profile: byTable })).colour).toEqual([0, 0, 0]);
});

test("grey in a profile of RGB is equal red, green and blue", async () => {
  for (const profile of [rgb({ A2B0: rgbTable }), rgb(adobe, { connection: "XYZ " })]) {
    const one = await pixel([77], { profile });
    expect(one).toEqual(await pixel([77, 77, 77], { profile }));
    expect(one.warnings).toEqual([]);
    expect(one.colour).not.toEqual([77, 77, 77]);
  }
});

test("the perceptual table goes first, then curves and matrix, then the colorimetric table", () => {
  const hasGrid = (tags: Record<string, Uint8Array>) => {
    const profile = readProfile(rgb(tags), "rgb");
    return profile && profile.grid !== null;
  };
  expect(hasGrid({ ...adobe, A2B0: rgbTable })).toBe(true);
  expect(hasGrid({ ...adobe, A2B1: rgbTable })).toBe(false);
  expect(hasGrid({ A2B1: rgbTable })).toBe(true);
  expect(hasGrid({ ...adobe, A2B0: rgbTable.subarray(0, 20) })).toBe(false);
  expect(hasGrid({ A2B2: rgbTable })).toBe(null);
});

test("a grid has the profile's own nodes, as many as fit", () => {
  const points = (channels: 3 | 4, size: number) => {
    const table = stagedTable({ channels, size, colour: ([c = 0]) => grey(channels === 4 ? 1 - c : c) });
    const space = channels === 4 ? "CMYK" : "RGB ";
    const profile = aProfile({ space, connection: "Lab ", tags: { A2B0: table } });
    return readProfile(profile, channels === 4 ? "inks" : "rgb")?.grid?.points[0];
  };
  expect([2, 9, 17, 21, 33].map((size) => points(3, size))).toEqual([33, 33, 33, 41, 33]);
  expect([2, 5, 9, 11, 13].map((size) => points(4, size))).toEqual([17, 17, 17, 21, 13]);
});

const MISFITS: [string, PictureColours, Uint8Array][] = [
  ["inks for RGB", "rgb", inks({ A2B0: inkTable })],
  ["RGB for inks", "inks", rgb({ A2B0: rgbTable })],
  ["grey for RGB", "rgb", aProfile({ space: "GRAY", tags: { kTRC: gammaCurve(2.2) } })],
  ["a link of devices", "rgb", rgb({ A2B0: rgbTable }, { deviceClass: "link" })],
  ["no tags", "rgb", rgb({})],
  ["inks without a table", "inks", inks({})],
  ["a table of four channels for RGB", "rgb", rgb({ A2B0: inkTable })],
  ["black paper", "inks", inks({ A2B0: oldTable(16, { channels: 4, size: 3, colour: () => grey(0.1) }) })],
  ["one colour", "rgb", rgb({ A2B0: oldTable(8, { channels: 3, size: 3, colour: () => grey(1) }) })],
  ["a type that is no table", "rgb", rgb({ A2B0: xyz([1, 1, 1]) })],
  ["an empty profile", "rgb", new Uint8Array()],
];

test.for(MISFITS)("%s: the profile is ignored", ([, colours, profile]) => {
  expect(readProfile(profile, colours)).toBe(null);
});

test("an absurd or damaged profile of curves is ignored", () => {
  const plain = (primaries: number[][], curve: Uint8Array) =>
    aProfile({ space: "RGB ", tags: matrixTags(primaries, curve) });
  const good = plain(ADOBE_RGB.primaries, gammaCurve(2.2));
  expect(readProfile(good, "rgb")).not.toBe(null);
  const farAway = [
    [900, 3, 3],
    [1, 1, 1],
    [-400, 0, 0],
  ];
  const absurd = [
    good.subarray(0, 140),
    plain(ADOBE_RGB.primaries, parametricCurve(0, [-32_768])),
    plain(ADOBE_RGB.primaries, gammaCurve(0).fill(0xff, 8, 12)),
    plain(farAway, gammaCurve(2)),
    Buffer.from("no profile at all, but long enough to be looked at"),
  ];
  for (const profile of absurd) expect(readProfile(profile, "rgb")).toBe(null);
});

const sample = (index: number, x: number, y: number) => 128 + 100 * Math.sin((x * (index + 1) + y * 3) / 25);
const spec: JpegSpec = { width: 90, height: 60, sampling: ["1x1", "1x1", "1x1"], sample };
const four: JpegSpec = { ...spec, sampling: ["1x1", "1x1", "1x1", "1x1"], adobeTransform: 2 };

async function developed(file: Uint8Array) {
  const development = await developJpeg(coreModule, streamOf(file), { sizes: [{ longEdge: 90 }] });
  const pixels = development.sizes[0]?.pixels() ?? { width: 0, height: 0, data: new Uint8Array() };
  return { ...development, pixels };
}

test("a profile in parts out of order or with a part missing is read, or ignored and flagged", async () => {
  const profile = aProfile({
    space: "RGB ",
    tags: matrixTags(PROPHOTO.primaries, gammaCurve(PROPHOTO.gamma)),
  });
  const plain = writeJpeg(spec);
  const whole = await developed(withProfile(plain, profile));
  const inParts = withProfile(plain, profile, 100);
  expect((await developed(inParts)).warnings).toEqual([]);
  expect(psnr((await developed(inParts)).pixels, whole.pixels)).toBe(Infinity);
  const [first, second, third] = [0, 1, 2].map((at) => inParts.subarray(2 + 118 * at, 2 + 118 * (at + 1)));
  const rest = inParts.subarray(2 + 118 * 3);
  const soi = plain.subarray(0, 2);
  const joined = (...parts: (Uint8Array | undefined)[]) =>
    Uint8Array.from(parts.flatMap((part) => [...(part ?? [])]));
  const shuffled = await developed(joined(soi, third, first, second, rest));
  expect(psnr(shuffled.pixels, whole.pixels)).toBe(Infinity);
  const cut = await developed(joined(soi, first, third, rest));
  expect(cut.warnings).toEqual(["profile_ignored"]);
  expect(psnr(cut.pixels, (await developed(plain)).pixels)).toBe(Infinity);
});

test("inks without a profile are flagged as approximated, with an unreadable one as ignored too", async () => {
  const file = writeJpeg(four);
  const broken = inks({ A2B0: inkTable.subarray(0, 700) });
  expect((await developed(file)).warnings).toEqual(["inks_approximated"]);
  const ignored = await developed(withProfile(file, broken));
  expect(ignored.warnings).toEqual(["profile_ignored", "inks_approximated"]);
  expect(psnr(ignored.pixels, (await developed(file)).pixels)).toBe(Infinity);
  const rows = { inks: true, profile: broken };
  expect((await pixel([0, 255, 0, 0], rows)).warnings).toEqual(["profile_ignored", "inks_approximated"]);
  expect((await pixel([0, 255, 0, 0], { inks: true })).colour).toEqual([255, 0, 255]);
});

test("a grid is counted before memory is planned", async () => {
  const sizes = [{ longEdge: 90 }];
  const file = writeJpeg(four);
  const profiled = withProfile(file, inks({ A2B0: inkTable }));
  const [plain, grid] = [
    await developJpeg(coreModule, streamOf(file), { sizes }),
    await developJpeg(coreModule, streamOf(profiled), { sizes }),
  ];
  expect(grid.peakBytes - plain.peakBytes).toBeGreaterThanOrEqual(17 ** 4 * 16);
});
