import type { ByteSource } from "./byte-source";
import { asciiValue, firstNumber, type Ifd, openTiff, readIfd, type Tiff } from "./tiff/ifd";
import { DNG_VERSION, MAKE, NEW_SUBFILE_TYPE, SUB_IFDS } from "./tiff/tags";

/** The kinds of picture `render` decodes. */
export type ImageKind = "jpeg";

/** Cameras' own formats. */
export type RawKind = "cr2" | "cr3" | "nef" | "arw" | "dng" | "raf" | "orf" | "rw2";

/** The kinds of file this folder can name, so that a refusal can say what was sent. */
export type FileKind = ImageKind | RawKind | "png" | "webp" | "gif" | "heic" | "avif" | "tiff" | "video";

/** Every signature below lies within this many bytes. */
const SIGNATURE_BYTES = 12;

const SIGNATURES: readonly { kind: FileKind; at: number; text: string }[] = [
  { kind: "jpeg", at: 0, text: "\xff\xd8\xff" },
  { kind: "png", at: 0, text: "\x89PNG\r\n\x1a\n" },
  { kind: "gif", at: 0, text: "GIF8" },
  { kind: "webp", at: 8, text: "WEBP" },
  { kind: "raf", at: 0, text: "FUJIFILM" },
  { kind: "orf", at: 0, text: "IIRO" },
  { kind: "orf", at: 0, text: "IIRS" },
  { kind: "orf", at: 0, text: "MMOR" },
  { kind: "rw2", at: 0, text: "IIU\0" },
  { kind: "cr2", at: 0, text: "II*\0\x10\0\0\0CR" }, // a TIFF with a second signature
  { kind: "tiff", at: 0, text: "II*\0" },
  { kind: "tiff", at: 0, text: "MM\0*" },
  { kind: "tiff", at: 0, text: "II+\0" }, // BigTIFF
  { kind: "tiff", at: 0, text: "MM\0+" },
  { kind: "video", at: 0, text: "\x1aE\xdf\xa3" }, // Matroska, WebM
  { kind: "video", at: 8, text: "AVI " },
];

/** Brands of ISO base media files (ISO/IEC 14496-12, 4.3), at byte 8 behind `ftyp`. */
const BRANDS: Readonly<Record<string, FileKind>> = {
  heic: "heic",
  heix: "heic",
  heim: "heic",
  heis: "heic",
  hevc: "heic",
  hevx: "heic",
  mif1: "heic",
  msf1: "heic",
  avif: "avif",
  avis: "avif",
  "crx ": "cr3",
};

/**
 * What the first bytes of a file say it is; null when they say nothing we know. Needs at least 12 bytes. A TIFF of
 * any sort is called `tiff`: its tags, which tell a camera's file from a scan, may lie anywhere, and `sniffSource`
 * reads them.
 */
export function sniff(firstBytes: Uint8Array): FileKind | null {
  if (firstBytes.length < SIGNATURE_BYTES) return null;
  const head = String.fromCharCode(...firstBytes.subarray(0, SIGNATURE_BYTES));
  if (head.startsWith("ftyp", 4)) return BRANDS[head.slice(8, 12)] ?? "video";
  return SIGNATURES.find(({ at, text }) => head.startsWith(text, at))?.kind ?? null;
}

/**
 * What a file is, by signature and, among the kinds of TIFF, by its tags. Cameras keep those near the beginning, so
 * that the first 256 KB as a source do for them.
 */
export async function sniffSource(source: ByteSource): Promise<FileKind | null> {
  const kind = sniff(await source.read(0, SIGNATURE_BYTES));
  return kind === "tiff" ? tiffKind(source) : kind;
}

async function tiffKind(source: ByteSource): Promise<FileKind> {
  const tiff = await openTiff(source);
  const ifd = tiff && (await readIfd(tiff, tiff.firstIfd));
  if (tiff === null || ifd === null) return "tiff";
  if (ifd.entries.has(DNG_VERSION)) return "dng";
  if (!(await leadsToAnother(tiff, ifd))) return "tiff";
  const make = (await asciiValue(tiff, ifd, MAKE, 16)).toUpperCase();
  if (make.startsWith("NIKON")) return "nef";
  return make.startsWith("SONY") ? "arw" : "tiff";
}

/**
 * True when the first directory is a reduced picture (bit 0 of NewSubfileType) with others below it, as raw files
 * begin. A TIFF developed from a raw file keeps the camera's name and begins with the picture.
 */
async function leadsToAnother(tiff: Tiff, ifd: Ifd): Promise<boolean> {
  const subfile = (await firstNumber(tiff, ifd, NEW_SUBFILE_TYPE)) ?? 0;
  return (subfile & 1) === 1 && ifd.entries.has(SUB_IFDS);
}
