import { reciprocals } from "./encode-quantiser";
import { LEVELS, transformForward } from "./fdct";
import { naturalIndex, ZRL } from "./t81";

/**
 * The entropy coder's first pass: blocks become tokens, and symbols are counted. A token is a u32:
 * symbol | table << 8 | value bits << 16. Tables: DC and AC of luminance, DC and AC of chrominance.
 */
export const TABLE_COUNT: i32 = 4;

/** Symbols of a table, and the one that keeps the code of all ones free (T.81, K.2). */
export const SYMBOL_COUNT: i32 = 257;

/** Most bytes of one block's tokens. */
export const BLOCK_TOKEN_BYTES: usize = 65 * 4;

const COUNTS: usize = memory.data(4 * 257 * 4, 16);
const TO_ZIGZAG: usize = memory.data(64, 16);

/** Where the next token goes. */
export let tokenEnd: usize = 0;

export function countsOf(table: i32): usize {
  return COUNTS + <usize>(table * SYMBOL_COUNT * 4);
}

export function openTokens(start: usize): void {
  tokenEnd = start;
  memory.fill(COUNTS, 0, 4 * 257 * 4);
  for (let k = 0; k < 64; k++) store<u8>(TO_ZIGZAG + transposed(naturalIndex(k)), <u8>k);
}

/** A natural index with its two frequencies exchanged. @inline */
function transposed(natural: i32): usize {
  return <usize>(((natural & 7) << 3) | (natural >> 3));
}

/** @inline */
function put(table: i32, symbol: i32, value: i32, size: i32): void {
  const bits = (value + (value >> 31)) & ((1 << size) - 1);
  store<u32>(tokenEnd, symbol | (table << 8) | (bits << 16));
  tokenEnd += 4;
  const count = COUNTS + ((<usize>(table * SYMBOL_COUNT + symbol)) << 2);
  store<u32>(count, load<u32>(count) + 1);
}

/** The number of bits of a value's magnitude (T.81, F.1.2.1.2). @inline */
function sizeOf(value: i32): i32 {
  return 32 - <i32>clz(abs(value));
}

/** Encodes one block (F.1.2); answers its DC level. `kind` is 0 for luminance, 1 for chrominance. */
export function encodeBlock(from: usize, stride: usize, kind: i32, previousDc: i32): i32 {
  const nonZero = transformForward(from, stride, reciprocals(kind));
  const dc = <i32>load<i16>(LEVELS);
  const difference = dc - previousDc;
  const table = kind << 1;
  put(table, sizeOf(difference), difference, sizeOf(difference));
  let inZigzag: u64 = 0;
  for (let set = nonZero & ~(<u64>1); set; set &= set - 1) {
    inZigzag |= (<u64>1) << (<u64>load<u8>(TO_ZIGZAG + <usize>ctz(set)));
  }
  let last = 0;
  for (; inZigzag; inZigzag &= inZigzag - 1) {
    const k = <i32>ctz(inZigzag);
    let run = k - last - 1;
    for (; run > 15; run -= 16) put(table + 1, ZRL, 0, 0);
    const level = <i32>load<i16>(LEVELS + (transposed(naturalIndex(k)) << 1));
    const size = sizeOf(level);
    put(table + 1, (run << 4) | size, level, size);
    last = k;
  }
  if (last < 63) put(table + 1, 0, 0, 0);
  return dc;
}
