import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { HEADER_BYTES, probe, sniff } from "./probe";
import { aHeader, aJpeg, failureOf } from "./testing";

const NEVER = 5000;

/** Puts `size` bytes of application segments (at most 65,533 each) behind SOI. */
function withApplicationData(jpeg: Uint8Array, size: number): Uint8Array {
  const segments: number[] = [];
  for (let left = size; left > 0; left -= 60_000) {
    const length = Math.min(left, 60_000) + 2;
    segments.push(0xff, 0xed, length >> 8, length & 255, ...new Array<number>(length - 2).fill(0xff));
  }
  return Uint8Array.from([...jpeg.subarray(0, 2), ...segments, ...jpeg.subarray(2)]);
}

test("a file is named by its first bytes", async () => {
  const pixel = sharp({ create: { width: 2, height: 2, channels: 3, background: "red" } });
  expect(sniff(await aJpeg({ width: 8, height: 8 }))).toBe("jpeg");
  expect(sniff(await pixel.clone().png().toBuffer())).toBe("png");
  expect(sniff(await pixel.clone().webp().toBuffer())).toBe("webp");
  expect(sniff(await pixel.clone().tiff().toBuffer())).toBe("tiff");
  expect(sniff(await pixel.clone().avif().toBuffer())).toBe("avif");
  expect(sniff(new TextEncoder().encode("\0\0\0\x18ftypheic\0\0"))).toBe("heic");
  expect(sniff(new TextEncoder().encode("\0\0\0\x18ftypcrx \0\0"))).toBe("cr3");
  expect(sniff(new TextEncoder().encode("\0\0\0\x18ftypqt  \0\0"))).toBe("video");
  expect(sniff(new TextEncoder().encode("II*\0\x10\0\0\0CR\x02\0"))).toBe("cr2");
  expect(sniff(new TextEncoder().encode("<!doctype html>"))).toBe(null);
});

test("fewer than twelve bytes are no kind of file", () => {
  expect(sniff(Uint8Array.from([0xff, 0xd8, 0xff]))).toBe(null);
});

test("the size is the size as displayed", async () => {
  expect(await probe(await aJpeg({ width: 60, height: 40, orientation: 6 }))).toMatchObject({
    kind: "jpeg",
    width: 60,
    height: 40,
    orientation: 6,
    progressive: false,
  });
});

test("a progressive file says so", async () => {
  const jpeg = await aJpeg({ width: 60, height: 40, progressive: true });
  expect(await probe(jpeg)).toMatchObject({ progressive: true, orientation: 1, capturedAt: null });
});

test("the capture time keeps the camera's wall clock and its offset", async () => {
  const exif = { DateTimeOriginal: "2026:06:20 16:05:09", OffsetTimeOriginal: "+02:00" };
  const { capturedAt } = await probe(await aJpeg({ width: 60, height: 40, exif }));
  expect(capturedAt).toEqual({ local: "2026-06-20T16:05:09", offset: "+02:00" });
});

test("a capture time without an offset has none, and the digitised time stands in for the original", async () => {
  const { capturedAt } = await probe(
    await aJpeg({ width: 60, height: 40, exif: { DateTimeDigitized: "2026:06:20 16:05:09" } }),
  );
  expect(capturedAt).toEqual({ local: "2026-06-20T16:05:09", offset: null });
});

test.for(["0000:00:00 00:00:00", "2026:02:30 10:00:00", "2026:06:20 24:00:00", "    :  :     :  :  "])(
  "the capture time %s is none",
  async (written) => {
    const jpeg = await aJpeg({ width: 60, height: 40, exif: { DateTimeOriginal: written } });
    expect((await probe(jpeg)).capturedAt).toBe(null);
  },
);

test("the frame header is found behind large application segments", async () => {
  const jpeg = withApplicationData(await aJpeg({ width: 60, height: 40 }), 200_000);
  expect(await probe(jpeg.subarray(0, HEADER_BYTES))).toMatchObject({ width: 60, height: 40 });
});

test("a file is unsupported when its header lies behind the bytes given, damaged when it ends there", async () => {
  const jpeg = withApplicationData(await aJpeg({ width: 60, height: 40 }), 400_000);
  expect(await failureOf(probe(jpeg.subarray(0, HEADER_BYTES)))).toBe("unsupported");
  expect(await failureOf(probe(jpeg.subarray(0, 1000)))).toBe("damaged");
});

test("what is no JPEG is unsupported", async () => {
  const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  expect(await failureOf(probe(png))).toBe("unsupported");
  expect(await failureOf(probe(new TextEncoder().encode("<!doctype html>")))).toBe("unsupported");
});

test.for([
  ["arithmetic", { marker: 0xc9 }],
  ["lossless", { marker: 0xc3 }],
  ["hierarchical", { marker: 0xc5 }],
  ["12-bit", { marker: 0xc1, precision: 12 }],
  ["two-component", { components: 2 }],
] as const)("a frame of the kind %s is unsupported", async ([, frame]) => {
  expect(await failureOf(probe(aHeader({ width: 60, height: 40, ...frame })))).toBe("unsupported");
});

test("a size beyond the cap is too large, an empty one damaged", async () => {
  expect(await failureOf(probe(aHeader({ width: 65_535, height: 65_535 })))).toBe("too_large");
  expect(await failureOf(probe(aHeader({ width: 16_001, height: 10_000 })))).toBe("too_large");
  expect(await failureOf(probe(aHeader({ width: 16_000, height: 10_000 })))).toBe(null);
  expect(await failureOf(probe(aHeader({ width: 0, height: 40 })))).toBe("damaged");
});

test("a header mutated anywhere is probed or refused with a CodecError", async () => {
  const exif = { DateTimeOriginal: "2026:06:20 16:05:09", OffsetTimeOriginal: "+02:00" };
  const jpeg = (await aJpeg({ width: 60, height: 40, orientation: 6, exif })).subarray(0, 1200);
  const change = fc.tuple(
    fc.nat(jpeg.length - 1),
    fc.oneof(fc.constantFrom(0x00, 0x7f, 0x80, 0xff, 0xd9, 0xda), fc.nat(255)),
  );
  const mutations = fc.record({
    changes: fc.array(change, { minLength: 1, maxLength: 12 }),
    end: fc.nat(jpeg.length),
  });
  await fc.assert(
    fc.asyncProperty(mutations, async ({ changes, end }) => {
      const mutated = jpeg.slice(0, Math.max(end, 12));
      for (const [at, value] of changes) if (at < mutated.length) mutated[at] = value;
      await failureOf(probe(mutated));
    }),
    { numRuns: 1500, interruptAfterTimeLimit: NEVER, markInterruptAsFailure: true },
  );
}, 20_000);
