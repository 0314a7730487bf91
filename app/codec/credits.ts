import { concat } from "./byte-source";
import { type CreditLines, creditBlocks, creditSegments } from "./credit-segments";
import { readWebpHeader } from "./webp-header";

/** A JPEG or WebP of our own making, with who made it and whose it is written into it. */
export function withCredits(
  format: "jpeg" | "webp",
  file: Uint8Array,
  lines: CreditLines | null,
): Uint8Array {
  if (lines === null) return file;
  return format === "jpeg" ? inJpeg(file, lines) : inWebp(file, lines);
}

const SOI_BYTES = 2;

function inJpeg(file: Uint8Array, lines: CreditLines): Uint8Array {
  const segments = creditSegments(lines);
  return concat([file.subarray(0, SOI_BYTES), segments, file.subarray(SOI_BYTES)]);
}

/** Bytes before the first chunk, and of VP8X (RFC 9649, 2.4 and 2.7.1). */
const RIFF_HEAD_BYTES = 12;
const VP8X_BYTES = 10;

/** Flags of VP8X. */
const ALPHA = 0x10;
const EXIF = 0x08;
const XMP = 0x04;

/** Turns the simple format into the extended one: VP8X before the picture, EXIF and XMP chunks behind it. */
function inWebp(file: Uint8Array, lines: CreditLines): Uint8Array {
  const { exif, xmp } = creditBlocks(lines);
  if (exif === null && xmp === null) return file;
  const { width, height, alpha } = readWebpHeader(file);
  const extended = new Uint8Array(VP8X_BYTES);
  extended[0] = (alpha ? ALPHA : 0) | (exif ? EXIF : 0) | (xmp ? XMP : 0);
  const view = new DataView(extended.buffer);
  setUint24(view, 4, width - 1);
  setUint24(view, 7, height - 1);
  const chunks = concat([
    chunk("VP8X", extended),
    file.subarray(RIFF_HEAD_BYTES),
    ...(exif ? [chunk("EXIF", exif)] : []),
    ...(xmp ? [chunk("XMP ", xmp)] : []),
  ]);
  const head = file.slice(0, RIFF_HEAD_BYTES);
  new DataView(head.buffer).setUint32(4, chunks.length + 4, true);
  return concat([head, chunks]);
}

/** 2.3: four characters, the length with the low byte first, the data padded to an even length. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + data.length + (data.length & 1));
  bytes.set(new TextEncoder().encode(type));
  new DataView(bytes.buffer).setUint32(4, data.length, true);
  bytes.set(data, 8);
  return bytes;
}

function setUint24(view: DataView, at: number, value: number): void {
  view.setUint16(at, value & 0xffff, true);
  view.setUint8(at + 2, value >> 16);
}
