import { type Ifd, numbers, openTiff, readIfd, type Tiff, valueBytes } from "../tiff/ifd";
import { JPEG_INTERCHANGE_FORMAT, JPEG_INTERCHANGE_FORMAT_LENGTH } from "../tiff/tags";
import type { Candidate } from "./candidates";
import { rangeAt } from "./tiff-previews";

/** MakerNote of the Exif directory (Exif 2.32, 4.6.5). */
const MAKER_NOTE = 0x927c;

/**
 * How makers begin their notes, after ExifTool's MakerNotes tables: where the directory lies from the note's start,
 * and whether offsets in it count from the note or from the file.
 */
const OLYMPUS: readonly { head: string; ifdAt: number; fromNote: boolean }[] = [
  { head: "OLYMPUS\0", ifdAt: 12, fromNote: true },
  { head: "OM SYSTEM\0", ifdAt: 16, fromNote: true },
  { head: "OLYMP\0", ifdAt: 8, fromNote: false },
];

/** Nikon's third note holds a TIFF header of its own, from which its offsets count. */
const NIKON_HEAD = "Nikon\0\x02";
const NIKON_TIFF_AT = 10;
const NIKON_PREVIEW_IFD = 0x0011;

/** Olympus' CameraSettings directory, its preview, and the preview of elder notes. */
const CAMERA_SETTINGS = 0x2020;
const PREVIEW_START = 0x0101;
const PREVIEW_LENGTH = 0x0102;
const OLD_PREVIEW_START = 0x0088;
const OLD_PREVIEW_LENGTH = 0x0089;

/** The previews that only the maker's own note of a directory knows. */
export async function notedJpegs(tiff: Tiff, exif: Ifd): Promise<Candidate[]> {
  const note = exif.entries.get(MAKER_NOTE);
  if (note === undefined) return [];
  const head = String.fromCharCode(...(await valueBytes(tiff, note, 16)));
  if (head.startsWith(NIKON_HEAD)) return nikonPreview(tiff, note.at);
  const olympus = OLYMPUS.find((kind) => head.startsWith(kind.head));
  if (olympus === undefined) return [];
  const base = olympus.fromNote ? note.at : tiff.base;
  const ifdAt = note.at + olympus.ifdAt - base;
  return olympusPreviews({ ...tiff, base }, ifdAt);
}

async function nikonPreview(tiff: Tiff, noteAt: number): Promise<Candidate[]> {
  const own = await openTiff(tiff.source, noteAt + NIKON_TIFF_AT);
  const ifd = own && (await readIfd(own, own.firstIfd));
  if (own === null || ifd === null) return [];
  const preview = await ifdAt(own, ifd, NIKON_PREVIEW_IFD);
  return preview === null
    ? []
    : rangeAt(own, preview, JPEG_INTERCHANGE_FORMAT, JPEG_INTERCHANGE_FORMAT_LENGTH);
}

async function olympusPreviews(tiff: Tiff, at: number): Promise<Candidate[]> {
  const ifd = await readIfd(tiff, at);
  if (ifd === null) return [];
  const old = await rangeAt(tiff, ifd, OLD_PREVIEW_START, OLD_PREVIEW_LENGTH);
  const settings = await ifdAt(tiff, ifd, CAMERA_SETTINGS);
  const preview = settings === null ? [] : await rangeAt(tiff, settings, PREVIEW_START, PREVIEW_LENGTH);
  return [...old, ...preview];
}

/** The directory an entry points to, or is: longer values of UNDEFINED are the directory itself. */
async function ifdAt(tiff: Tiff, ifd: Ifd, tag: number): Promise<Ifd | null> {
  const entry = ifd.entries.get(tag);
  if (entry === undefined) return null;
  if (entry.length > 4) return readIfd(tiff, entry.at - tiff.base);
  const [offset] = await numbers(tiff, entry, 1);
  return offset === undefined ? null : readIfd(tiff, offset);
}
