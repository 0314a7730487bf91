import sharp from "sharp";
import { expect, test } from "vitest";
import { type JpegSpec, writeJpeg } from "../test/jpeg-writer";
import { type Picture, psnr } from "./testing";
import { base, develop, pictureOf, reasonOf, rgb, sample } from "./testing/jpeg";

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
