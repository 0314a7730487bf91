import { type ByteSource, readingAhead } from "../byte-source";
import { CodecError } from "../codec-error";
import type { Orientation } from "../exif";
import { findFrame } from "../jpeg-markers";
import { orientationIn } from "../metadata/exif-block";
import type { RawKind } from "../sniff";
import { firstNumber, openTiff, refuseBigTiff } from "../tiff/ifd";
import { ORIENTATION } from "../tiff/tags";
import { type Candidate, largestJpeg } from "./candidates";
import { readCr3 } from "./cr3";
import { notedJpegs } from "./maker-notes";
import { everyIfd, jpegsIn } from "./tiff-previews";

/** RAF (after ExifTool): the JPEG's offset and length, high byte first. */
const RAF_JPEG_AT = 84;

/** What of a JPEG is read for its Exif, in bytes. */
const JPEG_HEAD_BYTES = 256 * 1024;

/** Largest first directory of a CR3. */
const LARGEST_BLOCK = 1024 * 1024;

export interface RawPreview extends Candidate {
  /** How the preview is to be turned: this counts, not what the preview's own Exif says. */
  orientation: Orientation;
}

interface Found {
  candidates: Candidate[];
  /** Null where the file says nothing outside the preview. */
  orientation: Orientation | null;
}

/**
 * Finds the largest JPEG inside a raw file by a few range reads. Works through a bounded number of directories, boxes
 * and candidates whatever the file claims. Throws CodecError (`no_preview`) when there is none.
 */
export async function findRawPreview(file: ByteSource, kind: RawKind): Promise<RawPreview> {
  const { candidates, orientation } = await candidatesOf(file, kind);
  const jpeg = await largestJpeg(file, candidates);
  if (jpeg === null) {
    throw new CodecError("unsupported", `No preview among ${candidates.length} places in the ${kind}`, {
      detail: "no_preview",
    });
  }
  return { ...jpeg, orientation: orientation ?? (await jpegOrientation(file, jpeg)) };
}

function candidatesOf(file: ByteSource, kind: RawKind): Promise<Found> {
  if (kind === "raf") return inRaf(file);
  return kind === "cr3" ? inCr3(file) : inTiff(file);
}

/** CR2, NEF, ARW, DNG, ORF and RW2 are TIFF, the last two with a version of their own. */
async function inTiff(file: ByteSource): Promise<Found> {
  const tiff = await openTiff(file);
  if (tiff === null) return { candidates: [], orientation: null };
  refuseBigTiff(tiff.version);
  const candidates: Candidate[] = [];
  const ifds = await everyIfd(tiff);
  for (const ifd of ifds) {
    candidates.push(...(await jpegsIn(tiff, ifd)), ...(await notedJpegs(tiff, ifd)));
  }
  const [first] = ifds;
  const written = first === undefined ? null : await firstNumber(tiff, first, ORIENTATION);
  return { candidates, orientation: asOrientation(written) };
}

async function inRaf(file: ByteSource): Promise<Found> {
  const head = await file.read(RAF_JPEG_AT, 8);
  if (head.length < 8) return { candidates: [], orientation: null };
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return { candidates: [{ offset: view.getUint32(0), length: view.getUint32(4) }], orientation: null };
}

async function inCr3(file: ByteSource): Promise<Found> {
  const source = readingAhead(file);
  const { candidates, blocks } = await readCr3(source);
  const block = blocks.get("CMT1");
  const bytes = block && (await source.read(block.offset, Math.min(block.length, LARGEST_BLOCK)));
  return { candidates, orientation: bytes === undefined ? null : await orientationIn(bytes) };
}

function asOrientation(value: number | null): Orientation | null {
  return value !== null && value >= 1 && value <= 8 ? (value as Orientation) : null;
}

async function jpegOrientation(file: ByteSource, { offset, length }: Candidate): Promise<Orientation> {
  const head = await file.read(offset, Math.min(length, JPEG_HEAD_BYTES));
  return orientationIn(findFrame(head)?.exif ?? null);
}
