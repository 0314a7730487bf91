import type { ByteRange } from "../../http/byte-range";
import {
  directoryHeader,
  directoryHeaderLength,
  endRecords,
  localHeader,
  localHeaderLength,
  type ZipFile,
} from "./zip-records";

/** A file that goes into the archive; `name` is its whole path there, unique and safe (`archiveNames`). */
export interface ArchiveEntry extends ZipFile {
  /** Where its bytes lie among the studio's objects. */
  key: string;
}

/** What stands in an archive from some byte on: bytes as they are, or `length` bytes of a file from `offset` on. */
export type ArchivePiece = { bytes: Uint8Array } | { entry: ArchiveEntry; offset: number; length: number };

/** Directory headers are handed out together, in pieces of about this many bytes. */
const PIECE_BYTES = 64 * 1024;

/**
 * A stored ZIP as arithmetic: since the size and the CRC-32 of every file are known beforehand, every byte of the
 * archive has its place before the first one is read.
 */
export interface ArchivePlan {
  entries: readonly ArchiveEntry[];
  /** Exact length of the archive in bytes. */
  size: number;
  /** The entries that have a part in a range. */
  entriesIn(range: ByteRange): readonly ArchiveEntry[];
  /** What stands in a range, or in all of the archive, front to back. Nothing is made before its turn. */
  pieces(range?: ByteRange): Iterable<ArchivePiece>;
}

/** Lays out an archive. */
export function archivePlan(entries: readonly ArchiveEntry[]): ArchivePlan {
  return new Plan(entries);
}

/** What is kept is the entries and two numbers for each; headers are written when a range reaches them. */
class Plan implements ArchivePlan {
  readonly size: number;
  /** Where each local header begins, and behind the last file the directory. */
  private readonly locals: Float64Array;
  /** Where each header of the directory begins, and behind the last one the end records. */
  private readonly headers: Float64Array;

  constructor(readonly entries: readonly ArchiveEntry[]) {
    this.locals = sums(0, entries, (entry) => localHeaderLength(entry) + entry.size);
    const lengthInDirectory = (entry: ArchiveEntry, i: number) => directoryHeaderLength(entry, this.local(i));
    this.headers = sums(this.local(entries.length), entries, lengthInDirectory);
    this.size = this.header(entries.length) + this.end().length;
  }

  entriesIn({ start, end }: ByteRange): readonly ArchiveEntry[] {
    if (start >= this.local(this.entries.length)) return [];
    const from = lastAtOrBefore(this.locals, start);
    let to = from;
    while (to < this.entries.length && this.local(to) < end) to++;
    return this.entries.slice(from, to);
  }

  *pieces(range: ByteRange = { start: 0, end: this.size }): Generator<ArchivePiece> {
    yield* this.filesIn(range);
    yield* gathered(this.directoryIn(range));
  }

  private *filesIn({ start, end }: ByteRange): Generator<ArchivePiece> {
    const first = lastAtOrBefore(this.locals, start);
    for (const [i, entry] of entriesFrom(this.entries, first)) {
      const at = this.local(i);
      if (at >= end) return;
      const header = localHeader(entry);
      const bytes = cut(header, at, { start, end });
      if (bytes.length > 0) yield { bytes };
      const dataAt = at + header.length;
      const offset = Math.max(0, start - dataAt);
      const length = Math.min(entry.size, end - dataAt) - offset;
      if (length > 0) yield { entry, offset, length };
    }
  }

  private *directoryIn({ start, end }: ByteRange): Generator<Uint8Array> {
    if (end <= this.header(0)) return;
    const first = lastAtOrBefore(this.headers, start);
    for (const [i, entry] of entriesFrom(this.entries, first)) {
      const at = this.header(i);
      if (at >= end) return;
      yield cut(directoryHeader(entry, this.local(i)), at, { start, end });
    }
    yield cut(this.end(), this.header(this.entries.length), { start, end });
  }

  private end(): Uint8Array {
    const count = this.entries.length;
    return endRecords(count, this.header(count) - this.header(0), this.header(0));
  }

  private local(i: number): number {
    return this.locals[i] as number;
  }

  private header(i: number): number {
    return this.headers[i] as number;
  }
}

/** Where each of some things begins when they stand one after the other from `start` on, and where the last one ends. */
function sums<Thing>(start: number, things: readonly Thing[], lengthOf: (thing: Thing, i: number) => number) {
  const places = new Float64Array(things.length + 1);
  places[0] = start;
  things.forEach((thing, i) => {
    places[i + 1] = (places[i] as number) + lengthOf(thing, i);
  });
  return places;
}

/** The last index whose value is not greater; 0 where all are. */
function lastAtOrBefore(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function* entriesFrom(entries: readonly ArchiveEntry[], first: number): Generator<[number, ArchiveEntry]> {
  for (let i = first; i < entries.length; i++) yield [i, entries[i] as ArchiveEntry];
}

/** What of some bytes, the first of which stands at `at`, lies in a range. */
function cut(bytes: Uint8Array, at: number, { start, end }: ByteRange): Uint8Array {
  return bytes.subarray(Math.max(0, start - at), Math.max(0, end - at));
}

/** Puts small runs of bytes together, so that a directory of thousands of headers is not sent header by header. */
function* gathered(runs: Iterable<Uint8Array>): Generator<ArchivePiece> {
  let held: Uint8Array[] = [];
  let size = 0;
  for (const run of runs) {
    held.push(run);
    size += run.length;
    if (size < PIECE_BYTES) continue;
    yield { bytes: joined(held, size) };
    [held, size] = [[], 0];
  }
  if (size > 0) yield { bytes: joined(held, size) };
}

function joined(runs: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const run of runs) {
    bytes.set(run, at);
    at += run.length;
  }
  return bytes;
}
