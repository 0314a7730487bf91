import { concat } from "../byte-source";
import { aHeader } from "../testing";
import * as tag from "../tiff/tags";
import { aTiff, type IfdPlan, type TiffPlan, type Value } from "../tiff/testing";

/** A box of an ISO base media file; a type of 32 hexadecimal digits makes a `uuid` box. */
function aBox(type: string, ...content: Uint8Array[]): Uint8Array {
  const isUuid = type.length === 32;
  const uuid = isUuid
    ? Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(type.slice(2 * at, 2 * at + 2), 16))
    : new Uint8Array();
  const body = concat([uuid, ...content]);
  return concat([long(8 + body.length), new TextEncoder().encode(isUuid ? "uuid" : type), body]);
}

/** 32 bits, high byte first. */
function long(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(4 * index, value);
  return bytes;
}

export interface Cr3Plan {
  full?: Uint8Array;
  preview?: Uint8Array;
  thumbnail?: Uint8Array;
  /** TIFF blocks CMT1, CMT2, CMT4. */
  blocks?: Record<string, Uint8Array>;
  xmp?: Uint8Array;
  chunkOffsets?: "co64" | "stco";
}

/** A CR3 as lclevy describes it: metadata and tracks in `moov`, XMP and preview beside it, pictures in `mdat`. */
export function aCr3(plan: Cr3Plan): Uint8Array {
  const { full = new Uint8Array(), preview, thumbnail, blocks = {}, xmp, chunkOffsets = "co64" } = plan;
  const raw = Uint8Array.from({ length: 5000 }, (_, at) => (at === 0 ? 0xff : at === 1 ? 1 : at & 255));
  const build = (fullAt: number, rawAt: number) => {
    const head = concat([
      aBox("ftyp", new TextEncoder().encode("crx \0\0\0\x01crx isom")),
      aBox(
        "moov",
        aBox(
          "85c0b687820f11e08111f4ce462b6a48",
          aBox("CNCV", new TextEncoder().encode("CanonCR3_001/00.09.00/00.00.00")),
          ...Object.entries(blocks).map(([type, block]) => aBox(type, block)),
          ...(thumbnail
            ? [aBox("THMB", long(0, (160 << 16) | 120, thumbnail.length, 0x10000), thumbnail)]
            : []),
        ),
        aBox("mvhd", new Uint8Array(100)),
        aTrack(fullAt, full.length, chunkOffsets),
        aTrack(rawAt, raw.length, chunkOffsets),
      ),
      ...(xmp ? [aBox("be7acfcb97a942e89c71999491e3afac", xmp)] : []),
      ...(preview
        ? [
            aBox(
              "eaf42b5e1c984b88b9fbb7dc406e4d16",
              long(0, 1),
              aBox("PRVW", long(0, (1 << 16) | 1620, (1080 << 16) | 1, preview.length), preview),
            ),
          ]
        : []),
    ]);
    return { head, file: concat([head, aBox("mdat", full, raw)]) };
  };
  const start = build(0, 0).head.length + 8;
  return build(start, start + full.length).file;
}

function aTrack(offset: number, length: number, chunkOffsets: "co64" | "stco"): Uint8Array {
  const places = chunkOffsets === "co64" ? long(0, 1, 0, offset) : long(0, 1, offset);
  const table = aBox(
    "stbl",
    aBox("stsd", long(0, 1), aBox("CRAW", new Uint8Array(82))),
    aBox("stsz", long(0, length, 1)),
    aBox("free", new Uint8Array(7)),
    aBox(chunkOffsets, places),
  );
  return aBox(
    "trak",
    aBox("tkhd", new Uint8Array(84)),
    aBox("mdia", aBox("hdlr", new Uint8Array(24)), aBox("minf", aBox("vmhd", new Uint8Array(12)), table)),
  );
}

/** A RAF as ExifTool describes it: the header, then the JPEG it points to, then the sensor's data. */
export function aRaf(jpeg: Uint8Array): Uint8Array {
  const head = new Uint8Array(148);
  head.set(new TextEncoder().encode("FUJIFILMCCD-RAW 0201FF389501X-T4"));
  new DataView(head.buffer).setUint32(84, head.length);
  new DataView(head.buffer).setUint32(88, jpeg.length);
  return concat([head, jpeg, new Uint8Array(5000)]);
}

const MAKER_NOTE = 0x927c;

function asPreview(block: string, length: number): Record<number, Value> {
  return {
    [tag.JPEG_INTERCHANGE_FORMAT]: { offsetOf: block },
    [tag.JPEG_INTERCHANGE_FORMAT_LENGTH]: { long: [length] },
  };
}

export function asStrip(block: string, length: number, compression: number): Record<number, Value> {
  return {
    [tag.COMPRESSION]: { short: [compression] },
    [tag.STRIP_OFFSETS]: { offsetOf: block },
    [tag.STRIP_BYTE_COUNTS]: { long: [length] },
  };
}

export const camera = (make: string, orientation: number): Record<number, Value> => ({
  [tag.MAKE]: { ascii: make },
  [tag.ORIENTATION]: { short: [orientation] },
});

/** Makes the builder write a LONG where the format has one. */
export function tiffRaw(blocks: Record<string, IfdPlan | Uint8Array>, more: Partial<TiffPlan> = {}) {
  return aTiff({ first: "ifd0", blocks, ...more });
}

/** An Olympus note: offsets in it count from its beginning. */
function olympusNote(full: Uint8Array): Uint8Array {
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

/** A Nikon note with a TIFF header of its own, for cameras that keep the preview only there. */
function nikonNote(small: Uint8Array): Uint8Array {
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

export interface RawPlan {
  /** The JPEGs to be found, by size. */
  full: Uint8Array;
  small: Uint8Array;
  tiny: Uint8Array;
  /** Bytes of sensor data. */
  rawBytes?: number;
}

/** A file of each camera maker, the way it keeps its previews. */
export function rawFiles({ full, small, tiny, rawBytes = 60_000 }: RawPlan) {
  /** What sensors' data is often kept in: a JPEG of more pixels that is lossless. */
  const lossless = concat([aHeader({ width: 200, height: 200, marker: 0xc3 }), new Uint8Array(rawBytes)]);

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

  const orf = tiffRaw(
    {
      ifd0: { entries: { ...camera("OLYMPUS CORPORATION", 6), [tag.EXIF_IFD]: { offsetOf: "exif" } } },
      exif: { entries: { [MAKER_NOTE]: { undefined: olympusNote(full) } } },
    },
    { version: 0x4f52 },
  );

  const oldNef = tiffRaw({
    ifd0: { entries: { ...camera("NIKON", 1), [tag.EXIF_IFD]: { offsetOf: "exif" } } },
    exif: { entries: { [MAKER_NOTE]: { undefined: nikonNote(small) } } },
  });

  const canonFirst = aTiff({ first: "ifd", blocks: { ifd: { entries: camera("Canon", 8) } } });
  const cr3 = aCr3({ full, preview: small, thumbnail: tiny, blocks: { CMT1: canonFirst } });

  return { cr2, nef, arw, dng, rw2, orf, oldNef, cr3, raf: aRaf(full), lossless };
}
