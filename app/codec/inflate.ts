import { Unzlib } from "fflate";
import { concat } from "./byte-source";

/**
 * Compressed bytes handed over at once. Deflate makes at most 1032 bytes of one (RFC 1951), so that what a hostile
 * file can make of a portion stays within 17 MB; fewer at once cost more time for each.
 */
const PORTION_BYTES = 16 * 1024;

/**
 * Compressed bytes in a row that may make nothing. A stored block comes out when all its 64 KB are there; what goes
 * on in silence lies behind the end of the stream, where fflate only gathers it.
 */
const MOST_SILENT_BYTES = 128 * 1024;

/** A step of decompression: bytes in, bytes out, as much as the input allows. Throws when the data is broken. */
export type Expander = (input: Uint8Array) => Iterable<Uint8Array>;

/**
 * Inflates a zlib stream (RFC 1950). It is fflate and not `DecompressionStream`, which in workerd takes the whole
 * input without back-pressure and keeps the whole output in memory, and whose errors lose what came before them.
 * The Adler-32 at the end is not looked at: nobody waits for it who knows how many bytes to expect.
 */
export function inflating(): Expander {
  let made: Uint8Array[] = [];
  let silent = 0;
  const unzlib = new Unzlib((piece) => {
    if (piece.length > 0) made.push(piece);
  });
  return function* inflate(input) {
    for (let at = 0; at < input.length; at += PORTION_BYTES) {
      const portion = input.subarray(at, at + PORTION_BYTES);
      made = [];
      unzlib.push(portion, false);
      silent = made.length > 0 ? 0 : silent + portion.length;
      if (silent > MOST_SILENT_BYTES) throw new RangeError("The compressed data has ended");
      yield* made;
    }
  };
}

/** Inflates a small block; null when it is broken or makes more than `most` bytes. */
export function inflateSmall(zlib: Uint8Array, most: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (const part of inflating()(zlib)) {
      length += part.length;
      if (length > most) return null;
      parts.push(part);
    }
  } catch {
    return null;
  }
  return concat(parts);
}
