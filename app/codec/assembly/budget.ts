import { frame } from "./frame";

/**
 * The work one picture may cost, counted in blocks visited over all scans. A progressive photograph of 100 megapixels
 * without chroma subsampling visits 22 million; a small hostile file could ask for any number.
 */
const MAX_WORK: u64 = 32_000_000;

/** Building a Huffman table takes as long as visiting this many blocks. */
export const TABLE_WORK: u64 = 1000;

/** Largest picture, in pixels. */
export const MAX_PIXELS: u64 = 160_000_000;

/** Counts work before it is done; false when the picture has had its share. */
export function spend(work: u64): bool {
  frame.work += work;
  return frame.work <= MAX_WORK;
}
