import type { Expander } from "../inflate";

/** Codes of TIFF 6.0, section 13. */
const CLEAR = 256;
const END_OF_INFORMATION = 257;
const FIRST_FREE = 258;
const MOST_CODES = 4096;
const FEWEST_BITS = 9;
const MOST_BITS = 12;

/** Output handed on at once; a code stands for at most `MOST_CODES` bytes. */
const PIECE_BYTES = 64 * 1024;

/**
 * Undoes LZW as TIFF 6.0 writes it: codes of 9 to 12 bits, high bit first, a bit more one code before the table needs
 * it. Throws on a code that is not in the table, and on the older variant with the low bit first.
 */
export function unpackingLzw(): Expander {
  const prefix = new Uint16Array(MOST_CODES);
  const suffix = new Uint8Array(MOST_CODES);
  const lengths = new Uint16Array(MOST_CODES);
  for (let code = 0; code < CLEAR; code += 1) {
    suffix[code] = code;
    lengths[code] = 1;
  }
  let free = FIRST_FREE;
  let width = FEWEST_BITS;
  let before = -1;
  let bits = 0;
  let count = 0;
  let ended = false;

  /** Writes what a code stands for, from its last byte to its first, which is returned. */
  const write = (code: number, piece: Uint8Array, start: number) => {
    let at = start + (lengths[code] as number) - 1;
    for (let next = code; ; next = prefix[next] as number) {
      piece[at] = suffix[next] as number;
      if (at === start) return suffix[next] as number;
      at -= 1;
    }
  };

  return function* unpack(input) {
    let piece = new Uint8Array(PIECE_BYTES + MOST_CODES);
    let length = 0;
    for (let at = 0; at < input.length && !ended; at += 1) {
      bits = ((bits << 8) | (input[at] as number)) & 0xff_ffff;
      count += 8;
      if (count < width) continue;
      count -= width;
      const code = (bits >> count) & ((1 << width) - 1);
      if (code === END_OF_INFORMATION) ended = true;
      else if (code === CLEAR) {
        free = FIRST_FREE;
        width = FEWEST_BITS;
        before = -1;
      } else {
        if (code > free || (code === free && before < 0) || (code >= FIRST_FREE && before < 0)) {
          throw new RangeError(`Code ${code} is not in the table`);
        }
        const known = code < free;
        const start = length;
        const first = write(known ? code : before, piece, start);
        length += lengths[known ? code : before] as number;
        if (!known) {
          piece[length] = first;
          length += 1;
        }
        if (before >= 0 && free < MOST_CODES) {
          prefix[free] = before;
          suffix[free] = first;
          lengths[free] = (lengths[before] as number) + 1;
          free += 1;
          if (free >= (1 << width) - 1 && width < MOST_BITS) width += 1;
        }
        before = code;
        if (length >= PIECE_BYTES) {
          yield piece.subarray(0, length);
          piece = new Uint8Array(PIECE_BYTES + MOST_CODES);
          length = 0;
        }
      }
    }
    if (length > 0) yield piece.subarray(0, length);
  };
}
