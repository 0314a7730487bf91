import sharp from "sharp";
import { expect, test } from "vitest";
import type { Pixels } from "../pixels";
import { averagedTo } from "./area-average";
import { hashDistance, perceptualHash } from "./perceptual-hash";
import { placeholderOf } from "./placeholder";
import { sharpness } from "./sharpness";

/** A scene of soft blobs, decided by its seed alone. */
function scene(seed: number, width = 400, height = 300): sharp.Sharp {
  const blobs = Array.from({ length: 9 }, (_, index) => {
    const random = (n: number) => Math.abs(Math.sin(seed * 997 + index * 131 + n * 17) * 43_758.5453) % 1;
    return {
      x: random(1),
      y: random(2),
      size: 0.05 + random(3) * 0.3,
      level: random(4) * 255,
      red: random(5),
    };
  });
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let level = 128;
      let red = 1;
      for (const blob of blobs) {
        if (Math.hypot(x / width - blob.x, y / height - blob.y) < blob.size) {
          level = blob.level;
          red = 0.6 + blob.red * 0.4;
        }
      }
      data.set([level * red, level, level * (1.6 - red)], (y * width + x) * 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function pixelsOf(picture: sharp.Sharp): Promise<Pixels> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1);

test.for(SEEDS.slice(0, 10))("scene %i keeps its hash when it is compressed and resized", async (seed) => {
  const original = perceptualHash(await pixelsOf(scene(seed)));
  const variants = [
    scene(seed).jpeg({ quality: 30 }),
    scene(seed).resize(120),
    scene(seed).resize(900),
    scene(seed).resize(400, 300).modulate({ brightness: 1.1 }),
    scene(seed).blur(1.5),
  ];
  for (const variant of variants) {
    const changed = await pixelsOf(sharp(await variant.png().toBuffer()));
    expect(hashDistance(original, perceptualHash(changed))).toBeLessThanOrEqual(10);
  }
  const jpeg = await pixelsOf(sharp(await scene(seed).jpeg({ quality: 30 }).toBuffer()));
  expect(hashDistance(original, perceptualHash(jpeg))).toBeLessThanOrEqual(10);
});

test("different scenes have different hashes", async () => {
  const hashes = await Promise.all(SEEDS.map(async (seed) => perceptualHash(await pixelsOf(scene(seed)))));
  for (const [index, one] of hashes.entries()) {
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    for (const other of hashes.slice(index + 1)) expect(hashDistance(one, other)).toBeGreaterThan(10);
  }
});

test("a blurred picture is less sharp, at any size", async () => {
  for (const seed of SEEDS.slice(0, 5)) {
    const sharpOne = sharpness(await pixelsOf(scene(seed, 800, 600)));
    const soft = sharpness(await pixelsOf(sharp(await scene(seed, 800, 600).blur(3).png().toBuffer())));
    const large = sharpness(await pixelsOf(scene(seed, 1600, 1200)));
    expect(soft).toBeLessThan(sharpOne / 3);
    expect(Math.abs(Math.log2(large / sharpOne))).toBeLessThan(1);
  }
});

test("a flat picture has no sharpness, nor has a line", async () => {
  const flat = await pixelsOf(sharp({ create: { width: 40, height: 30, channels: 3, background: "#777" } }));
  expect(sharpness(flat)).toBe(0);
  expect(sharpness({ width: 40, height: 1, data: new Uint8Array(160) })).toBe(0);
});

test("averaging keeps the mean", () => {
  const samples = Uint8Array.from({ length: 37 * 23 }, (_, at) => (at * 97) & 255);
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const averaged = averagedTo({ width: 37, height: 23, channels: 1, samples }, 5, 4);
  expect(mean(averaged)).toBeCloseTo(mean(samples), 3);
});

test("a placeholder is made of at most a hundred pixels a side", async () => {
  const sizes: number[][] = [];
  const encode = (width: number, height: number, rgba: Uint8Array) => {
    sizes.push([width, height, rgba.length]);
    return rgba.subarray(0, 4);
  };
  placeholderOf(await pixelsOf(scene(1, 400, 300)), encode);
  placeholderOf(await pixelsOf(scene(1, 50, 80)), encode);
  expect(sizes).toEqual([
    [100, 75, 100 * 75 * 4],
    [50, 80, 50 * 80 * 4],
  ]);
});
