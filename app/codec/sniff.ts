/** The kinds of picture this folder decodes. */
export type ImageKind = "jpeg";

/** The kinds of file it can name, so that a refusal can say what was sent. `raw` is a camera's own format. */
export type FileKind = ImageKind | "png" | "webp" | "gif" | "heic" | "avif" | "tiff" | "raw" | "video";

/** Every signature below lies within this many bytes. */
const SIGNATURE_BYTES = 12;

const SIGNATURES: readonly { kind: FileKind; at: number; text: string }[] = [
  { kind: "jpeg", at: 0, text: "\xff\xd8\xff" },
  { kind: "png", at: 0, text: "\x89PNG\r\n\x1a\n" },
  { kind: "gif", at: 0, text: "GIF8" },
  { kind: "webp", at: 8, text: "WEBP" },
  { kind: "raw", at: 0, text: "FUJIFILM" },
  { kind: "raw", at: 0, text: "IIRO" }, // Olympus ORF
  { kind: "raw", at: 0, text: "IIRS" },
  { kind: "raw", at: 0, text: "MMOR" },
  { kind: "raw", at: 0, text: "IIU\0" }, // Panasonic RW2
  { kind: "raw", at: 0, text: "II*\0\x10\0\0\0CR" }, // Canon CR2, a TIFF with a second signature
  { kind: "tiff", at: 0, text: "II*\0" }, // also NEF, ARW and DNG, which differ only in their tags
  { kind: "tiff", at: 0, text: "MM\0*" },
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
  "crx ": "raw",
};

/** What the first bytes say the file is; null when they say nothing we know. Needs at least 12 bytes. */
export function sniff(firstBytes: Uint8Array): FileKind | null {
  if (firstBytes.length < SIGNATURE_BYTES) return null;
  const head = String.fromCharCode(...firstBytes.subarray(0, SIGNATURE_BYTES));
  if (head.startsWith("ftyp", 4)) return BRANDS[head.slice(8, 12)] ?? "video";
  return SIGNATURES.find(({ at, text }) => head.startsWith(text, at))?.kind ?? null;
}
