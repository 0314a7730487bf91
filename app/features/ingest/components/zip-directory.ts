import { ok, type Result, refuse } from "../../../lib/result";
import { safeFilename } from "../../../lib/text";
import type { ZipFileRefusal, ZipRefusal } from "../model";

/** A file in an archive. Numbers in brackets here and below are those of PKWARE's APPNOTE.TXT 6.3.10. */
export interface ZipFile {
  /** Its own name, without the folders it lies in. */
  name: string;
  /** Bytes of the file, as the directory says. */
  size: number;
  compressedSize: number;
  isDeflated: boolean;
  /** ISO 3309, unsigned. */
  crc32: number;
  /** Where its local header begins. */
  offset: number;
}

export interface ZipContents {
  files: ZipFile[];
  /** Files that are named but not to be had. */
  refused: { name: string; refusal: ZipFileRefusal }[];
}

export interface ZipLimits {
  /** Most entries of an archive, folders and all. */
  entries: number;
  /** Most bytes of one file. */
  fileBytes: number;
}

/**
 * No photo is a hundredth of itself when compressed. What says it is, or turns out to be, is made to fill whatever
 * unpacks it.
 */
export const MOST_RATIO = 100;

/** Most bytes of a directory that is read at once. */
const MOST_DIRECTORY = 64 * 1024 * 1024;

const END_RECORD = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR = 20;
const LOCAL_HEADER = 30;
const MAX_16 = 0xffff;
const MAX_32 = 0xffffffff;

const ARCHIVE_NAME = /\.(zip|zipx|rar|7z|tar|t?gz|t?bz2?|t?xz|zst|lzh|cab|iso|dmg|jar|cbz|cbr)$/i;

/** What systems put into archives beside the files that were chosen. */
const SYSTEM_FILE = /(^|[/\\])(__MACOSX[/\\].*|\.[^/\\]*|Thumbs\.db|desktop\.ini)$/i;

/**
 * Reads what is in a ZIP archive from its directory, without unpacking anything. Nothing but its end and its directory
 * is read. Archives whose files lie upon each other, or that say they hold far more than they can, are refused.
 */
export async function readZip(zip: Blob, limits: ZipLimits): Promise<Result<ZipContents, ZipRefusal>> {
  const end = await readEnd(zip);
  if (!end.ok) return end;
  const { count, offset, size, shift } = end.value;
  if (count > limits.entries) return refuse("too_many_files");
  if (size > MOST_DIRECTORY || offset + shift + size > zip.size) return refuse("damaged");
  const directory = await viewOf(zip, offset + shift, size);

  const contents: ZipContents = { files: [], refused: [] };
  const places: { from: number; to: number }[] = [{ from: offset + shift, to: zip.size }];
  let at = 0;
  let claimed = 0;
  for (let i = 0; i < count; i++) {
    const entry = entryAt(directory, at);
    if (!entry) return refuse("damaged");
    at += entry.length;
    claimed += entry.file.size;
    const file = { ...entry.file, offset: entry.file.offset + shift };
    places.push({ from: file.offset, to: file.offset + LOCAL_HEADER + file.compressedSize });
    if (entry.path.endsWith("/") || SYSTEM_FILE.test(entry.path)) continue;
    const refusal = refusalOf(entry, limits);
    if (refusal) contents.refused.push({ name: file.name, refusal });
    else contents.files.push(file);
  }
  if (claimed > zip.size * MOST_RATIO) return refuse("unbelievable");
  if (overlap(places)) return refuse("damaged");
  if (contents.files.length + contents.refused.length === 0) return refuse("no_photos");
  return ok(contents);
}

interface End {
  count: number;
  offset: number;
  size: number;
  /** Bytes that stand before the archive proper, and that its own numbers leave out. */
  shift: number;
}

/** 4.3.14 to 4.3.16. */
async function readEnd(zip: Blob): Promise<Result<End, ZipRefusal>> {
  const from = Math.max(0, zip.size - END_RECORD - LONGEST_COMMENT - LOCATOR);
  const tail = await viewOf(zip, from, zip.size - from);
  let at = tail.byteLength - END_RECORD;
  while (at >= 0 && !isEndRecord(tail, at)) at--;
  if (at < 0) return refuse("not_zip");
  const [disk, count, size, offset] = [
    u16(tail, at + 4),
    u16(tail, at + 10),
    u32(tail, at + 12),
    u32(tail, at + 16),
  ];
  const hasLocator = at >= LOCATOR && u32(tail, at - LOCATOR) === 0x07064b50;
  if (hasLocator && (count === MAX_16 || size === MAX_32 || offset === MAX_32))
    return readWideEnd(zip, u64(tail, at - LOCATOR + 8));
  if (disk !== 0 || u16(tail, at + 6) !== 0) return refuse("split");
  const shift = from + at - size - offset;
  return shift < 0 ? refuse("damaged") : ok({ count, offset, size, shift });
}

/** The end record with its comment reaches to the end of the file. */
function isEndRecord(tail: DataView, at: number): boolean {
  return u32(tail, at) === 0x06054b50 && at + END_RECORD + u16(tail, at + 20) === tail.byteLength;
}

async function readWideEnd(zip: Blob, at: number): Promise<Result<End, ZipRefusal>> {
  if (!(at >= 0 && at + 56 <= zip.size)) return refuse("damaged");
  const record = await viewOf(zip, at, 56);
  if (u32(record, 0) !== 0x06064b50) return refuse("damaged");
  if (u32(record, 16) !== 0 || u32(record, 20) !== 0) return refuse("split");
  return ok({ count: u64(record, 32), size: u64(record, 40), offset: u64(record, 48), shift: 0 });
}

interface DirectoryEntry {
  /** The name with its folders, as it stands there. */
  path: string;
  flags: number;
  method: number;
  file: ZipFile;
  /** Bytes of its header. */
  length: number;
}

/** 4.3.12; null where there is no such header. */
function entryAt(directory: DataView, at: number): DirectoryEntry | null {
  if (at + 46 > directory.byteLength || u32(directory, at) !== 0x02014b50) return null;
  const [nameLength, extraLength] = [u16(directory, at + 28), u16(directory, at + 30)];
  const length = 46 + nameLength + extraLength + u16(directory, at + 32);
  if (at + length > directory.byteLength) return null;
  const wide = wideValues(directory, at + 46 + nameLength, extraLength);
  const size = wide(u32(directory, at + 24));
  const compressedSize = wide(u32(directory, at + 20));
  const offset = wide(u32(directory, at + 42));
  if (![size, compressedSize, offset].every(Number.isSafeInteger)) return null;
  const name = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength);
  const path = textOf(name);
  const method = u16(directory, at + 10);
  return {
    path,
    flags: u16(directory, at + 8),
    method,
    file: {
      name: safeFilename(path),
      size,
      compressedSize,
      isDeflated: method === 8,
      crc32: u32(directory, at + 16),
      offset,
    },
    length,
  };
}

/** 4.5.3: reads the 64-bit form of each number that is all ones, in their order. */
function wideValues(view: DataView, from: number, length: number): (narrow: number) => number {
  let [at, end] = [0, 0];
  for (let field = from; field + 4 <= from + length; field += 4 + u16(view, field + 2)) {
    if (u16(view, field) === 0x0001) [at, end] = [field + 4, field + 4 + u16(view, field + 2)];
  }
  return (narrow) => {
    if (narrow !== MAX_32) return narrow;
    at += 8;
    return at <= end && end <= from + length ? u64(view, at - 8) : Number.NaN;
  };
}

/** Names are UTF-8 where that is possible, whatever their flag says; else what DOS and Windows programs write. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function refusalOf({ path, flags, method, file }: DirectoryEntry, limits: ZipLimits): ZipFileRefusal | null {
  if (ARCHIVE_NAME.test(path)) return "archive_inside";
  if ((flags & 1) !== 0) return "encrypted";
  if (method !== 0 && method !== 8) return "unknown_compression";
  if (file.size > limits.fileBytes) return "file_too_large";
  return null;
}

/** Whether any two stretches share a byte. */
function overlap(places: { from: number; to: number }[]): boolean {
  const sorted = places.toSorted((a, b) => a.from - b.from);
  return sorted.some((place, i) => place.to > (sorted[i + 1]?.from ?? Number.POSITIVE_INFINITY));
}

async function viewOf(zip: Blob, from: number, length: number): Promise<DataView> {
  return new DataView(await zip.slice(from, from + length).arrayBuffer());
}

const u16 = (view: DataView, at: number) => view.getUint16(at, true);
const u32 = (view: DataView, at: number) => view.getUint32(at, true);
const u64 = (view: DataView, at: number) => Number(view.getBigUint64(at, true));
