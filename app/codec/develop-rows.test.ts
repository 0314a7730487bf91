import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { coreModule } from "#core-module";
import { developRows, type RowSource } from "./develop-rows";
import { encodeJpeg } from "./encode-jpeg";
import { psnr } from "./testing";

const checked = new WebAssembly.Module(readFileSync("build/codec/codec-checked.wasm"));
const [width, height] = [160, 90];

/** A channel's value in 0..1; the last of two or four is alpha. */
function value(channel: number, x: number, y: number): number {
  return 0.5 + 0.5 * Math.sin((x * (channel + 1)) / 40 + (y * (3 - channel)) / 30);
}

function rowsOf(channels: 1 | 2 | 3 | 4, bits: 8 | 16): RowSource {
  const most = 2 ** bits - 1;
  const samples = Array.from({ length: width * height * channels }, (_, at) => {
    const pixel = Math.floor(at / channels);
    return Math.round(most * value(at % channels, pixel % width, Math.floor(pixel / width)));
  });
  const bytes = bits === 8 ? Uint8Array.from(samples) : new Uint8Array(Uint16Array.from(samples).buffer);
  const rowBytes = (width * channels * bits) / 8;
  const rows = Array.from({ length: height / 3 }, (_, at) =>
    bytes.subarray(at * 3 * rowBytes, (at + 1) * 3 * rowBytes),
  );
  return { width, height, channels, bits, rows };
}

/** What the rows look like on white. */
function flattened(channels: number): Uint8Array {
  const colours = channels >= 3 ? 3 : 1;
  const alphaAt = channels === 2 || channels === 4 ? colours : null;
  return Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const alpha = alphaAt === null ? 1 : value(alphaAt, x, y);
    return Math.round(255 * (value(colours === 3 ? at % 3 : 0, x, y) * alpha + 1 - alpha));
  });
}

const KINDS = ([1, 2, 3, 4] as const).flatMap((channels) =>
  ([8, 16] as const).map((bits) => [channels, bits] as const),
);

test.for(KINDS)("rows of %i channels of %i bits come out in the right colours", async ([channels, bits]) => {
  const { sizes } = await developRows(checked, rowsOf(channels, bits), { sizes: [{ longEdge: width }] });
  const data = sizes[0]?.pixels().data.filter((_, at) => at % 4 !== 3) ?? new Uint8Array(0);
  expect(psnr({ width, height, data }, { width, height, data: flattened(channels) })).toBeGreaterThan(48);
});

test("rows are turned upright and resized", async () => {
  const { sizes } = await developRows(
    checked,
    { ...rowsOf(3, 8), orientation: 6 },
    { sizes: [{ longEdge: 80 }] },
  );
  expect(sizes.map((size) => [size.width, size.height])).toEqual([[45, 80]]);
});

test("too few rows are not a picture", async () => {
  const source = { ...rowsOf(3, 8), height: height + 1 };
  await expect(developRows(checked, source, { sizes: [{ longEdge: 80 }] })).rejects.toThrow("90 of 91 rows");
});

test("a picture from anywhere is encoded", async () => {
  const data = new Uint8Array(width * height * 4).fill(255);
  flattened(3).forEach((colour, at) => {
    data[Math.floor(at / 3) * 4 + (at % 3)] = colour;
  });
  for (const module of [coreModule, checked]) {
    const jpeg = encodeJpeg(module, { width, height, data }, { quality: 90, chroma: "4:4:4" });
    const read = await sharp(jpeg).raw().toBuffer();
    expect(psnr({ width, height, data: read }, { width, height, data: flattened(3) })).toBeGreaterThan(40);
  }
});
