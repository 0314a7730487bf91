import { type ByteSource, readingAhead } from "../byte-source";
import { CodecError } from "../codec-error";

/** The number behind the byte order of an image file header (TIFF 6.0, section 2), and its followers. */
export const TIFF_VERSION = 42;
const BIG_TIFF_VERSION = 43;

/** A TIFF structure inside a file: a file of its own, or the block of Exif in another. */
export interface Tiff {
  source: ByteSource;
  littleEndian: boolean;
  version: number;
  /** Where in the source the structure begins; all offsets count from here. */
  base: number;
  /** Offset of the first directory, from `base`. */
  firstIfd: number;
}

export interface Entry {
  tag: number;
  type: number;
  count: number;
  /** Where the value lies in the source; it may lie behind its end. */
  at: number;
  /** Bytes of the value. */
  length: number;
}

export interface Ifd {
  entries: ReadonlyMap<number, Entry>;
  /** Offset of the directory after this one, from `base`; 0 at the end. */
  next: number;
}

/** Field types (TIFF 6.0, section 2; IFD is of the Adobe TIFF technical note 1). */
export const BYTE = 1;
export const ASCII = 2;
export const SHORT = 3;
export const LONG = 4;
export const RATIONAL = 5;
export const UNDEFINED = 7;
const SRATIONAL = 10;
const IFD = 13;

const TYPE_BYTES: Readonly<Record<number, number>> = {
  [BYTE]: 1,
  [ASCII]: 1,
  [SHORT]: 2,
  [LONG]: 4,
  [RATIONAL]: 8,
  6: 1, // SBYTE
  [UNDEFINED]: 1,
  8: 2, // SSHORT
  9: 4, // SLONG
  [SRATIONAL]: 8,
  11: 4, // FLOAT
  12: 8, // DOUBLE
  [IFD]: 4,
};

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/** Entries read of one directory. Cameras write under a hundred. */
const MOST_ENTRIES = 1024;

/** Null when there is no byte order mark. Any version is taken: raw formats have their own. */
export async function openTiff(file: ByteSource, base = 0): Promise<Tiff | null> {
  const source = readingAhead(file);
  const head = await source.read(base, HEADER_BYTES);
  if (head.length < HEADER_BYTES) return null;
  const order = String.fromCharCode(...head.subarray(0, 2));
  if (order !== "II" && order !== "MM") return null;
  const littleEndian = order === "II";
  const view = viewOf(head);
  return {
    source,
    littleEndian,
    version: view.getUint16(2, littleEndian),
    base,
    firstIfd: view.getUint32(4, littleEndian),
  };
}

/** The directory at `offset` from the base; null when there is none. Of a directory cut short, what is there. */
export async function readIfd(tiff: Tiff, offset: number): Promise<Ifd | null> {
  const { source, littleEndian, base } = tiff;
  const start = base + offset;
  const head = await source.read(start, 2);
  if (offset < 2 || head.length < 2) return null;
  const count = viewOf(head).getUint16(0, littleEndian);
  if (count === 0 || count > MOST_ENTRIES) return null;
  const bytes = await source.read(start + 2, count * ENTRY_BYTES + 4);
  const view = viewOf(bytes);
  const entries = new Map<number, Entry>();
  for (let index = 0; (index + 1) * ENTRY_BYTES <= Math.min(bytes.length, count * ENTRY_BYTES); index += 1) {
    const entry = entryAt(tiff, view, index * ENTRY_BYTES, start + 2);
    if (entry !== null && !entries.has(entry.tag)) entries.set(entry.tag, entry);
  }
  const hasNext = bytes.length >= count * ENTRY_BYTES + 4;
  return { entries, next: hasNext ? view.getUint32(count * ENTRY_BYTES, littleEndian) : 0 };
}

/** A value of four bytes or fewer stands in the entry itself (section 2, "Value/Offset"). */
function entryAt({ littleEndian, base }: Tiff, view: DataView, at: number, start: number): Entry | null {
  const tag = view.getUint16(at, littleEndian);
  const type = view.getUint16(at + 2, littleEndian);
  const count = view.getUint32(at + 4, littleEndian);
  const typeBytes = TYPE_BYTES[type];
  if (typeBytes === undefined) return null;
  const length = count * typeBytes;
  const inEntry = length <= 4;
  return {
    tag,
    type,
    count,
    length,
    at: inEntry ? start + at + 8 : base + view.getUint32(at + 8, littleEndian),
  };
}

/** The first `most` bytes of a value, fewer where the file ends. */
export function valueBytes({ source }: Tiff, entry: Entry, most: number): Promise<Uint8Array> {
  return source.read(entry.at, Math.min(entry.length, most));
}

/** Whole numbers of a value, the first `most` of them; none when it is not of a whole, unsigned type. */
export async function numbers(tiff: Tiff, entry: Entry | undefined, most: number): Promise<number[]> {
  if (entry === undefined) return [];
  const { littleEndian } = tiff;
  const size = TYPE_BYTES[entry.type] ?? 0;
  const bytes = await valueBytes(tiff, entry, most * size);
  const view = viewOf(bytes);
  const count = Math.floor(bytes.length / size);
  switch (entry.type) {
    case BYTE:
    case UNDEFINED:
      return Array.from(bytes);
    case SHORT:
      return Array.from({ length: count }, (_, index) => view.getUint16(2 * index, littleEndian));
    case LONG:
    case IFD:
      return Array.from({ length: count }, (_, index) => view.getUint32(4 * index, littleEndian));
    default:
      return [];
  }
}

export async function firstNumber(tiff: Tiff, ifd: Ifd, tag: number): Promise<number | null> {
  const [value] = await numbers(tiff, ifd.entries.get(tag), 1);
  return value ?? null;
}

/** A text up to its first zero, as Latin-1. */
export async function asciiValue(tiff: Tiff, ifd: Ifd, tag: number, most: number): Promise<string> {
  const entry = ifd.entries.get(tag);
  if (entry?.type !== ASCII) return "";
  const bytes = await valueBytes(tiff, entry, most);
  const end = bytes.indexOf(0);
  return String.fromCharCode(...(end < 0 ? bytes : bytes.subarray(0, end)));
}

export function refuseBigTiff(version: number): void {
  if (version === BIG_TIFF_VERSION) {
    throw new CodecError("unsupported", "The file is a BigTIFF", { detail: "big_tiff" });
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
