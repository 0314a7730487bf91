import { crc32 } from "node:zlib";
import { archiveNames } from "~/features/downloads/archive-names";
import type { ArchiveEntry } from "~/features/downloads/archive-plan";

/** Files from this size on are nothing but zeros, so that gigabytes of them cost nothing to make. */
const ZEROS_FROM = 50_000;

/** The bytes of a synthetic file from `from` on, written into `target`. */
export function fillSynthetic(
  target: Uint8Array,
  { size, number }: { size: number; number: number },
  from: number,
) {
  if (size >= ZEROS_FROM) {
    target.fill(0);
    return;
  }
  for (let i = 0; i < target.length; i++) {
    const at = from + i;
    target[i] = at * 31 + (at >> 8) * 7 + number * 101;
  }
}

/** What a synthetic file lies under; it says everything about it. */
export const syntheticKey = (number: number, size: number) => `${String(number).padStart(8, "0")}-${size}`;

/** The number and the size in a key. */
export function syntheticFile(key: string): { number: number; size: number } {
  const [number = 0, size = 0] = key.split("-").map(Number);
  return { number, size };
}

/** Entries of `count` files of `size` bytes, in three sections and none, with names that are not easy. */
export function syntheticEntries(count: number, size: number): ArchiveEntry[] {
  const names = archiveNames(Array.from({ length: count }, (_, i) => nameOf(i)));
  const sameCrc = size >= ZEROS_FROM ? crcOfZeros(size) : null;
  return names.map((name, number) => ({
    name,
    key: syntheticKey(number, size),
    size,
    crc32: sameCrc ?? crcOf({ number, size }),
    modified: { year: 2026, month: 6, day: 13, hour: 15, minute: 20, second: number % 60 },
  }));
}

function nameOf(i: number) {
  const filename = ["IMG_0001.JPG", `DSC_${i}.jpg`, `Zoë & Ånund’s ${i}.jpg`, `桜 ${i}.jpg`][i % 4] ?? "";
  const section = [null, "Church", "Dinner / Party", "Nachmittag – Fotos"][Math.floor(i / 4) % 4] ?? null;
  return { filename, section };
}

function crcOf({ number, size }: { number: number; size: number }): number {
  const bytes = new Uint8Array(size);
  fillSynthetic(bytes, { number, size }, 0);
  return crc32(bytes);
}

function crcOfZeros(size: number): number {
  const zeros = new Uint8Array(1024 * 1024);
  let crc = 0;
  for (let left = size; left > 0; left -= zeros.length) crc = crc32(zeros.subarray(0, left), crc);
  return crc;
}
