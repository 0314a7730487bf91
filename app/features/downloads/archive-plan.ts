/**
 * A stored ZIP as arithmetic: since the size and the CRC-32 of every file are known beforehand, every byte of
 * the archive has its place before the first one is read. Field names follow PKWARE's APPNOTE.TXT 6.3.10.
 */

/** A file that goes into the archive. */
export interface ArchiveEntry {
  name: string;
  size: number;
  /** ISO 3309, unsigned. */
  crc32: number;
  modified: { year: number; month: number; day: number; hour: number; minute: number; second: number };
  /** Where its bytes lie; handed back as it is. */
  key: string;
}

/** The archive from front to back: bytes as they are, or a file to be copied. */
export type ArchivePart = { bytes: Uint8Array } | { key: string; size: number };

export interface ArchivePlan {
  /** Exact length of the archive in bytes. */
  size: number;
  parts: ArchivePart[];
}

const MAX_16 = 0xffff;
const MAX_32 = 0xffffffff;

const VERSION_PLAIN = 20;
const VERSION_ZIP64 = 45;
/** 4.4.4, bit 11: names are UTF-8. */
const UTF8_NAMES = 1 << 11;
const STORED = 0;

interface Placed extends ArchiveEntry {
  nameBytes: Uint8Array;
  offset: number;
}

/** Lays out an archive. Names must be unique already; see `uniqueNames`. */
export function archivePlan(entries: readonly ArchiveEntry[]): ArchivePlan {
  const parts: ArchivePart[] = [];
  let offset = 0;
  const push = (part: ArchivePart) => {
    parts.push(part);
    offset += "bytes" in part ? part.bytes.length : part.size;
  };

  const placed = entries.map((entry): Placed => {
    const place = { ...entry, nameBytes: new TextEncoder().encode(entry.name), offset };
    push({ bytes: localHeader(place) });
    if (entry.size > 0) push({ key: entry.key, size: entry.size });
    return place;
  });
  const directoryOffset = offset;
  for (const entry of placed) push({ bytes: directoryHeader(entry) });
  push({ bytes: endRecords(placed.length, offset - directoryOffset, directoryOffset) });
  return { size: offset, parts };
}

/**
 * Makes names unique as every system sees them, letter case and Unicode form aside: the second "a.jpg"
 * becomes "a (2).jpg".
 */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let candidate = name;
    for (let count = 2; taken.has(folded(candidate)); count++) candidate = `${stem} (${count})${extension}`;
    taken.add(folded(candidate));
    return candidate;
  });
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** 4.3.7. Sizes that 32 bits do not hold stand in the ZIP64 extra field (4.5.3); all ones is its sign (4.4.8). */
function localHeader(entry: Placed): Uint8Array {
  const large = entry.size >= MAX_32;
  const extra = large ? zip64Extra([entry.size, entry.size]) : new Uint8Array();
  const header = new Writer(30);
  header.u32(0x04034b50).u16(large ? VERSION_ZIP64 : VERSION_PLAIN);
  writeCommon(header, entry, large, extra.length);
  return joined([header.bytes, entry.nameBytes, extra]);
}

/** 4.3.12. */
function directoryHeader(entry: Placed): Uint8Array {
  const large = entry.size >= MAX_32;
  const far = entry.offset >= MAX_32;
  const extra =
    large || far
      ? zip64Extra([...(large ? [entry.size, entry.size] : []), ...(far ? [entry.offset] : [])])
      : new Uint8Array();
  const version = large || far ? VERSION_ZIP64 : VERSION_PLAIN;
  const header = new Writer(46);
  header.u32(0x02014b50).u16(version).u16(version);
  writeCommon(header, entry, large, extra.length);
  header
    .u16(0)
    .u16(0)
    .u16(0)
    .u32(0)
    .u32(far ? MAX_32 : entry.offset);
  return joined([header.bytes, entry.nameBytes, extra]);
}

/** The fields that the local and the directory header share, from the flags to the lengths. */
function writeCommon(header: Writer, entry: Placed, large: boolean, extraLength: number): void {
  const { year, month, day, hour, minute, second } = entry.modified;
  header.u16(UTF8_NAMES).u16(STORED);
  header.u16((hour << 11) | (minute << 5) | (second >> 1));
  header.u16((Math.min(Math.max(year - 1980, 0), 127) << 9) | (month << 5) | day);
  header.u32(entry.crc32);
  const size = large ? MAX_32 : entry.size;
  header.u32(size).u32(size);
  header.u16(entry.nameBytes.length).u16(extraLength);
}

/** 4.3.14 to 4.3.16: the end of the archive, with its ZIP64 form before it where a number needs that. */
function endRecords(count: number, directorySize: number, directoryOffset: number): Uint8Array {
  const end = new Writer(22);
  end.u32(0x06054b50).u16(0).u16(0);
  end.u16(Math.min(count, MAX_16)).u16(Math.min(count, MAX_16));
  end.u32(Math.min(directorySize, MAX_32)).u32(Math.min(directoryOffset, MAX_32)).u16(0);
  if (count < MAX_16 && directorySize < MAX_32 && directoryOffset < MAX_32) return end.bytes;

  const record = new Writer(56);
  record.u32(0x06064b50).u64(44).u16(VERSION_ZIP64).u16(VERSION_ZIP64).u32(0).u32(0);
  record.u64(count).u64(count).u64(directorySize).u64(directoryOffset);
  const locator = new Writer(20);
  locator
    .u32(0x07064b50)
    .u32(0)
    .u64(directoryOffset + directorySize)
    .u32(1);
  return joined([record.bytes, locator.bytes, end.bytes]);
}

function zip64Extra(values: number[]): Uint8Array {
  const extra = new Writer(4 + 8 * values.length);
  extra.u16(0x0001).u16(8 * values.length);
  for (const value of values) extra.u64(value);
  return extra.bytes;
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Writes little-endian numbers one after the other. */
class Writer {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.view = new DataView(this.bytes.buffer);
  }

  u16(value: number): this {
    this.view.setUint16(this.at, value, true);
    this.at += 2;
    return this;
  }

  u32(value: number): this {
    this.view.setUint32(this.at, value, true);
    this.at += 4;
    return this;
  }

  u64(value: number): this {
    this.view.setBigUint64(this.at, BigInt(value), true);
    this.at += 8;
    return this;
  }
}
