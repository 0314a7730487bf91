import { type ArchiveEntry, archivePlan } from "./archive-plan";

/** The most bytes of an archive's part, by the name that it has in addresses. */
export const partSizes = { "2gb": 2_000_000_000, "4gb": 4_000_000_000 } as const;

/**
 * Shares the files of an archive out, in their order, among archives of at most `largest` bytes; each is complete by
 * itself. A file that is larger than that is alone in its part.
 */
export function archiveParts(entries: readonly ArchiveEntry[], largest: number): ArchiveEntry[][] {
  const empty = archivePlan([]).size;
  const parts: ArchiveEntry[][] = [];
  let part: ArchiveEntry[] = [];
  let size = empty;
  for (const entry of entries) {
    const own = archivePlan([entry]).size - empty;
    if (part.length > 0 && size + own > largest) {
      parts.push(part);
      [part, size] = [[], empty];
    }
    part.push(entry);
    size += own;
  }
  return [...parts, part];
}
