import { type Entry, firstNumber, type Ifd, numbers, readIfd, type Tiff } from "../tiff/ifd";
import {
  COMPRESSION,
  EXIF_IFD,
  JPEG_INTERCHANGE_FORMAT,
  JPEG_INTERCHANGE_FORMAT_LENGTH,
  STRIP_BYTE_COUNTS,
  STRIP_OFFSETS,
  SUB_IFDS,
} from "../tiff/tags";
import type { Candidate } from "./candidates";

/** Old-style and new-style JPEG (TIFF 6.0, section 22; technical note 2). */
const JPEG_COMPRESSIONS: readonly number[] = [6, 7];

/** Panasonic's JpgFromRaw: the JPEG is the value itself. */
const JPG_FROM_RAW = 0x002e;

/** Directories visited of one file, and below one directory. Raw files have up to eight. */
const MOST_IFDS = 32;
const MOST_SUB_IFDS = 16;

/** All directories of a file: the chain, and what lies below by SubIFDs or Exif. Each is visited once. */
export async function everyIfd(tiff: Tiff): Promise<Ifd[]> {
  const found: Ifd[] = [];
  const visited = new Set<number>([0]);
  const waiting = [tiff.firstIfd];
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (visited.has(offset)) continue;
    if (visited.size > MOST_IFDS) break;
    visited.add(offset);
    const ifd = await readIfd(tiff, offset);
    if (ifd === null) continue;
    found.push(ifd);
    const below = await numbers(tiff, ifd.entries.get(SUB_IFDS), MOST_SUB_IFDS);
    const exif = await numbers(tiff, ifd.entries.get(EXIF_IFD), 1);
    waiting.push(ifd.next, ...below, ...exif);
  }
  return found;
}

/** The ranges a directory names as JPEG: as a preview, as the one strip of its picture, or as a value. */
export async function jpegsIn(tiff: Tiff, ifd: Ifd): Promise<Candidate[]> {
  const preview = await rangeAt(tiff, ifd, JPEG_INTERCHANGE_FORMAT, JPEG_INTERCHANGE_FORMAT_LENGTH);
  const compression = (await firstNumber(tiff, ifd, COMPRESSION)) ?? 0;
  const strip = JPEG_COMPRESSIONS.includes(compression) ? await oneStrip(tiff, ifd) : [];
  return [...preview, ...strip, ...valueAt(ifd.entries.get(JPG_FROM_RAW))];
}

/** A range given by two entries, its offset counted from the base. */
export async function rangeAt(tiff: Tiff, ifd: Ifd, start: number, size: number): Promise<Candidate[]> {
  const offset = await firstNumber(tiff, ifd, start);
  const length = await firstNumber(tiff, ifd, size);
  return offset === null || length === null ? [] : [{ offset: tiff.base + offset, length }];
}

/** Several strips are several JPEGs, which are no preview. */
async function oneStrip(tiff: Tiff, ifd: Ifd): Promise<Candidate[]> {
  const offsets = ifd.entries.get(STRIP_OFFSETS);
  return offsets?.count === 1 ? rangeAt(tiff, ifd, STRIP_OFFSETS, STRIP_BYTE_COUNTS) : [];
}

function valueAt(entry: Entry | undefined): Candidate[] {
  return entry === undefined ? [] : [{ offset: entry.at, length: entry.length }];
}
