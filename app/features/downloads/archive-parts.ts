import type { ArchiveEntry } from "./archive-plan";
import { directoryHeaderLength, localHeaderLength } from "./zip-records";

/**
 * Sizes that an archive's parts can have at most, by name, in bytes: below what signed and unsigned 32 bits count, and
 * so what FAT32 and programs without ZIP64 hold.
 */
export const partSizes = { "2gb": 2_000_000_000, "4gb": 4_000_000_000 } as const;

/**
 * Most files of a part: each is looked for and read once, which stays within the 10,000 calls that one request of a
 * Worker may make.
 */
const MOST_FILES = 4000;

/** An archive of no files. */
const EMPTY = 22;

/**
 * Shares the files of an archive out, in their order, among archives of at most `largest` bytes; each is complete by
 * itself. The same files give the same parts. A file that is larger than that is alone in its part.
 */
export function archiveParts(entries: readonly ArchiveEntry[], largest: number): ArchiveEntry[][] {
  const parts: ArchiveEntry[][] = [];
  let part: ArchiveEntry[] = [];
  let size = EMPTY;
  for (const entry of entries) {
    const own = localHeaderLength(entry) + entry.size + directoryHeaderLength(entry, 0);
    if (part.length > 0 && (size + own > largest || part.length === MOST_FILES)) {
      parts.push(part);
      [part, size] = [[], EMPTY];
    }
    part.push(entry);
    size += own;
  }
  return [...parts, part];
}
