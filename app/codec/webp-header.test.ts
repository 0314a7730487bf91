import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { failureOf } from "./testing";
import { readWebpHeader } from "./webp-header";

function picture(channels: 3 | 4, width = 61, height = 47) {
  const background = { r: 200, g: 90, b: 30, alpha: 0.5 };
  return sharp({ create: { width, height, channels, background } });
}

test.for([
  ["lossy", 3, {}, false],
  ["lossy with alpha", 4, {}, true],
  ["lossless", 3, { lossless: true }, false],
  ["lossless with alpha", 4, { lossless: true }, true],
] as const)("size and alpha of a %s picture are read", async ([, channels, options, alpha]) => {
  const file = await picture(channels).webp(options).toBuffer();
  expect(readWebpHeader(file.subarray(0, 30))).toEqual({ width: 61, height: 47, alpha });
});

test("an extended picture has the size of its canvas", async () => {
  const file = await picture(3).withIccProfile("p3").webp().toBuffer();
  expect(readWebpHeader(file)).toMatchObject({ width: 61, height: 47 });
});

test("an animation is unsupported by name", async () => {
  const frames = Buffer.from(
    Uint8Array.from({ length: 16 * 32 * 3 }, (_, at) => (at * at * 7919 + (at >> 9) * 101) & 255),
  );
  const file = await sharp(frames, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
    .webp({ delay: [100, 100] })
    .toBuffer();
  await expect(async () => readWebpHeader(file)).rejects.toMatchObject({
    failure: "unsupported",
    detail: "animated",
  });
});

test("any header is read or refused with a CodecError", async () => {
  const files = [await picture(3).webp().toBuffer(), await picture(4).webp({ lossless: true }).toBuffer()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(40), fc.nat(255)), { maxLength: 4 }),
      fc.nat(60),
      async (file, changes, end) => {
        const mutated = new Uint8Array(file.subarray(0, end));
        for (const [at, value] of changes) if (at < mutated.length) mutated[at] = value;
        await failureOf((async () => readWebpHeader(mutated))());
      },
    ),
    { numRuns: 1000 },
  );
});
