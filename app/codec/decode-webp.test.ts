import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { bytesSource, concat } from "./byte-source";
import { decodeWebp } from "./decode-webp";
import { readMetadata } from "./metadata/read";
import { render } from "./render";
import { aJpeg, decoded, failureOf, psnr, uprightPixels, walked } from "./testing";
import { DECODER_BYTES, planWebp } from "./webp-plan";

const SIZE = { width: 300, height: 200 };

/** Pixels with no symmetry, and alpha that no palette holds. */
function picture({ width, height }: { width: number; height: number }, alpha = false): sharp.Sharp {
  const colours = sharp(uprightPixels(width, height), { raw: { width, height, channels: 3 } });
  if (!alpha) return colours;
  const veil = Buffer.from(Uint8Array.from({ length: width * height }, (_, at) => (at * 7919) >> 5));
  return colours.joinChannel(veil, { raw: { width, height, channels: 1 } });
}

async function fileOf(made: sharp.Sharp, options: sharp.WebpOptions = {}): Promise<Uint8Array> {
  return new Uint8Array(await made.webp(options).toBuffer());
}

/** The only rendition, at full quality. */
async function shown(file: Uint8Array, longEdge = 300) {
  const outputs = [{ name: "web", longEdge, jpeg: 96, webp: null, watermark: null }];
  const { renditions, ...rendered } = await render(bytesSource(file), { outputs });
  const [only] = renditions;
  if (only === undefined) throw new Error("There is no rendition");
  return { ...rendered, picture: await decoded(only.bytes) };
}

test.for([
  ["lossy", {}, false],
  ["lossy with alpha", {}, true],
  ["lossless", { lossless: true }, false],
  ["lossless with alpha", { lossless: true, exact: true }, true],
] as const)(
  "the pixels of a %s picture are those that libwebp of sharp makes",
  async ([, options, alpha]) => {
    const file = await fileOf(picture(SIZE, alpha), options);
    const { header, data } = await walked(await decodeWebp(bytesSource(file)));
    expect(header).toMatchObject({ ...SIZE, layout: "rgba", orientation: 1 });
    const expected = await sharp(file).ensureAlpha().raw().toBuffer();
    expect(Buffer.compare(data, expected)).toBe(0);
  },
);

test("alpha lies over white", async () => {
  const file = await fileOf(picture(SIZE, true), { lossless: true });
  const flat = await fileOf(sharp(file).flatten({ background: "white" }), { lossless: true });
  expect(psnr((await shown(file)).picture, (await shown(flat)).picture)).toBeGreaterThan(45);
});

test("the orientation that Exif gives is applied, and what else it says is read", async () => {
  const turned = await aJpeg({ ...SIZE, orientation: 6, exif: { DateTimeOriginal: "2026:06:20 16:05:09" } });
  const file = await fileOf(sharp(turned).keepMetadata(), { quality: 95 });
  const { width, height, picture: seen } = await shown(file);
  expect([width, height]).toEqual([300, 200]);
  expect(psnr(seen, await decoded(await aJpeg(SIZE)))).toBeGreaterThan(33);
  const { capturedAt } = await readMetadata(bytesSource(file), "webp");
  expect(capturedAt).toEqual({ local: "2026-06-20T16:05:09", offset: null });
});

test("a profile is applied: the colours are those of sRGB", async () => {
  const file = await fileOf(picture(SIZE).withIccProfile("p3"), { lossless: true });
  const { picture: seen, oddities } = await shown(file);
  expect(oddities).toEqual([]);
  const untagged = await decoded(await fileOf(sharp(file), { lossless: true }));
  expect(psnr(seen, untagged)).toBeGreaterThan(36);
  expect(psnr(seen, { ...SIZE, data: await sharp(file, { ignoreIcc: true }).raw().toBuffer() })).toBeLessThan(
    36,
  );
});

test.for([
  ["lossy", {}, false],
  ["lossy with alpha", { alphaQuality: 100 }, true],
  ["lossless", { lossless: true, effort: 0 }, false],
  ["lossless with alpha", { lossless: true, effort: 0 }, true],
] as const)("a %s picture takes no more memory than planned", async ([, options, alpha]) => {
  for (const size of [
    { width: 1200, height: 900 },
    { width: 16_000, height: 60 },
    { width: 60, height: 16_000 },
  ]) {
    const source = bytesSource(await fileOf(picture(size, alpha), options));
    const { bytes } = await planWebp(source);
    const { memoryBytes } = await decodeWebp(source);
    expect(memoryBytes).toBeLessThan(bytes);
    expect(memoryBytes).toBeGreaterThan(bytes / 3);
  }
});

test("what would take more memory than the decoder may have is refused from its header", async () => {
  const file = await fileOf(sharp({ create: { width: 6000, height: 4000, channels: 3, background: "red" } }));
  await expect(decodeWebp(bytesSource(file))).rejects.toMatchObject({
    failure: "too_large",
    detail: "webp_memory",
  });
  const start = bytesSource(await fileOf(picture(SIZE)));
  await expect(planWebp(start, DECODER_BYTES)).rejects.toMatchObject({ failure: "too_large" });
});

test("a file that is cut off or lies about its size is damaged", async () => {
  const file = await fileOf(picture(SIZE).withIccProfile("p3"));
  expect(await failureOf(decodeWebp(bytesSource(file.slice(0, file.length - 100))))).toBe("damaged");
  expect(await failureOf(decodeWebp(bytesSource(file.slice(0, 100))))).toBe("damaged");
  const lying = file.slice();
  lying[24] = 0x20; // the canvas' width less one, low byte
  expect(await failureOf(decodeWebp(bytesSource(lying)))).toBe("damaged");
});

test("any mutation is decoded or refused with a CodecError, in no more memory than the decoder may have", async () => {
  const files = await Promise.all([
    fileOf(picture({ width: 61, height: 47 })),
    fileOf(picture({ width: 61, height: 47 }, true)),
    fileOf(picture({ width: 61, height: 47 }), { lossless: true }),
  ]);
  const changes = fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), changes, fc.nat(40), async (file, changed, tail) => {
      const mutated = concat([file, new Uint8Array(tail)]);
      for (const [at, value] of changed) mutated[at % mutated.length] = value;
      await failureOf(decodeWebp(bytesSource(mutated)).then(walked));
    }),
    { numRuns: 400 },
  );
});
