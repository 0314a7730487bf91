import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { type ByteSource, bytesSource } from "../byte-source";
import { difference, failureOf, reference, walked } from "../testing";
import { decodeTiff } from "./decode";
import type { TiffLayout } from "./layout";
import * as tag from "./tags";
import { aTiff, type Value } from "./testing";

const WIDTH = 150;
const HEIGHT = 121;

/** Stripes, gradients and noise, so that every code of a compression has its turn. */
function pixels(channels: number): Uint8Array {
  return Uint8Array.from({ length: WIDTH * HEIGHT * channels }, (_, at) => {
    const x = Math.floor(at / channels) % WIDTH;
    const y = Math.floor(at / channels / WIDTH);
    if (y < 30) return 200;
    return y < 60 ? x + y + (at % channels) * 20 : (x * 7919 + y * 104_729 + at * 31) >> 3;
  });
}

function picture(channels: 1 | 2 | 3 | 4 = 3) {
  return sharp(pixels(channels), { raw: { width: WIDTH, height: HEIGHT, channels } });
}

async function decode(file: Uint8Array, source: ByteSource = bytesSource(file)) {
  return walked(await decodeTiff(source));
}

const COMPRESSIONS = ["none", "packbits", "lzw", "deflate"] as const;

test.for(
  COMPRESSIONS.flatMap((compression) =>
    ([false, true] as const).flatMap((tile) =>
      (["none", "horizontal"] as const).map((predictor) => ({ compression, tile, predictor })),
    ),
  ),
)(
  "a picture sharp wrote with $compression, tiles $tile, predictor $predictor comes back exactly",
  async (options) => {
    for (const channels of [1, 2, 3, 4] as const) {
      const file = await picture(channels)
        .toColourspace(channels < 3 ? "b-w" : "srgb")
        .tiff({ ...options, tileWidth: 32, tileHeight: 48 })
        .toBuffer();
      const { header, data, flaws } = await decode(file);
      expect(header.layout).toBe(["grey", "grey_alpha", "rgb", "rgba"][channels - 1]);
      expect(difference(data, await reference(file, header))).toBe(null);
      expect(flaws).toEqual([]);
    }
  },
);

test.for(COMPRESSIONS)("sixteen bits with %s come back exactly", async (compression) => {
  const wide = picture(3).toColourspace("rgb16").linear(257.3, 11);
  const file = await wide.tiff({ compression, predictor: "horizontal" }).toBuffer();
  const { header, data } = await decode(file);
  expect(header.depth).toBe(16);
  expect(difference(data, await reference(file, header))).toBe(null);
});

test.for([1, 2, 4] as const)("%i-bit grey is scaled to eight", async (bitdepth) => {
  const file = await picture(1)
    .toColourspace("b-w")
    .tiff({ bitdepth, compression: "lzw", predictor: "none" })
    .toBuffer();
  const { header, data } = await decode(file);
  expect(header).toMatchObject({ layout: "grey", depth: 8 });
  expect(difference(data, await reference(file, header))).toBe(null);
});

test("CMYK keeps its inks, with a compression or without", async () => {
  const inks = picture(3).toColourspace("cmyk");
  const plain = await decode(await inks.clone().tiff({ compression: "none" }).toBuffer());
  const packed = await decode(await inks.tiff({ compression: "lzw", predictor: "horizontal" }).toBuffer());
  expect(plain.header.layout).toBe("cmyk");
  expect(difference(plain.data, packed.data)).toBe(null);
  const entries = {
    [tag.PHOTOMETRIC]: { short: [5] },
    [tag.SAMPLES_PER_PIXEL]: { short: [4] },
    [tag.BITS_PER_SAMPLE]: { short: [8, 8, 8, 8] },
  };
  const data = Uint8Array.from({ length: 16 }, (_, at) => at * 16);
  expect(difference((await decode(handMade({ data, entries }))).data, data)).toBe(null);
});

test("orientation and profile are told", async () => {
  const file = await picture(3)
    .withIccProfile("p3")
    .withMetadata({ orientation: 8 })
    .tiff({ compression: "lzw" })
    .toBuffer();
  const { header } = await decode(file);
  expect(header.orientation).toBe(8);
  expect(header.colour.iccProfile).not.toBe(null);
});

interface HandMade {
  littleEndian?: boolean;
  entries?: Record<number, Value>;
  data: Uint8Array;
}

/** Two rows of two pixels, grey of eight bits unless said otherwise. */
function handMade({ littleEndian = true, entries = {}, data }: HandMade): Uint8Array<ArrayBuffer> {
  return aTiff({
    littleEndian,
    first: "ifd",
    blocks: {
      data,
      ifd: {
        entries: {
          [tag.IMAGE_WIDTH]: { short: [2] },
          [tag.IMAGE_LENGTH]: { short: [2] },
          [tag.BITS_PER_SAMPLE]: { short: [8] },
          [tag.COMPRESSION]: { short: [1] },
          [tag.PHOTOMETRIC]: { short: [1] },
          [tag.STRIP_OFFSETS]: { offsetOf: "data" },
          [tag.SAMPLES_PER_PIXEL]: { short: [1] },
          [tag.ROWS_PER_STRIP]: { short: [2] },
          [tag.STRIP_BYTE_COUNTS]: { long: [data.length] },
          ...entries,
        },
      },
    },
  });
}

test("sixteen bits with the high byte first and a predictor come low byte first", async () => {
  const { deflateSync } = await import("node:zlib");
  const differences = Uint8Array.from([1, 255, 0, 2, 0xff, 0xff, 0, 1]);
  const file = handMade({
    littleEndian: false,
    data: deflateSync(differences),
    entries: {
      [tag.BITS_PER_SAMPLE]: { short: [16] },
      [tag.COMPRESSION]: { short: [8] },
      [tag.PREDICTOR]: { short: [2] },
    },
  });
  expect(Array.from((await decode(file)).data)).toEqual([255, 1, 1, 2, 0xff, 0xff, 0, 0]);
});

test("white as zero is turned round, a palette looked up, multiplied alpha undone", async () => {
  const data = Uint8Array.from([0, 1, 254, 255]);
  const white = handMade({ data, entries: { [tag.PHOTOMETRIC]: { short: [0] } } });
  expect(Array.from((await decode(white)).data)).toEqual([255, 254, 1, 0]);

  const map = Array.from({ length: 768 }, (_, at) => (at % 256) * 256 + Math.floor(at / 256));
  const entries = { [tag.PHOTOMETRIC]: { short: [3] }, [tag.COLOR_MAP]: { short: map } };
  const coloured = await decode(handMade({ data, entries }));
  expect(coloured.header.layout).toBe("rgb");
  expect(Array.from(coloured.data)).toEqual([0, 0, 0, 1, 1, 1, 254, 254, 254, 255, 255, 255]);

  const multiplied = handMade({
    data: Uint8Array.from([50, 100, 0, 0, 200, 255, 10, 10]),
    entries: {
      [tag.SAMPLES_PER_PIXEL]: { short: [2] },
      [tag.EXTRA_SAMPLES]: { short: [1] },
      [tag.BITS_PER_SAMPLE]: { short: [8, 8] },
    },
  });
  expect(Array.from((await decode(multiplied)).data)).toEqual([128, 100, 0, 0, 200, 255, 255, 10]);
});

test("samples that are neither colour nor alpha are dropped", async () => {
  const file = handMade({
    data: Uint8Array.from([1, 9, 2, 9, 3, 9, 4, 9]),
    entries: {
      [tag.SAMPLES_PER_PIXEL]: { short: [2] },
      [tag.EXTRA_SAMPLES]: { short: [0] },
      [tag.BITS_PER_SAMPLE]: { short: [8, 8] },
    },
  });
  const { header, data } = await decode(file);
  expect(header.layout).toBe("grey");
  expect(Array.from(data)).toEqual([1, 2, 3, 4]);
});

test("a thumbnail before the picture is passed over", async () => {
  const data = Uint8Array.from([1, 2, 3, 4]);
  const entries = (length: number, subfile: number) => ({
    [tag.NEW_SUBFILE_TYPE]: { long: [subfile] },
    [tag.IMAGE_WIDTH]: { short: [length] },
    [tag.IMAGE_LENGTH]: { short: [length] },
    [tag.BITS_PER_SAMPLE]: { short: [8] },
    [tag.PHOTOMETRIC]: { short: [1] },
    [tag.STRIP_OFFSETS]: { offsetOf: "data" },
  });
  const file = aTiff({
    first: "thumbnail",
    blocks: {
      data,
      thumbnail: { entries: entries(1, 1), next: "picture" },
      picture: { entries: entries(2, 0) },
    },
  });
  expect((await decode(file)).header.width).toBe(2);
});

test.for([
  [
    "a plane for each colour",
    {
      [tag.PLANAR_CONFIGURATION]: { short: [2] },
      [tag.SAMPLES_PER_PIXEL]: { short: [2] },
      [tag.BITS_PER_SAMPLE]: { short: [8, 8] },
    },
    "layout",
  ],
  ["JPEG inside", { [tag.COMPRESSION]: { short: [7] } }, "compression"],
  ["fax compression", { [tag.COMPRESSION]: { short: [4] } }, "compression"],
  ["floating point", { [tag.SAMPLE_FORMAT]: { short: [3] } }, "samples"],
  ["32 bits", { [tag.BITS_PER_SAMPLE]: { short: [32] } }, "samples"],
  [
    "Lab",
    {
      [tag.PHOTOMETRIC]: { short: [8] },
      [tag.SAMPLES_PER_PIXEL]: { short: [3] },
      [tag.BITS_PER_SAMPLE]: { short: [8, 8, 8] },
    },
    "colour_model",
  ],
] as const)("%s is unsupported, and says why", async ([, entries, detail]) => {
  const file = handMade({ data: new Uint8Array(64), entries: entries as unknown as Record<number, Value> });
  await expect(decode(file)).rejects.toMatchObject({ failure: "unsupported", detail });
});

test("BigTIFF is refused by name", async () => {
  const file = await picture(3).tiff({ bigtiff: true }).toBuffer();
  await expect(decode(file)).rejects.toMatchObject({ failure: "unsupported", detail: "big_tiff" });
});

test("a file cut in its strips keeps the rows before and says so", async () => {
  const rows: TiffLayout["segments"]["rows"] = HEIGHT;
  const file = aTiff({
    first: "ifd",
    blocks: {
      ifd: {
        entries: {
          [tag.IMAGE_WIDTH]: { short: [WIDTH] },
          [tag.IMAGE_LENGTH]: { short: [HEIGHT] },
          [tag.BITS_PER_SAMPLE]: { short: [8] },
          [tag.PHOTOMETRIC]: { short: [1] },
          [tag.STRIP_OFFSETS]: { offsetOf: "data" },
          [tag.ROWS_PER_STRIP]: { short: [rows] },
        },
      },
      data: pixels(1),
    },
  });
  const whole = await decode(file);
  expect(difference(whole.data, pixels(1))).toBe(null);
  const cut = await decode(file.subarray(0, file.length - WIDTH * 20));
  expect(cut.flaws).toEqual(["truncated"]);
  const kept = WIDTH * (HEIGHT - 21);
  expect(difference(cut.data.subarray(0, kept), pixels(1).subarray(0, kept))).toBe(null);
  expect(cut.data.subarray(kept + WIDTH).every((value) => value === 255)).toBe(true);
});

test("small strips are fetched many at once", async () => {
  const file = await sharp(pixels(3).slice(0, 150 * 120 * 3), {
    raw: { width: 30, height: 600, channels: 3 },
  })
    .tiff({ compression: "lzw" })
    .toBuffer();
  let requests = 0;
  const plain = bytesSource(file);
  const counting: ByteSource = {
    ...plain,
    read: (from, length) => {
      requests += 1;
      return plain.read(from, length);
    },
  };
  await decode(file, counting);
  expect(requests).toBeLessThan(6);
});

test("a mutated or cut file decodes, flagged or not, or is refused with a CodecError", async () => {
  const small = sharp(pixels(3).slice(0, 40 * 30 * 3), { raw: { width: 40, height: 30, channels: 3 } });
  const files = await Promise.all([
    ...COMPRESSIONS.map((compression) =>
      small.clone().tiff({ compression, predictor: "horizontal" }).toBuffer(),
    ),
    small.clone().tiff({ compression: "lzw", tile: true, tileWidth: 16, tileHeight: 16 }).toBuffer(),
    small.clone().toColourspace("cmyk").tiff({ compression: "deflate" }).toBuffer(),
  ]);
  const mutation = fc.record({
    file: fc.constantFrom(...files),
    end: fc.integer({ min: 20, max: 100_000 }),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
    inDirectory: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(mutation, async ({ file, end, changes, inDirectory }) => {
      const mutated = new Uint8Array(file.subarray(0, end));
      const directory = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
      for (const [at, value] of changes) {
        const place = inDirectory ? directory + (at % 250) : at;
        mutated[place % mutated.length] = value;
      }
      await failureOf(decode(mutated));
    }),
    { numRuns: 1500, interruptAfterTimeLimit: 25_000, markInterruptAsFailure: true },
  );
});
