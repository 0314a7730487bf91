import { AC_BYTES, AC_CHROMINANCE, AC_LUMINANCE, DC_BYTES, DC_CHROMINANCE, DC_LUMINANCE } from "./annex-k";
import { countsOf, SYMBOL_COUNT, TABLE_COUNT } from "./encode-tokens";
import { MAX_CODE_BITS } from "./t81";

/** Each table as BITS and HUFFVAL: u8[4][16 + 256]. */
const SPECIFICATION_BYTES: usize = 272;
const SPECIFICATIONS: usize = memory.data(4 * 272, 16);

/** Code length << 16 | code of each symbol: u32[4][256]. */
const CODES: usize = memory.data(4 * 1024, 16);

/** Codes may grow this long before they are shortened. */
const LONGEST: i32 = 63;

/** Code length, and next symbol of the same subtree or -1, of each symbol: i32[257] each (figure K.1). */
const LENGTHS: usize = memory.data(257 * 4, 16);
const OTHERS: usize = memory.data(257 * 4, 16);

/** Number of codes of each length. */
const LENGTH_COUNTS: usize = memory.data(64 * 4, 16);

export function specification(table: i32): usize {
  return SPECIFICATIONS + <usize>table * SPECIFICATION_BYTES;
}

/** Bytes of a table's BITS and HUFFVAL. */
export function specificationLength(table: i32): i32 {
  let length = MAX_CODE_BITS;
  for (let i = 0; i < MAX_CODE_BITS; i++) length += <i32>load<u8>(specification(table) + i);
  return length;
}

/** Length << 16 | code of a token's symbol. @inline */
export function codeOf(token: u32): u32 {
  return load<u32>(CODES + ((<usize>(token & 0x3ff)) << 2));
}

/** Tables for any picture (K.3.3). */
export function takeStandardTables(): void {
  memory.copy(specification(0), DC_LUMINANCE, DC_BYTES);
  memory.copy(specification(1), AC_LUMINANCE, AC_BYTES);
  memory.copy(specification(2), DC_CHROMINANCE, DC_BYTES);
  memory.copy(specification(3), AC_CHROMINANCE, AC_BYTES);
}

/** Tables for the symbols that were counted (K.2). */
export function optimiseTables(): void {
  for (let table = 0; table < TABLE_COUNT; table++) {
    findLengths(countsOf(table));
    countLengths();
    limitLengths();
    specify(table);
  }
}

/** Code_size: merges the two rarest subtrees until one is left (figure K.1). */
function findLengths(counts: usize): void {
  memory.fill(LENGTHS, 0, 257 * 4);
  memory.fill(OTHERS, 0xff, 257 * 4);
  store<u32>(counts + 256 * 4, 1);
  while (true) {
    const rarest = rarestBut(counts, -1);
    const second = rarestBut(counts, rarest);
    if (second < 0) return;
    const sum = load<u32>(counts + ((<usize>rarest) << 2)) + load<u32>(counts + ((<usize>second) << 2));
    store<u32>(counts + ((<usize>rarest) << 2), sum);
    store<u32>(counts + ((<usize>second) << 2), 0);
    store<i32>(OTHERS + ((<usize>lengthen(rarest)) << 2), second);
    lengthen(second);
  }
}

/** The symbol counted least, the last of equals; -1 when there is none but `except`. */
function rarestBut(counts: usize, except: i32): i32 {
  let found = -1;
  let least: u32 = 0xffffffff;
  for (let i = 0; i < SYMBOL_COUNT; i++) {
    const count = load<u32>(counts + ((<usize>i) << 2));
    if (!count || count > least || i === except) continue;
    least = count;
    found = i;
  }
  return found;
}

/** Makes all codes of a subtree one bit longer; answers its last symbol. */
function lengthen(first: i32): i32 {
  let symbol = first;
  while (true) {
    const slot = (<usize>symbol) << 2;
    // Merging links the second subtree only after the first one has been walked.
    store<i32>(LENGTHS + slot, load<i32>(LENGTHS + slot) + 1);
    const next = load<i32>(OTHERS + slot);
    if (next < 0) return symbol;
    symbol = next;
  }
}

function lengthCount(length: i32): i32 {
  return load<i32>(LENGTH_COUNTS + ((<usize>length) << 2));
}

function addLengths(length: i32, change: i32): void {
  store<i32>(LENGTH_COUNTS + ((<usize>length) << 2), lengthCount(length) + change);
}

function codeLength(symbol: i32): i32 {
  return min(LONGEST, load<i32>(LENGTHS + ((<usize>symbol) << 2)));
}

function countLengths(): void {
  memory.fill(LENGTH_COUNTS, 0, 64 * 4);
  for (let i = 0; i < SYMBOL_COUNT; i++) if (codeLength(i)) addLengths(codeLength(i), 1);
}

/** Adjust_BITS (figure K.3): no code longer than 16 bits, and the last one given up, so that none is all ones. */
function limitLengths(): void {
  for (let length = LONGEST; length > MAX_CODE_BITS; length--) {
    while (lengthCount(length) > 0) {
      let shorter = length - 2;
      while (!lengthCount(shorter)) shorter--;
      addLengths(length, -2);
      addLengths(length - 1, 1);
      addLengths(shorter + 1, 2);
      addLengths(shorter, -1);
    }
  }
  let longest = MAX_CODE_BITS;
  while (!lengthCount(longest)) longest--;
  addLengths(longest, -1);
}

/** Sort_input (figure K.4): symbols in order of length. */
function specify(table: i32): void {
  const bits = specification(table);
  for (let length = 1; length <= MAX_CODE_BITS; length++)
    store<u8>(bits + length - 1, <u8>lengthCount(length));
  let value = bits + MAX_CODE_BITS;
  for (let length = 1; length <= LONGEST; length++) {
    for (let symbol = 0; symbol < 256; symbol++) {
      if (codeLength(symbol) === length) store<u8>(value++, <u8>symbol);
    }
  }
}

/** Assigns the codes (C.2). */
export function assignCodes(): void {
  memory.fill(CODES, 0, 4 * 1024);
  for (let table = 0; table < TABLE_COUNT; table++) {
    let value = specification(table) + MAX_CODE_BITS;
    let code = 0;
    for (let length = 1; length <= MAX_CODE_BITS; length++) {
      for (let n = <i32>load<u8>(specification(table) + length - 1); n > 0; n--) {
        store<u32>(CODES + ((<usize>((table << 8) | <i32>load<u8>(value++))) << 2), (length << 16) | code);
        code++;
      }
      code <<= 1;
    }
  }
}
