import { type ByteSource, readingAhead } from "../byte-source";
import { type Box, boxAlong, boxesIn } from "./boxes";
import type { Candidate } from "./candidates";

/** Canon's boxes, after lclevy's description of CR3: metadata in `moov`, the preview and XMP beside it. */
const CANON_UUID = "85c0b687820f11e08111f4ce462b6a48";
const PREVIEW_UUID = "eaf42b5e1c984b88b9fbb7dc406e4d16";
const XMP_UUID = "be7acfcb97a942e89c71999491e3afac";

/** Bytes before the PRVW box in its `uuid` box. */
const PREVIEW_BOX_AT = 8;
/** In PRVW and THMB, from the box's content: the JPEG's length, and the JPEG. */
const PREVIEW_LENGTH_AT = 12;
const PREVIEW_JPEG_AT = 16;
const THUMBNAIL_LENGTH_AT = 8;
const THUMBNAIL_JPEG_AT = 16;

/** In `stsz` and `stco`/`co64` (ISO/IEC 14496-12, 8.7.3, 8.7.5), behind version and flags. */
const SAMPLE_SIZE_AT = 4;
const SAMPLE_COUNT_AT = 8;
const FIRST_SAMPLE_SIZE_AT = 12;
const FIRST_CHUNK_AT = 8;

/** Where a CR3 keeps what we look for. */
export interface Cr3 {
  /** JPEGs, or what may be: the full-size picture of the first track, the preview, the thumbnail. */
  candidates: Candidate[];
  /** TIFF blocks: CMT1 is the first directory, CMT2 Exif, CMT4 GPS. */
  blocks: ReadonlyMap<string, Candidate>;
  xmp: Candidate | null;
}

export async function readCr3(file: ByteSource): Promise<Cr3> {
  const source = readingAhead(file);
  const top = await boxesIn(source, 0, source.size);
  const moov = top.find(({ type }) => type === "moov");
  const inMoov = moov === undefined ? [] : await boxesIn(source, moov.from, moov.to);
  const canon = inMoov.find(({ type }) => type === CANON_UUID);
  const canonBoxes = canon === undefined ? [] : await boxesIn(source, canon.from, canon.to);
  const xmp = top.find(({ type }) => type === XMP_UUID);
  const candidates = await Promise.all([
    ...inMoov.filter(({ type }) => type === "trak").map((track) => firstSample(source, track)),
    ...top.filter(({ type }) => type === PREVIEW_UUID).map((box) => preview(source, box)),
    ...canonBoxes.filter(({ type }) => type === "THMB").map((box) => thumbnail(source, box)),
  ]);
  return {
    candidates: candidates.flat(),
    blocks: new Map(
      canonBoxes.filter(({ type }) => type.startsWith("CMT")).map((box) => [box.type, rangeOf(box)]),
    ),
    xmp: xmp === undefined ? null : rangeOf(xmp),
  };
}

function rangeOf({ from, to }: Box): Candidate {
  return { offset: from, length: to - from };
}

/** The first sample of a track, of which CR3 has one. */
async function firstSample(source: ByteSource, track: Box): Promise<Candidate[]> {
  const table = await boxAlong(source, track, ["mdia", "minf", "stbl"]);
  if (table === null) return [];
  const boxes = await boxesIn(source, table.from, table.to);
  const sizes = boxes.find(({ type }) => type === "stsz");
  const chunks = boxes.find(({ type }) => type === "co64" || type === "stco");
  if (sizes === undefined || chunks === undefined) return [];
  const oneSize = await uint32(source, sizes, SAMPLE_SIZE_AT);
  const count = await uint32(source, sizes, SAMPLE_COUNT_AT);
  const length = oneSize === 0 ? await uint32(source, sizes, FIRST_SAMPLE_SIZE_AT) : oneSize;
  const high = chunks.type === "co64" ? await uint32(source, chunks, FIRST_CHUNK_AT) : 0;
  const low = await uint32(source, chunks, chunks.type === "co64" ? FIRST_CHUNK_AT + 4 : FIRST_CHUNK_AT);
  return count > 0 ? [{ offset: high * 2 ** 32 + low, length }] : [];
}

async function preview(source: ByteSource, box: Box): Promise<Candidate[]> {
  const boxes = await boxesIn(source, box.from + PREVIEW_BOX_AT, box.to);
  const inner = boxes.find(({ type }) => type === "PRVW");
  if (inner === undefined) return [];
  return [{ offset: inner.from + PREVIEW_JPEG_AT, length: await uint32(source, inner, PREVIEW_LENGTH_AT) }];
}

async function thumbnail(source: ByteSource, box: Box): Promise<Candidate[]> {
  return [{ offset: box.from + THUMBNAIL_JPEG_AT, length: await uint32(source, box, THUMBNAIL_LENGTH_AT) }];
}

/** 0 when the box is too short. */
async function uint32(source: ByteSource, { from, to }: Box, at: number): Promise<number> {
  const bytes = from + at + 4 <= to ? await source.read(from + at, 4) : new Uint8Array();
  return bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}
