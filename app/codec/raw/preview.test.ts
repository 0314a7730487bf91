import fc from "fast-check";
import { expect, test } from "vitest";
import { type ByteSource, bytesSource } from "../byte-source";
import type { RawKind } from "../sniff";
import { sniffSource } from "../sniff";
import { aJpeg, failureOf } from "../testing";
import * as tag from "../tiff/tags";
import { findRawPreview } from "./preview";
import { aCr3, aRaf, asStrip, camera, rawFiles, tiffRaw } from "./testing";

const full = await aJpeg({ width: 96, height: 64 });
const small = await aJpeg({ width: 48, height: 32 });
const tiny = await aJpeg({ width: 12, height: 8 });
const { cr2, nef, arw, dng, rw2, orf, oldNef, cr3, lossless } = rawFiles({ full, small, tiny });

test.for([
  ["cr2", cr2, full, 6],
  ["nef", nef, full, 8],
  ["arw", arw, full, 3],
  ["dng", dng, full, 5],
  ["rw2", rw2, full, 6],
  ["orf", orf, full, 6],
  ["cr3", cr3, full, 8],
  ["cr3", aCr3({ full, chunkOffsets: "stco" }), full, 1],
  ["cr3", aCr3({ preview: small, thumbnail: tiny }), small, 1],
  ["cr3", aCr3({ thumbnail: tiny }), tiny, 1],
] as const)(
  "the largest preview of a %s is found, with the raw file's orientation",
  async ([kind, file, jpeg, orientation]) => {
    const source = bytesSource(file);
    expect(await sniffSource(source)).toBe(kind);
    const found = await findRawPreview(source, kind);
    expect(found).toMatchObject({ length: jpeg.length, orientation });
    expect(file.subarray(found.offset, found.offset + found.length)).toEqual(jpeg);
  },
);

test("a RAF has its orientation from the Exif of its preview", async () => {
  const jpeg = await aJpeg({ width: 90, height: 60, orientation: 6 });
  const file = aRaf(jpeg);
  expect(await sniffSource(bytesSource(file))).toBe("raf");
  expect(await findRawPreview(bytesSource(file), "raf")).toEqual({
    offset: 148,
    length: jpeg.length,
    orientation: 6,
  });
});

test("an elder Nikon's preview is found in its maker note", async () => {
  const { offset, length } = await findRawPreview(bytesSource(oldNef), "nef");
  expect(oldNef.subarray(offset, offset + length)).toEqual(small);
});

test("a developed TIFF of a Nikon or Sony is a TIFF", async () => {
  for (const make of ["NIKON CORPORATION", "SONY"]) {
    const file = tiffRaw({ ifd0: { entries: camera(make, 1) } });
    expect(await sniffSource(bytesSource(file))).toBe("tiff");
  }
});

test("a lossless JPEG is no preview", async () => {
  const file = tiffRaw({ ifd0: { entries: asStrip("raw", lossless.length, 6) }, raw: lossless });
  await expect(findRawPreview(bytesSource(file), "dng")).rejects.toMatchObject({
    failure: "unsupported",
    detail: "no_preview",
  });
});

test("a directory that follows itself, and offsets behind the end, end", async () => {
  const loop = tiffRaw({
    ifd0: { entries: { [tag.SUB_IFDS]: { offsetOf: "ifd0" } }, next: "ifd1" },
    ifd1: { entries: { [tag.SUB_IFDS]: { long: [0xffff_ffff, 8, 9, 10] } }, next: "ifd0" },
  });
  expect(await failureOf(findRawPreview(bytesSource(loop), "nef"))).toBe("unsupported");
});

test("a preview that reaches behind the end is cut there", async () => {
  const cut = cr2.subarray(0, cr2.length - lossless.length - tiny.length - 200);
  expect((await findRawPreview(bytesSource(cut), "cr2")).length).toBeLessThan(full.length);
});

test("a preview is found in few requests", async () => {
  const large = tiffRaw({
    ifd0: { entries: { [tag.SUB_IFDS]: { offsetOf: "previewIfd" } } },
    previewIfd: { entries: asStrip("full", full.length, 7) },
    raw: new Uint8Array(10_000_000),
    full,
  });
  let requests = 0;
  const plain = bytesSource(large);
  const counting: ByteSource = {
    ...plain,
    read: (from, length) => {
      requests += 1;
      return plain.read(from, length);
    },
  };
  await findRawPreview(counting, "dng");
  expect(requests).toBeLessThan(5);
});

test("a mutated or cut raw file gives a range inside it, or a CodecError, after few reads", async () => {
  const files: [RawKind, Uint8Array][] = [
    ["cr2", cr2],
    ["nef", nef],
    ["arw", arw],
    ["dng", dng],
    ["rw2", rw2],
    ["orf", orf],
    ["nef", oldNef],
    ["cr3", cr3],
    ["raf", aRaf(full)],
  ];
  const mutation = fc.record({
    file: fc.constantFrom(...files),
    end: fc.integer({ min: 10, max: 100_000 }),
    changes: fc.array(fc.tuple(fc.nat(900), fc.nat(255)), { minLength: 1, maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(mutation, async ({ file: [kind, bytes], end, changes }) => {
      const mutated = bytes.slice(0, end);
      for (const [at, value] of changes) mutated[at % mutated.length] = value;
      let requests = 0;
      const source: ByteSource = {
        ...bytesSource(mutated),
        read: async (from, length) => {
          requests += 1;
          return mutated.subarray(from, from + length);
        },
      };
      const work = findRawPreview(source, kind).then(({ offset, length }) => {
        expect(offset + length).toBeLessThanOrEqual(mutated.length);
      });
      await failureOf(work);
      expect(requests).toBeLessThan(200);
    }),
    { numRuns: 2500, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
  );
});
