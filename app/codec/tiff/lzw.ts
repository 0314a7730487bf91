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

/** From this length on, bytes are copied as a whole and not followed from the last to the first. */
const WORTH_COPYING = 24;

/**
 * Undoes LZW as TIFF 6.0 writes it: codes of 9 to 12 bits, high bit first, a bit more one code before the table needs
 * it. Throws on a code that is not in the table, and on the older variant with the low bit first.
 */
export function unpackingLzw(): Expander {
  const lzw = new Lzw();
  return function* unpack(input) {
    for (let at = 0; at < input.length && !lzw.ended; at = lzw.read) {
      const piece = new Uint8Array(PIECE_BYTES + MOST_CODES);
      const made = lzw.unpack(input, at, piece);
      if (made > 0) yield piece.subarray(0, made);
    }
  };
}

class Lzw {
  /** Of each code its last byte, the code of the bytes before that, and how many bytes it stands for. */
  readonly #suffix = new Uint8Array(MOST_CODES);
  readonly #prefix = new Uint16Array(MOST_CODES);
  readonly #lengths = new Uint16Array(MOST_CODES);
  /** Where in the piece at hand its bytes stand already, or -1. */
  readonly #places = new Int32Array(MOST_CODES);
  #free = FIRST_FREE;
  #width = FEWEST_BITS;
  #before = -1;
  #bits = 0;
  #count = 0;
  ended = false;
  /** Where in the input the last call stopped. */
  read = 0;

  constructor() {
    for (let code = 0; code < CLEAR; code += 1) {
      this.#suffix[code] = code;
      this.#lengths[code] = 1;
    }
  }

  /**
   * Fills a piece from the input, from `at` on; answers how many bytes it made. The state is held in locals: this is
   * what a whole picture waits for.
   */
  unpack(input: Uint8Array, at: number, piece: Uint8Array): number {
    const suffix = this.#suffix;
    const prefix = this.#prefix;
    const lengths = this.#lengths;
    let free = this.#free;
    let width = this.#width;
    let before = this.#before;
    let bits = this.#bits;
    let count = this.#count;
    const places = this.#places.fill(-1);
    let lastStart = -1;
    let made = 0;
    let next = at;
    while (made < PIECE_BYTES) {
      while (count < width && next < input.length) {
        bits = (bits << 8) | (input[next] as number);
        next += 1;
        count += 8;
      }
      if (count < width) break;
      count -= width;
      const code = (bits >>> count) & ((1 << width) - 1);
      if (code === END_OF_INFORMATION) {
        this.ended = true;
        break;
      }
      if (code === CLEAR) {
        free = FIRST_FREE;
        width = FEWEST_BITS;
        before = -1;
        continue;
      }
      if (before < 0 ? code >= FIRST_FREE : code > free) {
        throw new RangeError(`Code ${code} is not in the table`);
      }
      const known = code < free;
      let link = known ? code : before;
      const start = made;
      const length = lengths[link] as number;
      const written = known ? (places[code] as number) : lastStart;
      if (written >= 0 && length >= WORTH_COPYING) {
        piece.copyWithin(start, written, written + length);
      } else {
        for (let place = start + length - 1; place > start; place -= 1) {
          piece[place] = suffix[link] as number;
          link = prefix[link] as number;
        }
        piece[start] = suffix[link] as number;
      }
      const first = piece[start] as number;
      made = start + length;
      if (!known) {
        piece[made] = first;
        made += 1;
      }
      if (before >= 0 && free < MOST_CODES) {
        prefix[free] = before;
        suffix[free] = first;
        lengths[free] = (lengths[before] as number) + 1;
        places[free] = lastStart;
        free += 1;
        if (free >= (1 << width) - 1 && width < MOST_BITS) width += 1;
      }
      before = code;
      lastStart = start;
    }
    this.#free = free;
    this.#width = width;
    this.#before = before;
    this.#bits = bits;
    this.#count = count;
    this.read = next;
    return made;
  }
}
