/**
 * Huffman tables of deflate (RFC 1951, 3.2.2 and 3.2.5). A table has three parts:
 *
 * - ENTRIES, u32 by the next 11 bits of the stream: value << 16 | extra bits << 8 | flags | code length. The value is a
 *   literal, or the least length or distance of the code. 0 when the code is longer or does not exist.
 * - COUNTS, u16 by code length: how many codes have it.
 * - SYMBOL_LIST, u16: the symbols in order of their codes, for the long ones.
 */
export const LITERAL: u32 = 0x8000;
export const END_OF_BLOCK: u32 = 0x4000;
export const CODE_LENGTH: u32 = 31;

const LOOKAHEAD: i32 = 11;
export const LOOKAHEAD_MASK: u64 = (1 << LOOKAHEAD) - 1;

const MAX_CODE_BITS: i32 = 15;
const MAX_SYMBOLS: i32 = 288;

const COUNTS: usize = 4 << LOOKAHEAD;
const SYMBOL_LIST: usize = COUNTS + 32;
const TABLE_BYTES: usize = SYMBOL_LIST + 2 * MAX_SYMBOLS;

export const LITERALS: usize = memory.data(TABLE_BYTES, 64);
export const DISTANCES: usize = memory.data(TABLE_BYTES, 64);
export const CODE_LENGTHS: usize = memory.data(TABLE_BYTES, 64);

/** What the symbols of a table stand for. */
export const PLAIN: i32 = 0;
export const LENGTHS_AND_LITERALS: i32 = 1;
export const DISTANCE_CODES: i32 = 2;

const END: i32 = 256;

/** Where the next code of each length and its symbol go, while a table is built. */
const NEXT_CODE: usize = memory.data(2 * 16, 16);
const NEXT_PLACE: usize = memory.data(2 * 16, 16);

/**
 * Builds a table from one byte of code length a symbol. False for lengths that make no complete code: a single code
 * of one bit is allowed, and no code at all where none is used.
 */
export function buildInflateTable(table: usize, lengths: usize, symbols: i32, meaning: i32): bool {
  memory.fill(table, 0, TABLE_BYTES);
  for (let symbol = 0; symbol < symbols; symbol++) {
    const slot = table + COUNTS + ((<usize>load<u8>(lengths + symbol)) << 1);
    store<u16>(slot, load<u16>(slot) + 1);
  }
  store<u16>(table + COUNTS, 0);
  if (!assignCodes(table, meaning)) return false;
  for (let symbol = 0; symbol < symbols; symbol++) {
    const length = <i32>load<u8>(lengths + symbol);
    if (length) enterSymbol(table, symbol, length, meaning);
  }
  return true;
}

function countOf(table: usize, length: i32): i32 {
  return load<u16>(table + COUNTS + ((<usize>length) << 1));
}

/** The first code of each length (3.2.2). False when there are too many codes, or too few. */
function assignCodes(table: usize, meaning: i32): bool {
  let code = 0;
  let place = 0;
  let longest = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    const count = countOf(table, length);
    const slot = (<usize>length) << 1;
    code <<= 1;
    store<u16>(NEXT_CODE + slot, code);
    store<u16>(NEXT_PLACE + slot, place);
    code += count;
    place += count;
    if (code > 1 << length) return false;
    if (count) longest = length;
  }
  if (code === 1 << MAX_CODE_BITS) return true;
  return meaning !== PLAIN && longest <= 1;
}

function enterSymbol(table: usize, symbol: i32, length: i32, meaning: i32): void {
  const slot = (<usize>length) << 1;
  const code = <i32>load<u16>(NEXT_CODE + slot);
  const place = <i32>load<u16>(NEXT_PLACE + slot);
  store<u16>(NEXT_CODE + slot, code + 1);
  store<u16>(NEXT_PLACE + slot, place + 1);
  store<u16>(table + SYMBOL_LIST + ((<usize>place) << 1), symbol);
  const kind = entryOf(symbol, meaning);
  if (length > LOOKAHEAD || !kind) return;
  const entry = kind | length;
  for (let bits = reversed(code, length); bits < 1 << LOOKAHEAD; bits += 1 << length) {
    store<u32>(table + ((<usize>bits) << 2), entry);
  }
}

/** Codes come highest bit first, everything else lowest bit first (3.1.1). */
function reversed(code: i32, length: i32): i32 {
  let bits = 0;
  for (let bit = 0; bit < length; bit++) bits |= ((code >> bit) & 1) << (length - 1 - bit);
  return bits;
}

/** Everything of an entry but the code length; 0 for a symbol that must not occur (3.2.5). */
function entryOf(symbol: i32, meaning: i32): u32 {
  if (meaning === PLAIN) return ((<u32>symbol) << 16) | LITERAL;
  if (meaning === DISTANCE_CODES) {
    if (symbol > 29) return 0;
    const extra = symbol < 4 ? 0 : (symbol >> 1) - 1;
    const base = symbol < 4 ? symbol + 1 : ((2 + (symbol & 1)) << extra) + 1;
    return ((<u32>base) << 16) | ((<u32>extra) << 8);
  }
  if (symbol < END) return ((<u32>symbol) << 16) | LITERAL;
  if (symbol === END) return END_OF_BLOCK;
  const code = symbol - END - 1;
  if (code > 28) return 0;
  if (code === 28) return (<u32>258) << 16;
  const extra = code < 8 ? 0 : (code >> 2) - 1;
  const base = code < 8 ? code + 3 : ((4 + (code & 3)) << extra) + 3;
  return ((<u32>base) << 16) | ((<u32>extra) << 8);
}

/** The entry of a code longer than the look-up, or 0 for none. */
export function longEntry(table: usize, bits: u64, meaning: i32): u32 {
  let code = 0;
  let first = 0;
  let place = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    code |= <i32>(bits & 1);
    bits >>= 1;
    const count = countOf(table, length);
    if (code - first < count) {
      const symbol = <i32>load<u16>(table + SYMBOL_LIST + ((<usize>(place + code - first)) << 1));
      const entry = entryOf(symbol, meaning);
      return entry ? entry | length : 0;
    }
    place += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return 0;
}
