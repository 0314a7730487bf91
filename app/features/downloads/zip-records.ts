/**
 * The records of a stored ZIP, byte by byte. Field names and numbers in brackets follow PKWARE's APPNOTE.TXT 6.3.10.
 */

/** A file as its two headers tell of it. */
export interface ZipFile {
  name: string;
  size: number;
  /** ISO 3309, unsigned. */
  crc32: number;
  /**
   * The wall clock of whoever made it. A ZIP's time has no zone (4.4.6) and every program shows it as it stands; the
   * extended timestamp, which is in UTC, would be shown shifted to where the archive is opened.
   */
  modified: { year: number; month: number; day: number; hour: number; minute: number; second: number };
}

const MAX_16 = 0xffff;
const MAX_32 = 0xffffffff;

const VERSION_PLAIN = 20;
const VERSION_ZIP64 = 45;
/** 4.4.4, bit 11: names are UTF-8. */
const UTF8_NAMES = 1 << 11;
const STORED = 0;
/** 4.4.2: the system whose programs write names as they are. Made on DOS, names are in its code page to Info-ZIP. */
const MADE_ON_UNIX = 3 << 8;
/** 4.4.15: there a file like any other, which its owner may change and everybody read. */
const ORDINARY_FILE = 0o100644 * 2 ** 16;

const LOCAL_HEADER = 30;
const DIRECTORY_HEADER = 46;

const encoder = new TextEncoder();

/** Bytes of what stands before a file. */
export function localHeaderLength(file: ZipFile): number {
  return LOCAL_HEADER + utf8Length(file.name) + (isLarge(file) ? 20 : 0);
}

/** Bytes that the directory takes for a file whose local header begins at `offset`. */
export function directoryHeaderLength(file: ZipFile, offset: number): number {
  return DIRECTORY_HEADER + utf8Length(file.name) + wideExtraLength(wideInDirectory(file, offset));
}

/** 4.3.7. Sizes that 32 bits do not hold stand in the ZIP64 extra field (4.5.3); all ones is its sign (4.4.8). */
export function localHeader(file: ZipFile): Uint8Array {
  const wide = isLarge(file) ? [file.size, file.size] : [];
  const header = new Record(LOCAL_HEADER, file.name, wide);
  header.u32(0x04034b50).u16(wide.length > 0 ? VERSION_ZIP64 : VERSION_PLAIN);
  writeCommon(header, file, wideExtraLength(wide));
  return header.bytes;
}

/** 4.3.12. */
export function directoryHeader(file: ZipFile, offset: number): Uint8Array {
  const wide = wideInDirectory(file, offset);
  const version = wide.length > 0 ? VERSION_ZIP64 : VERSION_PLAIN;
  const header = new Record(DIRECTORY_HEADER, file.name, wide);
  header
    .u32(0x02014b50)
    .u16(MADE_ON_UNIX | version)
    .u16(version);
  writeCommon(header, file, wideExtraLength(wide));
  header.u16(0).u16(0).u16(0).u32(ORDINARY_FILE).u32(Math.min(offset, MAX_32));
  return header.bytes;
}

/** 4.3.14 to 4.3.16: the end of the archive, with its ZIP64 form before it where a number needs that. */
export function endRecords(count: number, directorySize: number, directoryOffset: number): Uint8Array {
  const isZip64 = count >= MAX_16 || directorySize >= MAX_32 || directoryOffset >= MAX_32;
  const records = new Record(isZip64 ? 56 + 20 + 22 : 22);
  if (isZip64) {
    records.u32(0x06064b50).u64(44).u16(VERSION_ZIP64).u16(VERSION_ZIP64).u32(0).u32(0);
    records.u64(count).u64(count).u64(directorySize).u64(directoryOffset);
    const recordOffset = directoryOffset + directorySize;
    records.u32(0x07064b50).u32(0).u64(recordOffset).u32(1);
  }
  records.u32(0x06054b50).u16(0).u16(0).u16(Math.min(count, MAX_16)).u16(Math.min(count, MAX_16));
  records.u32(Math.min(directorySize, MAX_32)).u32(Math.min(directoryOffset, MAX_32)).u16(0);
  return records.bytes;
}

function isLarge(file: ZipFile): boolean {
  return file.size >= MAX_32;
}

/** What a directory header says in 64 bits, in the order of 4.5.3. */
function wideInDirectory(file: ZipFile, offset: number): number[] {
  return [...(isLarge(file) ? [file.size, file.size] : []), ...(offset >= MAX_32 ? [offset] : [])];
}

function wideExtraLength(wide: readonly number[]): number {
  return wide.length === 0 ? 0 : 4 + 8 * wide.length;
}

/** The fields that the local and the directory header share, from the flags to the lengths. */
function writeCommon(header: Record, file: ZipFile, extraLength: number): void {
  const { year, month, day, hour, minute, second } = file.modified;
  header.u16(UTF8_NAMES).u16(STORED);
  header.u16((hour << 11) | (minute << 5) | (second >> 1));
  header.u16((Math.min(Math.max(year - 1980, 0), 127) << 9) | (month << 5) | day);
  header.u32(file.crc32);
  const size = Math.min(file.size, MAX_32);
  header.u32(size).u32(size);
  header.u16(utf8Length(file.name)).u16(extraLength);
}

/** Bytes of a text in UTF-8, as TextEncoder writes it: half a surrogate pair becomes U+FFFD. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    const isPair = unit >> 10 === 0x36 && text.charCodeAt(i + 1) >> 10 === 0x37;
    length += unit < 0x800 ? 1 : 2;
    if (isPair) i++;
  }
  return length;
}

/** A record being written: little-endian numbers one after the other; name and ZIP64 extra field stand behind them. */
class Record {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(length: number, name = "", wide: readonly number[] = []) {
    const nameLength = utf8Length(name);
    this.bytes = new Uint8Array(length + nameLength + wideExtraLength(wide));
    this.view = new DataView(this.bytes.buffer);
    encoder.encodeInto(name, this.bytes.subarray(length));
    if (wide.length === 0) return;
    this.at = length + nameLength;
    this.u16(0x0001).u16(8 * wide.length);
    for (const value of wide) this.u64(value);
    this.at = 0;
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
