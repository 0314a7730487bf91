import { existsSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { coreModule as release } from "#core-module";
import { type JpegSpec, writeJpeg } from "../test/jpeg-writer";
import { isCodecError } from "./codec-error";
import { type DevelopPlan, developJpeg, type JpegDevelopment } from "./develop-jpeg";
import type { RefusalReason } from "./refusals";
import { aHeader, aJpeg, type Picture, psnr, streamOf } from "./testing";

const checked = new WebAssembly.Module(readFileSync("build/codec/codec-checked.wasm"));
const PHOTOGRAPH = "../shared/photos/Picture_1A_by_freespace.jpg";

/** Every test runs with bounds asserts; what they find ends a test as reason "core_failed". */
function develop(file: Uint8Array, plan: DevelopPlan, module = checked): Promise<JpegDevelopment> {
  return developJpeg(module, streamOf(file), plan);
}

async function pictureOf(file: Uint8Array, plan: Partial<DevelopPlan> = {}): Promise<Picture> {
  const developed = await develop(file, { sizes: [{ longEdge: 65_535 }], ...plan });
  return rgb(developed, 0);
}

function rgb({ sizes }: JpegDevelopment, index: number): Picture {
  const size = sizes[index];
  if (size === undefined) throw new Error("There is no such size");
  const { width, height, data } = size.pixels();
  return { width, height, data: data.filter((_, at) => at % 4 !== 3) };
}

async function reasonOf(work: Promise<unknown>): Promise<RefusalReason | string> {
  try {
    const done = (await work) as JpegDevelopment;
    return done.warnings.join(" ") || "fine";
  } catch (error) {
    if (!isCodecError(error) || !("reason" in error)) throw error;
    return `${error.reason}`;
  }
}

/** A smooth picture with edges, in Y, Cb, Cr (or whatever the components are). */
function sample(index: number, x: number, y: number): number {
  if (index === 0) return 128 + 60 * Math.sin(x / 9) + 50 * Math.cos(y / 7);
  if (index === 3) return 170 + 60 * Math.sin((x - y) / 23);
  return 128 + 50 * Math.sin(x / 31 + index) * Math.cos(y / 27);
}

const base: JpegSpec = { width: 157, height: 115, sampling: ["1x1", "1x1", "1x1"], sample };

/** What the components of `base` are in RGB, without any codec. */
function expected(toRgb: (values: number[]) => number[], { width, height, sampling }: JpegSpec): Picture {
  const data = new Uint8ClampedArray(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const values = sampling.map((_, index) => sample(index, at % width, Math.floor(at / width)));
    data.set(toRgb(values), at * 3);
  }
  return { width, height, data: new Uint8Array(data.buffer) };
}

function yccToRgb([y = 0, cb = 128, cr = 128]: number[]): number[] {
  const [u, v] = [cb - 128, cr - 128];
  return [y + 1.402 * v, y - 0.344136 * u - 0.714136 * v, y + 1.772 * u];
}

const SAMPLINGS = [
  ["1x1", "1x1", "1x1"],
  ["2x1", "1x1", "1x1"],
  ["1x2", "1x1", "1x1"],
  ["2x2", "1x1", "1x1"],
  ["4x1", "1x1", "1x1"],
  ["4x2", "1x1", "1x1"],
  ["1x4", "1x1", "1x1"],
  ["2x2", "2x1", "1x2"],
  ["3x1", "1x1", "1x1"],
  ["3x1", "2x1", "1x1"],
  ["3x2", "1x1", "2x1"],
  ["1x1", "2x2", "2x2"],
];

test.for(SAMPLINGS)(
  "sampling %s %s %s gives the right colours, sequential or progressive",
  async (sampling) => {
    const spec = { ...base, sampling };
    const right = expected(yccToRgb, spec);
    const all = [writeJpeg(spec), writeJpeg({ ...spec, progressive: true })];
    for (const file of all) {
      expect(psnr(await pictureOf(file), right)).toBeGreaterThan(sampling.includes("2x1") ? 36 : 38);
      expect(await reasonOf(develop(file, { sizes: [{ longEdge: 100 }] }))).toBe("fine");
    }
  },
);

test.for(SAMPLINGS)("sampling %s %s %s looks the same at every scale", async (sampling) => {
  const file = writeJpeg({ ...base, sampling });
  const sizes = [{ longEdge: 19 }];
  const full = rgb(await develop(file, { sizes, scale: 8 }), 0);
  for (const scale of [7, 6, 5, 4, 3, 2]) {
    expect(psnr(rgb(await develop(file, { sizes, scale }), 0), full)).toBeGreaterThan(33);
  }
});

test("scans of one or two components add up to the same picture", async () => {
  const sampling = ["2x2", "1x1", "1x1"];
  const whole = await pictureOf(writeJpeg({ ...base, sampling }));
  const scans = [
    [[0], [1], [2]],
    [[0, 1], [2]],
    [[2], [0, 1]],
  ];
  for (const order of scans) {
    expect(psnr(await pictureOf(writeJpeg({ ...base, sampling, scans: order })), whole)).toBe(Infinity);
  }
});

test("restart intervals change nothing", async () => {
  const whole = await pictureOf(writeJpeg(base));
  for (const restartInterval of [1, 7, 20]) {
    for (const progressive of [false, true]) {
      const file = writeJpeg({ ...base, restartInterval, progressive });
      expect(psnr(await pictureOf(file), whole)).toBe(Infinity);
      expect(await reasonOf(develop(file, { sizes: [{ longEdge: 50 }] }))).toBe("fine");
    }
  }
});

test("grey, RGB, CMYK and YCCK come out in the right colours", async () => {
  const grey = { ...base, sampling: ["1x1"] };
  const straight = (values: number[]) => values;
  expect(
    psnr(
      await pictureOf(writeJpeg(grey)),
      expected(([y = 0]) => [y, y, y], grey),
    ),
  ).toBeGreaterThan(40);
  const adobeRgb = writeJpeg({ ...base, adobeTransform: 0 });
  expect(psnr(await pictureOf(adobeRgb), expected(straight, base))).toBeGreaterThan(40);
  const named = writeJpeg({ ...base, ids: [0x52, 0x47, 0x42] });
  expect(psnr(await pictureOf(named), expected(straight, base))).toBeGreaterThan(40);
  const four = { ...base, sampling: ["1x1", "1x1", "1x1", "1x1"] };
  const share = (colours: number[], light: number) => colours.map((colour) => (colour * light) / 255);
  const inks = ([c = 0, m = 0, y = 0, k = 0]: number[]) => share([255 - c, 255 - m, 255 - y], 255 - k);
  const inverted = ([c = 0, m = 0, y = 0, k = 0]: number[]) => share([c, m, y], k);
  expect(psnr(await pictureOf(writeJpeg(four)), expected(inks, four))).toBeGreaterThan(38);
  const adobe = await pictureOf(writeJpeg({ ...four, adobeTransform: 0 }));
  expect(psnr(adobe, expected(inverted, four))).toBeGreaterThan(38);
  const clamp = (value: number) => Math.max(0, Math.min(255, value));
  const ycck = (values: number[]) =>
    share(
      yccToRgb(values).map((value) => 255 - clamp(value)),
      values[3] ?? 0,
    );
  const transformed = await pictureOf(writeJpeg({ ...four, adobeTransform: 2 }));
  expect(psnr(transformed, expected(ycck, four))).toBeGreaterThan(38);
});

test("YCCK has the inks that another library finds in it", async () => {
  const four = { ...base, sampling: ["1x1", "1x1", "1x1", "1x1"], adobeTransform: 2 };
  const file = writeJpeg(four);
  const inks = await sharp(file).pipelineColourspace("cmyk").toColourspace("cmyk").raw().toBuffer();
  const data = new Uint8Array(157 * 115 * 3).map((_, at) => {
    const pixel = Math.floor(at / 3) * 4;
    return ((255 - (inks[pixel + (at % 3)] ?? 0)) * (255 - (inks[pixel + 3] ?? 0))) / 255;
  });
  expect(psnr(await pictureOf(file), { width: 157, height: 115, data })).toBeGreaterThan(38);
});

/** Another library's rendering in linear light. */
async function bySharp(
  file: Uint8Array,
  { width, height }: { width: number; height: number },
): Promise<Picture> {
  const data = await sharp(file)
    .pipelineColourspace("scrgb")
    .resize(width, height, { fit: "fill", kernel: "lanczos3" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer();
  return { width, height, data };
}

async function photograph(): Promise<Buffer> {
  if (existsSync(PHOTOGRAPH)) return sharp(PHOTOGRAPH).resize(1500).png().toBuffer();
  return sharp(await aJpeg({ width: 1500, height: 1000 }))
    .png()
    .toBuffer();
}

test("a photograph is close to another library's, of every kind that library writes", async () => {
  const photo = await photograph();
  for (const chromaSubsampling of ["4:4:4", "4:2:0"]) {
    for (const progressive of [false, true]) {
      const file = await sharp(photo).jpeg({ quality: 92, chromaSubsampling, progressive }).toBuffer();
      const developed = await develop(file, { sizes: [{ longEdge: 900 }, { longEdge: 300 }] }, release);
      expect(developed.progressive).toBe(progressive);
      for (const index of [0, 1]) {
        const ours = rgb(developed, index);
        expect(psnr(ours, await bySharp(file, ours))).toBeGreaterThan(42);
      }
      const full = await develop(file, { sizes: [{ longEdge: 900 }], scale: 8 }, release);
      expect(psnr(rgb(developed, 0), rgb(full, 0))).toBeGreaterThan(47);
    }
  }
}, 120_000);

test.for([1, 2, 3, 4, 5, 6, 7, 8] as const)("orientation %i is turned upright", async (orientation) => {
  const file = await aJpeg({ width: 300, height: 200, orientation });
  const developed = await develop(file, { sizes: [{ longEdge: 150 }] });
  const ours = rgb(developed, 0);
  const upright = await aJpeg({ width: 300, height: 200 });
  expect(developed).toMatchObject({ width: 300, height: 200, orientation });
  expect(psnr(ours, await bySharp(upright, ours))).toBeGreaterThan(40);
});

test("sizes come in the order asked for, never enlarged", async () => {
  const file = await aJpeg({ width: 300, height: 200 });
  const { sizes } = await develop(file, { sizes: [30, 900, 100].map((longEdge) => ({ longEdge })) });
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [30, 20],
    [300, 200],
    [100, 67],
  ]);
});

test("a rendition is encoded at both samplings, with its own tables and the standard ones", async () => {
  const file = await aJpeg({ width: 301, height: 203 });
  const { sizes } = await develop(file, { sizes: [{ longEdge: 301 }] });
  const size = sizes[0];
  if (size === undefined) throw new Error("There is no size");
  const { data, ...info } = size.pixels();
  const pixels = { ...info, data: data.filter((_, at) => at % 4 !== 3) };
  const lengths = [];
  for (const chroma of ["4:4:4", "4:2:0"] as const) {
    for (const optimised of [true, false]) {
      const jpeg = size.jpeg({ quality: 95, chroma, optimised });
      const read = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
      expect(psnr({ ...pixels, data: read.data }, pixels)).toBeGreaterThan(chroma === "4:4:4" ? 40 : 33);
      lengths.push(jpeg.length);
    }
  }
  const [small = 0, large = 0] = lengths;
  expect(small).toBeLessThan(large);
});

test("a file cut short anywhere is finished and flagged, or has a reason", async () => {
  const files = [
    await aJpeg({ width: 200, height: 120 }),
    await aJpeg({ width: 200, height: 120, progressive: true }),
    writeJpeg({ ...base, restartInterval: 3 }),
  ];
  for (const file of files) {
    for (let end = 0; end < file.length - 2; end += 211) {
      const reason = await reasonOf(develop(file.subarray(0, end), { sizes: [{ longEdge: 60 }] }));
      expect(reason).toMatch(/truncated|no_image|not_jpeg/);
    }
  }
});

test("each damaged restart interval is flagged", async () => {
  const file = writeJpeg({ ...base, restartInterval: 5 });
  const marks = Array.from(file.keys()).filter(
    (at) => file[at] === 0xff && (file[at + 1] ?? 0) >> 3 === 0xd0 >> 3,
  );
  const sizes = [{ longEdge: 60 }];
  for (const at of marks.slice(0, 20)) {
    const without = Uint8Array.from([...file.subarray(0, at), ...file.subarray(at + 2)]);
    expect(await reasonOf(develop(without, { sizes }))).toMatch(/restart_damaged|corrupt|truncated/);
    const doubled = Uint8Array.from([...file.subarray(0, at), 0x12, 0x34, ...file.subarray(at)]);
    expect(await reasonOf(develop(doubled, { sizes }))).toMatch(/restart_damaged/);
    const shorter = Uint8Array.from([...file.subarray(0, at - 4), ...file.subarray(at)]);
    expect(await reasonOf(develop(shorter, { sizes }))).toMatch(/restart_damaged|corrupt/);
  }
});

test("a file that ends before its first MCU does is refused, whatever its headers promise", async () => {
  for (const progressive of [false, true]) {
    const file = writeJpeg({ ...base, progressive });
    const scan = file.findIndex((byte, index) => byte === 0xff && file[index + 1] === 0xda);
    const data = scan + 2 + (file[scan + 3] ?? 0);
    const sizes = [{ longEdge: 60 }];
    expect(await reasonOf(develop(file.subarray(0, data), { sizes }))).toBe("no_image");
    expect(await reasonOf(develop(file.subarray(0, data + 400), { sizes }))).toMatch(/truncated/);
  }
});

test("what is not decoded has a reason", async () => {
  const sizes = [{ longEdge: 60 }];
  const header = (marker: number) => aHeader({ width: 64, height: 64, marker });
  const refusals: [Uint8Array, RefusalReason][] = [
    [new Uint8Array(0), "not_jpeg"],
    [Uint8Array.from({ length: 900 }, (_, at) => at), "not_jpeg"],
    [header(0xc3), "lossless"],
    [header(0xc5), "hierarchical"],
    [header(0xc9), "arithmetic_coding"],
    [aHeader({ width: 64, height: 64, precision: 12 }), "bit_depth"],
    [aHeader({ width: 64, height: 0 }), "height_behind_scan"],
    [aHeader({ width: 64, height: 64, components: 2 }), "component_count"],
    [aHeader({ width: 60_000, height: 60_000 }), "too_many_pixels"],
    [header(0xc0), "bad_scan"],
  ];
  for (const [file, reason] of refusals) expect(await reasonOf(develop(file, { sizes }))).toBe(reason);
});

/** A small progressive file whose header promises another size. */
function resized(width: number, height: number): Uint8Array<ArrayBuffer> {
  const file = writeJpeg({ ...base, width: 16, height: 16, progressive: true });
  const at = file.findIndex((byte, index) => byte === 0xff && file[index + 1] === 0xc2);
  file.set([height >> 8, height & 255, width >> 8, width & 255], at + 5);
  return file;
}

test("a file of endless scans is refused in a moment", async () => {
  const file = resized(4000, 4000);
  const at = file.findIndex((byte, index) => byte === 0xff && file[index + 1] === 0xda);
  const scans = file.subarray(at, file.length - 2);
  const copies = new Array<Uint8Array>(300).fill(scans);
  const bomb = Uint8Array.from([...file.subarray(0, at), ...copies.flatMap((copy) => [...copy])]);
  const started = performance.now();
  expect(await reasonOf(develop(bomb, { sizes: [{ longEdge: 60 }] }, release))).toBe("too_much_work");
  expect(performance.now() - started).toBeLessThan(4000);
});

test("a picture that fits at no scale is left to others, one that fits at a smaller scale is flagged", async () => {
  const sizes = [{ longEdge: 6000 }];
  expect(await reasonOf(develop(resized(16_000, 9900), { sizes }, release))).toBe("needs_fallback");
  const tight = await develop(resized(6000, 4000), { sizes: [{ longEdge: 4000 }] }, release);
  expect(tight.warnings).toContain("scaled_by_memory");
  expect(tight.memoryBytes()).toBeLessThanOrEqual(96 * 1024 * 1024);
}, 60_000);

test("100 megapixels, progressive and without chroma subsampling, fit under the ceiling", async () => {
  const sizes = [{ longEdge: 2048 }, { longEdge: 1024 }, { longEdge: 400 }];
  const developed = await develop(resized(12_240, 8160), { sizes }, release);
  developed.sizes[0]?.jpeg({ quality: 82 });
  expect(developed.scale).toBe(2);
  expect(developed.warnings).not.toContain("scaled_by_memory");
  expect(developed.memoryBytes()).toBeLessThanOrEqual(96 * 1024 * 1024);
}, 60_000);

test("an error of the stream is not blamed on the file", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error("storage is away")),
  });
  await expect(developJpeg(release, broken, { sizes: [{ longEdge: 9 }] })).rejects.toThrow("storage is away");
});
