import { parse } from "exifr/dist/mini.esm.mjs";

/** What an APP1 segment of Exif begins with (Exif 2.32, 4.7.2); the TIFF block follows. */
export const EXIF_SIGNATURE = "Exif\0\0";

/** How the stored picture is to be turned for display (Exif 2.32, tag 0x0112). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface CaptureTime {
  /** The camera's wall clock, YYYY-MM-DDTHH:mm:ss. */
  local: string;
  /** Its distance from UTC, such as "+02:00"; null where the camera did not say. */
  offset: string | null;
}

export interface ExifFacts {
  orientation: Orientation;
  capturedAt: CaptureTime | null;
}

/** Tag numbers (Exif 2.32, 4.6.4 and 4.6.5). */
const ORIENTATION = 0x0112;
const DATE_TIME_ORIGINAL = 0x9003;
const DATE_TIME_DIGITIZED = 0x9004;
const OFFSET_TIME_ORIGINAL = 0x9011;
const OFFSET_TIME_DIGITIZED = 0x9012;

const FIRST_IFD_PICK = [ORIENTATION];
const EXIF_IFD_PICK = [DATE_TIME_ORIGINAL, DATE_TIME_DIGITIZED, OFFSET_TIME_ORIGINAL, OFFSET_TIME_DIGITIZED];

const OPTIONS = {
  tiff: true,
  ifd1: false,
  gps: false,
  interop: false,
  makerNote: false,
  userComment: false,
  mergeOutput: true,
  reviveValues: false,
  translateValues: false,
  translateKeys: false,
};

/**
 * Reads the TIFF block of an Exif segment. Metadata never costs a picture: what cannot be read counts as absent,
 * which is upright and undated.
 */
export async function readExif(tiff: Uint8Array | null): Promise<ExifFacts> {
  const tags = tiff === null ? {} : await exifTags(tiff, FIRST_IFD_PICK, EXIF_IFD_PICK);
  return {
    orientation: orientationOf(tags[ORIENTATION]),
    capturedAt:
      captureTime(tags[DATE_TIME_ORIGINAL], tags[OFFSET_TIME_ORIGINAL]) ??
      captureTime(tags[DATE_TIME_DIGITIZED], tags[OFFSET_TIME_DIGITIZED]),
  };
}

/** The values of chosen tags of the first directory and of the Exif directory; none when the block is broken. */
export async function exifTags(
  tiff: Uint8Array,
  firstIfd: readonly number[],
  exifIfd: readonly number[],
): Promise<Record<number, unknown>> {
  const options = { ...OPTIONS, ifd0: { pick: [...firstIfd] }, exif: { pick: [...exifIfd] } };
  try {
    return (await parse(asJpeg(tiff), options)) ?? {};
  } catch {
    return {};
  }
}

/** A JPEG of nothing but the Exif segment: what the parser reads is bounded by the segment's 64 KB. */
function asJpeg(tiff: Uint8Array): Uint8Array {
  const length = 2 + EXIF_SIGNATURE.length + tiff.length;
  const head = [
    0xff,
    0xd8,
    0xff,
    0xe1,
    length >> 8,
    length & 255,
    ...new TextEncoder().encode(EXIF_SIGNATURE),
  ];
  const jpeg = new Uint8Array(head.length + tiff.length + 2);
  jpeg.set(head);
  jpeg.set(tiff, head.length);
  jpeg.set([0xff, 0xd9], head.length + tiff.length);
  return jpeg;
}

function orientationOf(value: unknown): Orientation {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 8
    ? (value as Orientation)
    : 1;
}

/** Exif writes "YYYY:MM:DD HH:MM:SS"; an unset clock writes zeros or blanks. */
function captureTime(written: unknown, offset: unknown): CaptureTime | null {
  if (typeof written !== "string") return null;
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(written);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  return isCalendarTime(local) ? { local, offset: utcOffset(offset) } : null;
}

/** True when the calendar has such a day and the day such a second. */
function isCalendarTime(local: string): boolean {
  const time = Date.parse(`${local}Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(local);
}

/** "+HH:MM" within the 14 hours the world uses. */
function utcOffset(written: unknown): string | null {
  if (typeof written !== "string") return null;
  const match = /^([+-])(0\d|1[0-4]):([0-5]\d)/.exec(written);
  return match === null ? null : match[0];
}
