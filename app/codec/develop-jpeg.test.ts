import { existsSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { coreModule as release } from "#core-module";
import { developJpeg } from "./develop-jpeg";
import { aJpeg, type Picture, psnr } from "./testing";
import { develop, rgb } from "./testing/jpeg";

const PHOTOGRAPH = "../shared/photos/Picture_1A_by_freespace.jpg";

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

test("an error of the stream is not blamed on the file", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error("storage is away")),
  });
  await expect(developJpeg(release, broken, { sizes: [{ longEdge: 9 }] })).rejects.toThrow("storage is away");
});
