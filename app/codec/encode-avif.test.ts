import sharp from "sharp";
import { expect, test } from "vitest";
import { bytesSource } from "./byte-source";
import { crc32 } from "./crc32";
import { avifOf, encodeAvif } from "./encode-avif";
import { aJpeg, decoded, failureOf, psnr, uprightPixels } from "./testing";

test("a preview becomes an AVIF of its own size that shows the same picture", async () => {
  const preview = await aJpeg({ width: 2048, height: 1365 });
  const avif = await avifOf(bytesSource(preview), 60);
  expect(await sharp(avif.bytes).metadata()).toMatchObject({
    format: "heif",
    compression: "av1",
    width: 2048,
    height: 1365,
    hasAlpha: false,
  });
  expect(avif).toMatchObject({ width: 2048, height: 1365, crc32: crc32(avif.bytes) });
  expect(psnr(await decoded(avif.bytes), await decoded(preview))).toBeGreaterThan(38);
  expect(avif.bytes.length).toBeLessThan(preview.length);
});

test("a preview nearer to a square is made as large as memory allows, under 110 MB in all", async () => {
  const preview = await aJpeg({ width: 1536, height: 2048 });
  const { width, height, bytes, peakBytes } = await avifOf(bytesSource(preview), 60);
  expect([width, height]).toEqual([1448, 1931]);
  expect(await sharp(bytes).metadata()).toMatchObject({ width, height });
  expect(peakBytes).toBeLessThan(110e6);
  const data = new Uint8Array(2048 * 1536 * 4);
  expect(await failureOf(encodeAvif({ width: 2048, height: 1536, data }, 60))).toBe("too_large");
});

test("a higher quality is nearer to the pixels", async () => {
  const [width, height] = [320, 200];
  const rgb = uprightPixels(width, height);
  const data = new Uint8Array(width * height * 4).map((_, at) =>
    at % 4 === 3 ? 255 : (rgb[(at >> 2) * 3 + (at & 3)] ?? 0),
  );
  const near = async (quality: number) =>
    psnr(await decoded(await encodeAvif({ width, height, data }, quality)), { width, height, data: rgb });
  expect(await near(85)).toBeGreaterThan(await near(30));
});
