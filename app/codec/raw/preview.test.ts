import fc from "fast-check";
import { expect, test } from "vitest";
import { type ByteSource, bytesSource, concat } from "../byte-source";
import type { RawKind } from "../sniff";
import { sniffSource } from "../sniff";
import { aHeader, aJpeg, failureOf } from "../testing";
import * as tag from "../tiff/tags";
import { aTiff, type IfdPlan, type TiffPlan, type Value } from "../tiff/testing";
import { findRawPreview } from "./preview";
import { aCr3, aRaf } from "./testing";

const full = await aJpeg({ width: 96, height: 64 });
const small = await aJpeg({ width: 48, height: 32 });
const tiny = await aJpeg({ width: 12, height: 8 });
/** What sensors' data is often kept in: a JPEG of more pixels that is lossless. */
const lossless = concat([aHeader({ width: 200, height: 200, marker: 0xc3 }), new Uint8Array(60_000)]);

const MAKER_NOTE = 0x927c;

function asPreview(block: string, length: number): Record<number, Value> {
  return {
    [tag.JPEG_INTERCHANGE_FORMAT]: { offsetOf: block },
    [tag.JPEG_INTERCHANGE_FORMAT_LENGTH]: { long: [length] },
  };
}

function asStrip(block: string, length: number, compression: number): Record<number, Value> {
  return {
    [tag.COMPRESSION]: { short: [compression] },
    [tag.STRIP_OFFSETS]: { offsetOf: block },
    [tag.STRIP_BYTE_COUNTS]: { long: [length] },
  };
}

const camera = (make: string, orientation: number): Record<number, Value> => ({
  [tag.MAKE]: { ascii: make },
  [tag.ORIENTATION]: { short: [orientation] },
});

/** Makes the builder write a LONG where the format has one. */
function tiffRaw(blocks: Record<string, IfdPlan | Uint8Array>, more: Partial<TiffPlan> = {}) {
  return aTiff({ first: "ifd0", blocks, ...more });
}

const cr2 = tiffRaw(
  {
    ifd0: { entries: { ...camera("Canon", 6), ...asStrip("full", full.length, 6) }, next: "ifd1" },
    ifd1: { entries: asPreview("tiny", tiny.length), next: "ifd3" },
    ifd3: { entries: asStrip("raw", lossless.length, 6) },
    full,
    tiny,
    raw: lossless,
  },
  { prefix: Uint8Array.from([0x43, 0x52, 2, 0, 0, 0, 0, 0]) },
);

const nef = tiffRaw(
  {
    ifd0: {
      entries: {
        ...camera("NIKON CORPORATION", 8),
        [tag.NEW_SUBFILE_TYPE]: { long: [1] },
        [tag.SUB_IFDS]: { offsetOf: "jpegIfd" },
      },
    },
    jpegIfd: { entries: asPreview("full", full.length) },
    full,
  },
  { littleEndian: false },
);

const arw = tiffRaw({
  ifd0: {
    entries: {
      ...camera("SONY", 3),
      ...asPreview("small", small.length),
      [tag.NEW_SUBFILE_TYPE]: { long: [1] },
      [tag.SUB_IFDS]: { offsetOf: "rawIfd" },
    },
    next: "ifd1",
  },
  ifd1: { entries: asPreview("tiny", tiny.length), next: "ifd2" },
  ifd2: { entries: asPreview("full", full.length) },
  rawIfd: { entries: asStrip("raw", lossless.length, 7) },
  small,
  tiny,
  full,
  raw: lossless,
});

const dng = tiffRaw({
  ifd0: {
    entries: {
      ...camera("Leica", 5),
      [tag.DNG_VERSION]: { bytes: Uint8Array.from([1, 4, 0, 0]) },
      [tag.SUB_IFDS]: { offsetOf: "previewIfd" },
    },
  },
  previewIfd: { entries: asStrip("full", full.length, 7) },
  full,
});

const rw2 = tiffRaw(
  { ifd0: { entries: { ...camera("Panasonic", 6), 46: { undefined: full } } } },
  { version: 0x55 },
);

/** An Olympus note: offsets in it count from its beginning. */
function olympusNote(): Uint8Array {
  const note = aTiff({
    first: "note",
    prefix: Uint8Array.from([0, 0, 0, 0]),
    blocks: {
      note: { entries: { 8224: { offsetOf: "settings" } } },
      settings: { entries: { 257: { offsetOf: "jpeg" }, 258: { long: [full.length] } } },
      jpeg: full,
    },
  });
  note.set(new TextEncoder().encode("OLYMPUS\0II\x03\0"));
  return note;
}

const orf = tiffRaw(
  {
    ifd0: { entries: { ...camera("OLYMPUS CORPORATION", 6), [tag.EXIF_IFD]: { offsetOf: "exif" } } },
    exif: { entries: { [MAKER_NOTE]: { undefined: olympusNote() } } },
  },
  { version: 0x4f52 },
);

/** A Nikon note with a TIFF header of its own, for cameras that keep the preview only there. */
function nikonNote(): Uint8Array {
  const inner = aTiff({
    littleEndian: false,
    first: "ifd",
    blocks: {
      ifd: { entries: { 17: { offsetOf: "preview" } } },
      preview: { entries: asPreview("jpeg", small.length) },
      jpeg: small,
    },
  });
  return concat([new TextEncoder().encode("Nikon\0\x02\x10\0\0"), inner]);
}

const oldNef = tiffRaw({
  ifd0: { entries: { ...camera("NIKON", 1), [tag.EXIF_IFD]: { offsetOf: "exif" } } },
  exif: { entries: { [MAKER_NOTE]: { undefined: nikonNote() } } },
});

const canonFirst = aTiff({ first: "ifd", blocks: { ifd: { entries: camera("Canon", 8) } } });
const cr3 = aCr3({ full, preview: small, thumbnail: tiny, blocks: { CMT1: canonFirst } });

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
