import { type ByteSource, bytesSource, concat } from "../byte-source";
import { type Orientation, readExif } from "../exif";
import { ASCII, type Entry, openTiff, readIfd, type Tiff, valueBytes } from "../tiff/ifd";
import { EXIF_IFD, GPS_IFD, MAKE, ORIENTATION } from "../tiff/tags";
import { type Field, ifdBlock } from "../tiff/write";
import { decodeText } from "./text";

/** Tags of the first directory that are worth reading (TIFF 6.0, Appendix A; Exif 2.32, 4.6.4). */
export const MODEL = 0x0110;
export const IMAGE_DESCRIPTION = 0x010e;
export const ARTIST = 0x013b;
export const COPYRIGHT = 0x8298;

/** Tags of the Exif directory (Exif 2.32, 4.6.5). */
export const EXPOSURE_TIME = 0x829a;
export const F_NUMBER = 0x829d;
export const ISO_SPEED = 0x8827;
export const DATE_TIME_ORIGINAL = 0x9003;
const DATE_TIME_DIGITIZED = 0x9004;
export const OFFSET_TIME_ORIGINAL = 0x9011;
const OFFSET_TIME_DIGITIZED = 0x9012;
export const FOCAL_LENGTH = 0x920a;
export const FOCAL_LENGTH_35MM = 0xa405;
export const LENS_MODEL = 0xa434;

export const FIRST_IFD_TAGS: readonly number[] = [
  IMAGE_DESCRIPTION,
  MAKE,
  MODEL,
  ORIENTATION,
  ARTIST,
  COPYRIGHT,
];
export const EXIF_IFD_TAGS: readonly number[] = [
  EXPOSURE_TIME,
  F_NUMBER,
  ISO_SPEED,
  DATE_TIME_ORIGINAL,
  DATE_TIME_DIGITIZED,
  OFFSET_TIME_ORIGINAL,
  OFFSET_TIME_DIGITIZED,
  FOCAL_LENGTH,
  FOCAL_LENGTH_35MM,
  LENS_MODEL,
];

/** GPSLatitude (Exif 2.32, 4.6.6). */
const GPS_LATITUDE = 0x0002;

/** Bytes kept of one value: no text worth showing is longer. */
const LONGEST_VALUE = 2048;

export interface ExifBlock {
  /** A small TIFF block of only the tags above, sound whatever the file was, for the Exif parser. */
  tiff: Uint8Array;
  /** Whether the file says where it was taken. The place itself is not kept. */
  hasGps: boolean;
}

/** A directory in a TIFF structure. */
interface Directory {
  tiff: Tiff;
  entries: ReadonlyMap<number, Entry>;
}

/**
 * Copies the tags worth reading out of a TIFF structure, wherever its directories lie, into a small block of
 * its own. Null when there is no TIFF structure. The orientation is left out of a picture that is `turned` already.
 */
export async function exifBlock(
  source: ByteSource,
  { turned = false }: { turned?: boolean } = {},
): Promise<ExifBlock | null> {
  const first = await firstDirectory(source);
  if (first === null) return null;
  const { tiff, entries } = turned ? withoutOrientation(first) : first;
  const exif = await ifdBelow(tiff, entries.get(EXIF_IFD));
  const gps = await ifdBelow(tiff, entries.get(GPS_IFD));
  return blockOf({ tiff, entries }, { tiff, entries: exif }, gps);
}

function withoutOrientation({ tiff, entries }: Directory): Directory {
  return { tiff, entries: new Map([...entries].filter(([tag]) => tag !== ORIENTATION)) };
}

/** The same for a file that keeps the three directories as TIFF structures apart. */
export async function exifBlockOfParts(
  first: ByteSource,
  exif: ByteSource,
  gps: ByteSource,
): Promise<ExifBlock | null> {
  const main = await firstDirectory(first);
  const places = await firstDirectory(gps);
  return main && blockOf(main, await firstDirectory(exif), places?.entries ?? new Map());
}

async function firstDirectory(source: ByteSource): Promise<Directory | null> {
  const tiff = await openTiff(source);
  const ifd = tiff && (await readIfd(tiff, tiff.firstIfd));
  return tiff === null || ifd === null ? null : { tiff, entries: ifd.entries };
}

async function blockOf(
  first: Directory,
  exif: Directory | null,
  gps: ReadonlyMap<number, Entry>,
): Promise<ExifBlock> {
  const { littleEndian } = first.tiff;
  const firstFields = await fieldsOf(first, FIRST_IFD_TAGS);
  const exifFields = exif?.tiff.littleEndian === littleEndian ? await fieldsOf(exif, EXIF_IFD_TAGS) : [];
  return { tiff: ifdBlock(littleEndian, firstFields, exifFields), hasGps: gps.has(GPS_LATITUDE) };
}

/** The orientation a block of Exif gives; upright when there is none. */
export async function orientationIn(exif: Uint8Array | null): Promise<Orientation> {
  const block = exif && (await exifBlock(bytesSource(exif)));
  return (await readExif(block?.tiff ?? null)).orientation;
}

/** The one directory an entry points to. */
async function ifdBelow(tiff: Tiff, pointer: Entry | undefined): Promise<ReadonlyMap<number, Entry>> {
  if (pointer === undefined || pointer.length !== 4) return new Map();
  const bytes = await valueBytes(tiff, pointer, 4);
  if (bytes.length < 4) return new Map();
  const offset = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, tiff.littleEndian);
  return (await readIfd(tiff, offset))?.entries ?? new Map();
}

async function fieldsOf({ tiff, entries }: Directory, tags: readonly number[]): Promise<Field[]> {
  const fields: Field[] = [];
  for (const tag of tags.toSorted((one, other) => one - other)) {
    const entry = entries.get(tag);
    if (entry === undefined || entry.count === 0) continue;
    const unit = entry.length / entry.count;
    const stored = await valueBytes(tiff, entry, LONGEST_VALUE);
    const value = entry.type === ASCII ? asUtf8(stored) : stored;
    const count = Math.floor(value.length / unit);
    if (count > 0)
      fields.push({ tag, type: entry.type, count, value: concat([value.subarray(0, count * unit)]) });
  }
  return fields;
}

/** ASCII is what the standard allows; writers use Latin-1 and UTF-8, and the Exif parser reads only the latter. */
function asUtf8(text: Uint8Array): Uint8Array {
  return new TextEncoder().encode(decodeText(text));
}
