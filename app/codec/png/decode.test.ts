import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { mendChunks } from "../../test/hostile/pngs";
import { difference, failureOf, reference, streamOf, walked } from "../testing";
import { decodePng } from "./decode";
import { aPng, chunk, type PngPlan } from "./testing";

const TYPES = [
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
] as const;

const EVERY_TYPE = TYPES.flatMap(([colourType, depths]) =>
  depths.flatMap((bitDepth) => [false, true].map((interlaced) => ({ colourType, bitDepth, interlaced }))),
);

function noise(x: number, y: number, index: number): number {
  return (x * 7919 + y * 104_729 + index * 15_485_863 + ((x * y) << 3)) >>> 0;
}

function aPlan(colourType: number, bitDepth: number, more: Partial<PngPlan> = {}): PngPlan {
  const most = 2 ** bitDepth;
  const palette = Uint8Array.from({ length: 3 * Math.min(256, most) }, (_, at) => (at * 37) & 255);
  return {
    width: 37,
    height: 29,
    colourType,
    bitDepth,
    ...(colourType === 3 ? { palette } : {}),
    sample: (x, y, index) => noise(x, y, index) % most,
    filter: (row) => row % 5,
    ...more,
  };
}

async function decode(file: Uint8Array, chunkBytes?: number) {
  return walked(await decodePng(streamOf(file, chunkBytes)));
}

test.for(EVERY_TYPE)(
  "every pixel of $colourType at $bitDepth bits is sharp's, interlaced $interlaced",
  async ({ colourType, bitDepth, interlaced }) => {
    const file = aPng(aPlan(colourType, bitDepth, { interlaced }));
    const { header, data, flaws } = await decode(file, 113);
    expect(header).toMatchObject({ width: 37, height: 29, depth: bitDepth === 16 ? 16 : 8, reducedBy: 1 });
    expect(difference(data, await reference(file, header))).toBe(null);
    expect(flaws).toEqual([]);
  },
);

test.for([
  { colourType: 0, bitDepth: 2, transparency: [0, 2] },
  { colourType: 0, bitDepth: 8, transparency: [0, 77] },
  { colourType: 0, bitDepth: 16, transparency: [0x12, 0x34] },
  { colourType: 2, bitDepth: 8, transparency: [0, 9, 0, 8, 0, 7] },
  { colourType: 2, bitDepth: 16, transparency: [9, 9, 8, 8, 7, 7] },
  { colourType: 3, bitDepth: 4, transparency: [0, 128, 255, 3] },
])("tRNS of type $colourType at $bitDepth bits becomes alpha", async ({ transparency, ...type }) => {
  const key = [0, 2, 4].map((at) => ((transparency[at] ?? 0) << 8) | (transparency[at + 1] ?? 0));
  const plan = aPlan(type.colourType, type.bitDepth, { transparency: Uint8Array.from(transparency) });
  const { sample } = plan;
  if (type.colourType !== 3) {
    plan.sample = (x, y, index) => ((x + y) % 3 === 0 ? (key[index] ?? 0) : sample(x, y, index));
  }
  const file = aPng(plan);
  const { header, data } = await decode(file);
  expect(header.layout).toBe(type.colourType === 0 ? "grey_alpha" : "rgba");
  expect(difference(data, await reference(file, header))).toBe(null);
});

test.for([
  ["truecolour", {}],
  ["palette", { palette: true, colours: 60 }],
  ["two colours", { palette: true, colours: 2 }],
  ["interlaced", { progressive: true }],
  ["adaptive filters", { adaptiveFiltering: true, compressionLevel: 9 }],
] as const)("a photograph sharp wrote as %s comes back exactly", async ([, options]) => {
  const picture = sharp(
    Buffer.from(Uint8Array.from({ length: 301 * 203 * 3 }, (_, at) => noise(at, at >> 8, 1))),
    {
      raw: { width: 301, height: 203, channels: 3 },
    },
  );
  const file = await picture.blur(2).png(options).toBuffer();
  const { header, data, flaws } = await decode(file);
  expect(difference(data, await reference(file, header))).toBe(null);
  expect(flaws).toEqual([]);
});

test("pictures of one pixel, one column and one row come whole, interlaced too", async () => {
  for (const [width, height] of [
    [1, 1],
    [1, 9],
    [9, 1],
    [2, 3],
    [5, 5],
  ] as const) {
    for (const interlaced of [false, true]) {
      const file = aPng(aPlan(2, 8, { width, height, interlaced }));
      const { header, data } = await decode(file, 7);
      expect(difference(data, await reference(file, header))).toBe(null);
    }
  }
});

test.for([2, 4, 8] as const)(
  "an interlaced picture over its budget comes as every pixel number %i",
  async (by) => {
    const whole = await decode(aPng(aPlan(6, 8, { interlaced: true })));
    const [width, height] = [Math.ceil(37 / by), Math.ceil(29 / by)];
    const file = aPng(aPlan(6, 8, { interlaced: true }));
    const picture = await decodePng(streamOf(file), { canvasBytes: width * height * 4 });
    const { header, data, flaws } = await walked(picture);
    expect(header).toMatchObject({ width, height, reducedBy: by });
    const expected = Uint8Array.from({ length: data.length }, (_, at) => {
      const pixel = at >> 2;
      const from = (Math.floor(pixel / width) * by * 37 + (pixel % width) * by) * 4 + (at & 3);
      return whole.data[from] ?? 0;
    });
    expect(difference(data, expected)).toBe(null);
    expect(flaws).toEqual([]);
  },
);

test("an interlaced picture that fits no budget is too large", async () => {
  const file = aPng(aPlan(6, 8, { interlaced: true }));
  expect(await failureOf(decodePng(streamOf(file), { canvasBytes: 10 }))).toBe("too_large");
});

test("a truncated file keeps its rows, shows white below, and says so", async () => {
  const plan = aPlan(2, 8, { height: 400, dataBytes: 4000 });
  const file = aPng(plan);
  const whole = await decode(file);
  const cut = await decode(file.subarray(0, Math.floor(file.length / 2)));
  expect(cut.flaws).toEqual(["truncated"]);
  const kept = cut.data.findIndex((value, at) => value !== whole.data[at]);
  expect(kept).toBeGreaterThan(whole.data.length * 0.4);
  expect(cut.data.subarray(kept + 37 * 3).every((value) => value === 255)).toBe(true);
});

test("a truncated interlaced file shows the passes it has in full size", async () => {
  const smooth = aPlan(2, 8, { width: 64, height: 64, interlaced: true, sample: (x, y) => x + y });
  const file = aPng(smooth);
  const whole = await decode(file);
  const cut = await decode(file.subarray(0, file.length - 120));
  expect(cut.flaws).toEqual(["truncated"]);
  const worst = cut.data.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (whole.data[at] ?? 0))),
    0,
  );
  expect(worst).toBeGreaterThan(0);
  expect(worst).toBeLessThan(16);
});

test("data with a wrong CRC is shown and flagged, a wrong header refused", async () => {
  const file = aPng(aPlan(0, 8, { dataBytes: 100_000 }));
  const wrong = file.slice();
  const crcOfData = file.length - 12 - 4;
  wrong[crcOfData] = (wrong[crcOfData] ?? 0) ^ 1;
  expect((await decode(wrong)).flaws).toEqual(["checksum"]);
  const header = file.slice();
  header[19] = 200;
  expect(await failureOf(decode(header))).toBe("damaged");
});

test.for([false, true])(
  "a wrong checksum of the compressed data is told, interlaced %s",
  async (interlaced) => {
    const file = aPng(aPlan(2, 8, { interlaced, dataBytes: 100_000 }));
    expect((await decode(file)).flaws).toEqual([]);
    const last = file.length - 12 - 4 - 1;
    file[last] = (file[last] ?? 0) ^ 1;
    mendChunks(file);
    expect((await decode(file)).flaws).toEqual(["checksum"]);
  },
);

test("broken compression keeps the rows before it", async () => {
  const file = aPng(aPlan(2, 8, { height: 900, dataBytes: 100_000 }));
  file.fill(0xff, Math.floor(file.length / 2), Math.floor(file.length / 2) + 400);
  const { flaws } = await decode(file);
  expect(flaws).toContain("damaged");
});

test("gamma, primaries, profile and orientation are read", async () => {
  const jpeg = await sharp({ create: { width: 16, height: 16, channels: 3, background: "#a54" } })
    .withIccProfile("p3")
    .withMetadata({ orientation: 6 })
    .png()
    .toBuffer();
  const { header } = await decode(jpeg);
  expect(header.orientation).toBe(6);
  expect(String.fromCharCode(...(header.colour.iccProfile?.subarray(36, 40) ?? []))).toBe("acsp");
  const gamma = chunk("gAMA", Uint8Array.from([0, 0, 0xb1, 0x8f]));
  const srgb = chunk("sRGB", Uint8Array.from([0]));
  const tagged = await decode(aPng(aPlan(0, 8, { extra: [gamma, srgb] })));
  expect(tagged.header.colour).toEqual({ iccProfile: null, srgb: true, gamma: 0.45455, primaries: null });
});

test("a profile that inflates beyond its cap is left out", async () => {
  const { deflateSync } = await import("node:zlib");
  const bomb = deflateSync(new Uint8Array(64 * 1024 * 1024));
  const profile = chunk("iCCP", Uint8Array.from([65, 0, 0, ...bomb]));
  const { header, flaws } = await decode(aPng(aPlan(0, 8, { extra: [profile] })));
  expect(header.colour.iccProfile).toBe(null);
  expect(flaws).toEqual([]);
});

test("a picture declared huge is refused from its header", async () => {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, 60_000);
  new DataView(header.buffer).setUint32(4, 60_000);
  header.set([8, 2], 8);
  const file = Uint8Array.from([...aPng(aPlan(2, 8)).subarray(0, 8), ...chunk("IHDR", header)]);
  expect(await failureOf(decodePng(streamOf(file)))).toBe("too_large");
});

test("who stops walking cancels the stream", async () => {
  let cancelled = false;
  const file = aPng(aPlan(2, 8, { width: 500, height: 500 }));
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(file),
    cancel: () => {
      cancelled = true;
    },
  });
  const { rows } = await decodePng(stream);
  await rows.next();
  await rows.return();
  expect(cancelled).toBe(true);
});

test("a mutated or cut file decodes, flagged or not, or is refused with a CodecError", async () => {
  const files = [
    aPng(aPlan(2, 8)),
    aPng(aPlan(3, 4, { interlaced: true, transparency: Uint8Array.from([1, 2]) })),
    aPng(aPlan(6, 16, { interlaced: true })),
    aPng(aPlan(0, 1)),
  ];
  const mutation = fc.record({
    file: fc.constantFrom(...files),
    end: fc.integer({ min: 20, max: 100_000 }),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(mutation, async ({ file, end, changes }) => {
      const mutated = file.slice(0, end);
      for (const [at, value] of changes) mutated[at % mutated.length] = value;
      await failureOf(decode(mutated));
    }),
    { numRuns: 1500, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
  );
});
