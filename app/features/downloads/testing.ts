import type { ArchivePiece, ArchivePlan } from "./archive-plan";

/** The bytes of pieces, put together with the files they refer to. */
export function bytesOfPieces(
  pieces: Iterable<ArchivePiece>,
  files: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  return Buffer.concat(
    Array.from(pieces, (piece) => {
      if ("bytes" in piece) return piece.bytes;
      const file = files.get(piece.entry.key);
      if (!file) throw new Error("the plan names a file that is not there");
      return file.subarray(piece.offset, piece.offset + piece.length);
    }),
  );
}

/** One entry as an archive's directory tells of it. */
export interface ListedEntry {
  name: string;
  size: number;
  crc32: number;
  /** Where its local header begins. */
  offset: number;
  /** Where its bytes begin. */
  dataOffset: number;
  needsZip64: boolean;
  dosTime: number;
  dosDate: number;
}

/** Where an archive's directory is and how many entries it has, read from the archive's end. */
export function endOfArchive(plan: ArchivePlan) {
  const file = new SparseFile(plan);
  const end = file.at(plan.size - 22, 22);
  demand(end.u32(0) === 0x06054b50, "the end record is not at the end");
  const locator = plan.size >= 42 ? file.at(plan.size - 42, 20) : null;
  const isZip64 = locator?.u32(0) === 0x07064b50;
  let [count, size, offset] = [end.u16(10), end.u32(12), end.u32(16)];
  if (isZip64 && locator) {
    const record = file.at(locator.u64(8), 56);
    demand(record.u32(0) === 0x06064b50, "the ZIP64 end record is not where the locator says");
    demand(record.u64(4) === 44 && record.u64(24) === record.u64(32), "the ZIP64 end record is not right");
    if (count === 0xffff) count = record.u64(32);
    if (size === 0xffffffff) size = record.u64(40);
    if (offset === 0xffffffff) offset = record.u64(48);
  } else {
    demand(count !== 0xffff && size !== 0xffffffff && offset !== 0xffffffff, "a ZIP64 end record is missing");
  }
  const directoryEnd = isZip64 && locator ? locator.u64(8) : plan.size - 22;
  demand(offset + size === directoryEnd, "the directory does not end where the end records begin");
  return { count, offset, directoryEnd, isZip64 };
}

/**
 * Reads an archive's directory as an unzip program does: from its end, by APPNOTE.TXT 6.3.10, the files
 * themselves not being there. Throws where a record is not where another says, or two records disagree.
 */
export function listArchive(plan: ArchivePlan): { entries: ListedEntry[]; isZip64: boolean } {
  const file = new SparseFile(plan);
  const { count, offset, directoryEnd, isZip64 } = endOfArchive(plan);
  const directory = file.at(offset, directoryEnd - offset);
  const entries: ListedEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    const { entry, length } = readDirectoryHeader(file, directory, at);
    entries.push(entry);
    at += length;
    demand(entries.length < count || at === directoryEnd - offset, "the directory has another size");
  }
  return { entries, isZip64 };
}

function readDirectoryHeader(file: SparseFile, directory: Bytes, at: number) {
  const header = directory.from(at);
  demand(header.u32(0) === 0x02014b50, "a directory header is not where it should be");
  const [nameLength, extraLength] = [header.u16(28), header.u16(30)];
  const name = new TextDecoder("utf-8", { fatal: true }).decode(header.bytes.subarray(46, 46 + nameLength));
  const wide = wideValues(header.from(46 + nameLength), extraLength);
  const size = wide.or(header.u32(24));
  demand(wide.or(header.u32(20)) === size, "a stored file has two sizes");
  const offset = wide.or(header.u32(42));
  demand(wide.isUsedUp(), "a ZIP64 field holds more than is needed");

  const local = file.at(offset, 30);
  demand(local.u32(0) === 0x04034b50, "a local header is not where the directory says");
  demand(local.u16(6) === header.u16(8) && local.u16(6) === 0x0800, "a name is not marked as UTF-8");
  demand(local.u16(8) === 0 && header.u16(10) === 0, "a file is not stored");
  demand(local.u32(10) === header.u32(12) && local.u32(14) === header.u32(16), "two headers disagree");
  const [localNameLength, localExtraLength] = [local.u16(26), local.u16(28)];
  const behind = file.at(offset + 30, localNameLength + localExtraLength);
  const localName = new TextDecoder().decode(behind.bytes.subarray(0, localNameLength));
  demand(localName === name, "two headers have different names");
  const localWide = wideValues(behind.from(localNameLength), localExtraLength);
  demand(
    localWide.or(local.u32(22)) === size && localWide.or(local.u32(18)) === size,
    "two headers disagree",
  );
  const entry = {
    name,
    size,
    crc32: header.u32(16),
    offset,
    dataOffset: offset + 30 + localNameLength + localExtraLength,
    needsZip64: header.u16(6) >= 45,
    dosTime: header.u16(12),
    dosDate: header.u16(14),
  };
  return { entry, length: 46 + nameLength + extraLength };
}

/** The 64-bit values of a ZIP64 extra field (4.5.3), each for one header field of all ones, in their order. */
function wideValues(extra: Bytes, length: number) {
  const values: number[] = [];
  if (length > 0) {
    demand(extra.u16(0) === 1 && extra.u16(2) === length - 4, "an extra field is not ZIP64's");
    for (let offset = 4; offset < length; offset += 8) values.push(extra.u64(offset));
  }
  let used = 0;
  return {
    or(narrow: number): number {
      if (narrow !== 0xffffffff) return narrow;
      const value = values[used++];
      demand(value !== undefined, "a ZIP64 value is missing");
      return value as number;
    },
    isUsedUp: () => used === values.length,
  };
}

/** Bytes to read numbers from, at places counted from their first one. */
class Bytes {
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  from(at: number): Bytes {
    return new Bytes(this.bytes.subarray(at));
  }

  u16(at: number): number {
    return this.view.getUint16(at, true);
  }

  u32(at: number): number {
    return this.view.getUint32(at, true);
  }

  u64(at: number): number {
    return Number(this.view.getBigUint64(at, true));
  }
}

/** A planned archive, readable where it does not hold the bytes of files. */
class SparseFile {
  constructor(private readonly plan: ArchivePlan) {}

  at(offset: number, length: number): Bytes {
    const bytes = new Uint8Array(length);
    let done = 0;
    for (const piece of this.plan.pieces({ start: offset, end: offset + length })) {
      if (!("bytes" in piece)) throw new Error(`there is no record at ${offset + done}`);
      bytes.set(piece.bytes, done);
      done += piece.bytes.length;
    }
    demand(done === length, "a range has another length than its pieces");
    return new Bytes(bytes);
  }
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
