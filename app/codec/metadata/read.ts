import type { ByteSource } from "../byte-source";
import { type CaptureTime, exifTags, readExif } from "../exif";
import type { FileKind } from "../sniff";
import { MAKE } from "../tiff/tags";
import { metadataBlocks } from "./containers";
import * as tag from "./exif-block";
import { type IptcTexts, readIptc } from "./iptc";
import { cleanText } from "./text";
import { readXmp, type XmpTexts } from "./xmp";

/** What a photograph says of itself. Nothing in it is to be trusted beyond being clean text and finite numbers. */
export interface PhotoMetadata {
  cameraMake: string | null;
  cameraModel: string | null;
  lens: string | null;
  exposureSeconds: number | null;
  /** The f-number: 2.8 for f/2.8. */
  aperture: number | null;
  iso: number | null;
  focalLengthMm: number | null;
  /** As on a camera of 24 by 36 mm. */
  focalLength35mm: number | null;
  capturedAt: CaptureTime | null;
  /** Whether the file says where it was taken. The place is never read. */
  hasGps: boolean;
  caption: string | null;
  keywords: string[];
  credit: string | null;
  creator: string | null;
  copyright: string | null;
}

/** Most characters of a caption, of any other text, of a keyword; and most keywords. */
const CAPTION_LENGTH = 2000;
const TEXT_LENGTH = 250;
const KEYWORD_LENGTH = 64;
const MOST_KEYWORDS = 100;

/**
 * Reads the metadata of a file of any kind by range reads; the first 256 KB of most files are enough. Metadata never
 * costs a picture: what cannot be read counts as absent. Where texts stand several times, XMP outranks IPTC, and IPTC
 * Exif, as writers keep them.
 */
export async function readMetadata(file: ByteSource, kind: FileKind): Promise<PhotoMetadata> {
  const { exif, iptc, xmp } = await metadataBlocks(file, kind);
  const tags = exif === null ? {} : await exifTags(exif.tiff, tag.FIRST_IFD_TAGS, tag.EXIF_IFD_TAGS);
  return {
    ...cameraOf(tags),
    ...exposureOf(tags),
    ...textsOf(tags, iptc && readIptc(iptc), xmp && readXmp(xmp)),
    capturedAt: (await readExif(exif?.tiff ?? null)).capturedAt,
    hasGps: exif?.hasGps ?? false,
  };
}

type Tags = Readonly<Record<number, unknown>>;

function cameraOf(tags: Tags) {
  return {
    cameraMake: cleanText(tags[MAKE], TEXT_LENGTH),
    cameraModel: cleanText(tags[tag.MODEL], TEXT_LENGTH),
  };
}

function exposureOf(tags: Tags) {
  return {
    exposureSeconds: positive(tags[tag.EXPOSURE_TIME]),
    aperture: positive(tags[tag.F_NUMBER]),
    iso: positive(tags[tag.ISO_SPEED]),
    focalLengthMm: positive(tags[tag.FOCAL_LENGTH]),
    focalLength35mm: positive(tags[tag.FOCAL_LENGTH_35MM]),
  };
}

/** Cameras write 0, or a fraction with nothing below, for what they do not know. */
function positive(value: unknown): number | null {
  const number: unknown = Array.isArray(value) ? value[0] : value;
  return typeof number === "number" && Number.isFinite(number) && number > 0 ? number : null;
}

function textsOf(tags: Tags, iptc: IptcTexts | null, xmp: XmpTexts | null) {
  const first = (most: number, ...texts: unknown[]) =>
    texts.map((text) => cleanText(text, most)).find((text) => text !== null) ?? null;
  return {
    lens: first(TEXT_LENGTH, tags[tag.LENS_MODEL], xmp?.lens),
    caption: first(CAPTION_LENGTH, xmp?.caption, iptc?.caption, tags[tag.IMAGE_DESCRIPTION]),
    credit: first(TEXT_LENGTH, xmp?.credit, iptc?.credit),
    creator: first(TEXT_LENGTH, xmp?.creator, iptc?.creator, tags[tag.ARTIST]),
    copyright: first(TEXT_LENGTH, xmp?.copyright, iptc?.copyright, tags[tag.COPYRIGHT]),
    keywords: keywordsOf(xmp?.keywords.length ? xmp.keywords : (iptc?.keywords ?? [])),
  };
}

/** Each keyword once. */
function keywordsOf(written: readonly string[]): string[] {
  const clean = written.flatMap((keyword) => cleanText(keyword, KEYWORD_LENGTH) ?? []);
  return [...new Set(clean)].slice(0, MOST_KEYWORDS);
}
