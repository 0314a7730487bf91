import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { type JpegSpec, writeJpeg } from "../../test/jpeg-writer";
import { bytesSource } from "../byte-source";
import { develop } from "../develop";
import { aPng, chunk } from "../png/testing";
import { aJpeg, type Picture, psnr } from "../testing";
import { aTiff } from "../tiff/testing";
import {
  ADOBE_RGB,
  aProfile,
  encodedLab,
  gammaCurve,
  labOf,
  matrixTags,
  oldTable,
  PROPHOTO,
  sampledCurve,
  stagedTable,
  withProfile,
} from "./testing";

const [width, height] = [160, 112];
const WHITE = [0.9642, 1, 0.8249];

/** Smooth colours that go through most of the space; the fourth channel is black ink. */
function sample(index: number, x: number, y: number): number {
  if (index === 3) return 70 + 60 * Math.sin((x - y) / 40);
  return 128 + 110 * Math.sin((x * (index + 2)) / 70 + (y * (4 - index)) / 50);
}

/** What a table of a wide, slightly bent space says: shares of white of a place. */
function sharesOf([r = 0, g = 0, b = 0]: readonly number[]): number[] {
  const { primaries } = ADOBE_RGB;
  const light = [r, g, b].map((value) => 0.004 + 0.996 * value ** 2.2);
  return WHITE.map((white, at) => {
    const sum = light.reduce((part, value, index) => part + value * (primaries[index]?.[at] ?? 0), 0);
    return Math.min(1, sum / white);
  });
}

/** The same of four inks, which take light away. */
function inkShares([c = 0, m = 0, y = 0, k = 0]: readonly number[]): number[] {
  return sharesOf([1 - 0.85 * c, 1 - 0.8 * m, 1 - 0.9 * y]).map((share) => share * (1 - 0.93 * k) ** 1.8);
}

function xyzOf(shares: readonly number[]): number[] {
  return shares.map((share, at) => (share * (WHITE[at] ?? 1)) / (1 + 32_767 / 32_768));
}

const old16 = (place: readonly number[]) => encodedLab(labOf(sharesOf(place)), "old16");
const other = (place: readonly number[]) => encodedLab(labOf(sharesOf(place)), "other");
const rgbTable = { channels: 3, size: 17 };
const inkTable = { channels: 4, size: 9 };
const inks = (type: "old16" | "other") => (place: readonly number[]) =>
  encodedLab(labOf(inkShares(place)), type);
const adobeXyz = (values: readonly number[]) => values.map((value) => value / (1 + 32_767 / 32_768));
const adobeMatrix = [0, 1, 2].flatMap((row) =>
  adobeXyz(ADOBE_RGB.primaries.map((primary) => primary[row] ?? 0)),
);

const RGB_PROFILES: Record<string, Uint8Array> = {
  "Adobe RGB": aProfile({
    space: "RGB ",
    tags: matrixTags(ADOBE_RGB.primaries, gammaCurve(ADOBE_RGB.gamma)),
  }),
  ProPhoto: aProfile({ space: "RGB ", tags: matrixTags(PROPHOTO.primaries, gammaCurve(PROPHOTO.gamma)) }),
  "lut16Type of L*a*b*": aProfile({
    space: "RGB ",
    connection: "Lab ",
    deviceClass: "scnr",
    tags: { A2B0: oldTable(16, { ...rgbTable, colour: old16 }) },
  }),
  "lut8Type of L*a*b*": aProfile({
    space: "RGB ",
    connection: "Lab ",
    deviceClass: "scnr",
    tags: { A2B0: oldTable(8, { ...rgbTable, gamma: 0.9, colour: other }) },
  }),
  "lut16Type of XYZ": aProfile({
    space: "RGB ",
    deviceClass: "scnr",
    tags: { A2B0: oldTable(16, { ...rgbTable, colour: (place) => xyzOf(sharesOf(place)) }) },
  }),
  "lut16Type of two nodes behind a gamma": aProfile({
    space: "RGB ",
    deviceClass: "scnr",
    tags: {
      A2B0: oldTable(16, {
        channels: 3,
        size: 2,
        gamma: 2.2,
        colour: (place) => xyzOf(sharesOf(place.map((value) => value ** (1 / 2.2)))),
      }),
    },
  }),
  "lutAToBType of L*a*b*, version 4": aProfile({
    space: "RGB ",
    connection: "Lab ",
    version: 4,
    tags: { A2B0: stagedTable({ ...rgbTable, gamma: 1.2, colour: other }) },
  }),
  "lutAToBType of curves and a matrix": aProfile({
    space: "RGB ",
    version: 4,
    tags: {
      A2B0: stagedTable({
        ...rgbTable,
        bytes: 0,
        colour: other,
        m: { gamma: 2.2, matrix: [...adobeMatrix, 0, 0, 0] },
      }),
    },
  }),
  "lutAToBType of all stages": aProfile({
    space: "RGB ",
    version: 4,
    tags: {
      A2B0: stagedTable({
        ...rgbTable,
        bytes: 1,
        gamma: 0.8,
        colour: (place) => place.map((value) => value ** 1.1),
        m: { gamma: 2, matrix: [...adobeMatrix, 0, 0, 0] },
      }),
    },
  }),
  "a matrix and a table that says otherwise": aProfile({
    space: "RGB ",
    connection: "Lab ",
    tags: {
      ...matrixTags(PROPHOTO.primaries, gammaCurve(1)),
      A2B0: oldTable(16, { ...rgbTable, colour: old16 }),
    },
  }),
};

const GREY_PROFILES: Record<string, Uint8Array> = {
  "Gray Gamma 2.2": aProfile({ space: "GRAY", tags: { kTRC: gammaCurve(2.2) } }),
  "a gain of 20 % on dots": aProfile({
    space: "GRAY",
    deviceClass: "prtr",
    tags: { kTRC: sampledCurve(256, (value) => 1 - dotGain(1 - value)) },
  }),
};

/** Ink on paper that spreads by a fifth at half coverage. */
function dotGain(coverage: number): number {
  return coverage + 0.8 * coverage * (1 - coverage);
}

const INK_PROFILES: Record<string, Uint8Array> = {
  "lut16Type of inks": aProfile({
    space: "CMYK",
    connection: "Lab ",
    deviceClass: "prtr",
    tags: { A2B0: oldTable(16, { ...inkTable, colour: inks("old16") }) },
  }),
  "lut8Type of inks": aProfile({
    space: "CMYK",
    connection: "Lab ",
    deviceClass: "prtr",
    tags: { A2B0: oldTable(8, { ...inkTable, colour: inks("other") }) },
  }),
  "lutAToBType of inks, version 4": aProfile({
    space: "CMYK",
    connection: "Lab ",
    deviceClass: "prtr",
    version: 4,
    tags: { A2B0: stagedTable({ ...inkTable, colour: inks("other") }) },
  }),
};

type Wrap = (channels: 1 | 3 | 4, profile: Uint8Array) => Uint8Array;

const spec = (channels: number, more: Partial<JpegSpec> = {}): JpegSpec => ({
  width,
  height,
  sampling: new Array<string>(channels).fill("1x1"),
  sample,
  ...more,
});

const jpegOf = (more: Partial<JpegSpec> = {}): Wrap => {
  const written = new Map<number, Uint8Array>();
  return (channels, profile) => {
    const plain = written.get(channels) ?? writeJpeg(spec(channels, more));
    written.set(channels, plain);
    return withProfile(plain, profile);
  };
};

const tiffOf =
  (bits: 8 | 16): Wrap =>
  (channels, profile) =>
    aTiff({
      first: "ifd",
      blocks: {
        ifd: {
          entries: {
            256: { short: [width] },
            257: { short: [height] },
            258: { short: new Array<number>(channels).fill(bits) },
            259: { short: [1] },
            262: { short: [channels === 1 ? 1 : channels === 3 ? 2 : 5] },
            273: { offsetOf: "pixels" },
            277: { short: [channels] },
            278: { short: [height] },
            279: { long: [(width * height * channels * bits) / 8] },
            34675: { undefined: profile },
          },
        },
        pixels: pixels(channels, bits),
      },
    });

function pixels(channels: number, bits: 8 | 16): Uint8Array {
  const samples = Array.from({ length: width * height * channels }, (_, at) => {
    const pixel = Math.floor(at / channels);
    return Math.round(
      sample(at % channels, pixel % width, Math.floor(pixel / width)) * (bits === 8 ? 1 : 257),
    );
  });
  return bits === 8 ? Uint8Array.from(samples) : new Uint8Array(Uint16Array.from(samples).buffer);
}

const pngOf =
  (bitDepth: 8 | 16): Wrap =>
  (channels, profile) => {
    const name = Uint8Array.from([65, 0, 0]);
    return aPng({
      width,
      height,
      colourType: channels === 1 ? 0 : 2,
      bitDepth,
      sample: (x, y, index) => Math.round(sample(index, x, y) * (bitDepth === 8 ? 1 : 257)),
      extra: [chunk("iCCP", Uint8Array.from([...name, ...deflateSync(profile)]))],
    });
  };

interface Comparison {
  likeness: number;
  oddities: string[];
}

/** Our picture of a file and the other library's of the same, or of another that holds the same. */
async function compare(file: Uint8Array, same = file): Promise<Comparison> {
  const { development, oddities } = await develop(bytesSource(file), [{ longEdge: 65_535 }]);
  const size = development.sizes[0]?.pixels();
  if (size === undefined) throw new Error("There is no size");
  const ours: Picture = { ...size, data: size.data.filter((_, at) => at % 4 !== 3) };
  const theirs = await sharp(same).toColourspace("srgb").removeAlpha().raw().toBuffer();
  return { likeness: psnr(ours, { ...ours, data: theirs }), oddities };
}

/** Differences of 8 bits that nobody sees, in dB. */
const ALIKE = 42;

async function expectAlike(file: Uint8Array, same = file): Promise<void> {
  const { likeness, oddities } = await compare(file, same);
  expect(oddities).toEqual([]);
  expect(likeness).toBeGreaterThan(ALIKE);
}

/** The other library leaves out profiles of 16-bit grey, and gives 16-bit RGB in Display P3: it is asked about 8 bits. */
const WRAPS: Record<string, { wrap: Wrap; same?: Wrap }> = {
  JPEG: { wrap: jpegOf() },
  PNG: { wrap: pngOf(8) },
  "16-bit PNG": { wrap: pngOf(16), same: pngOf(8) },
  TIFF: { wrap: tiffOf(8) },
  "16-bit TIFF": { wrap: tiffOf(16), same: tiffOf(8) },
};

/** Without Adobe's segment a JPEG holds inks as they are, which the other library turns round all the same. */
const INK_WRAPS: Record<string, { wrap: Wrap; same?: Wrap }> = {
  "JPEG of plain inks": { wrap: jpegOf(), same: tiffOf(8) },
  "JPEG of inverted inks": { wrap: jpegOf({ adobeTransform: 0 }) },
  "JPEG of YCCK": { wrap: jpegOf({ adobeTransform: 2 }) },
  "JPEG of subsampled YCCK": {
    wrap: jpegOf({ adobeTransform: 2, sampling: ["2x2", "1x1", "1x1", "2x2"] }),
  },
  "progressive JPEG of YCCK": { wrap: jpegOf({ adobeTransform: 2, progressive: true }) },
  TIFF: { wrap: tiffOf(8) },
  "16-bit TIFF": { wrap: tiffOf(16), same: tiffOf(8) },
};

const KINDS = [
  [1, GREY_PROFILES, WRAPS],
  [3, RGB_PROFILES, WRAPS],
  [4, INK_PROFILES, INK_WRAPS],
] as const;
const CASES = KINDS.flatMap(([channels, profiles, wraps]) =>
  Object.entries(profiles).flatMap(([name, profile]) =>
    Object.entries(wraps).map(([kind, { wrap, same = wrap }]) => ({
      name,
      kind,
      file: () => wrap(channels, profile),
      same: () => same(channels, profile),
    })),
  ),
);

test.for(CASES)("$name is applied to a $kind", async ({ file, same }) => {
  await expectAlike(file(), same());
});

test.for(["jpeg", "tiff"] as const)("a %s in a printer's profile is shown as it is printed", async (kind) => {
  const photo = sharp(await aJpeg({ width: 600, height: 400 }));
  const options = kind === "jpeg" ? { quality: 92 } : { compression: "lzw" };
  const file = await photo
    .toColourspace("cmyk")
    .withIccProfile("cmyk")
    [kind](options as never)
    .toBuffer();
  await expectAlike(new Uint8Array(file));
});

test.for(["jpeg", "png", "tiff"] as const)("a %s in Display P3 is brought to sRGB", async (kind) => {
  const photo = sharp(await aJpeg({ width: 600, height: 400 }));
  const file = await photo
    .withIccProfile("p3")
    [kind]({ quality: 92, compression: "lzw" } as never)
    .toBuffer();
  await expectAlike(new Uint8Array(file));
});
