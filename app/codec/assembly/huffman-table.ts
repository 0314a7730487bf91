import { MAX_CODE_BITS, ZRL } from "./t81";

/**
 * A Huffman table as decoders use it (T.81, C and F.2.2.3), five parts behind each other:
 *
 * - VALUES, i32 by the next 10 bits: a whole code with the value behind it, as value << 16 | run << 8 | bits taken;
 *   the run of an end of block is END_OF_BLOCK and its value the n of EOBn. 0 when code and value need more bits.
 * - SYMBOLS, u16 by the next 10 bits: code length << 8 | symbol. 0 for a longer code.
 * - SKIPS, u16 by the next 11 bits: as many whole AC symbols as fit, as coefficients passed << 8 | bits taken;
 *   END_OF_BLOCK is added when the last of them ends the block. 0 when not one fits.
 * - LIMITS and OFFSETS, i32 by code length: the first 16-bit code that is longer, and code -> place in SYMBOL_LIST.
 */
export const LOOKAHEAD: i32 = 10;
export const SKIP_LOOKAHEAD: i32 = 11;
export const END_OF_BLOCK: i32 = 128;

const VALUES_BYTES: usize = 4 << 10;
export const SYMBOLS: usize = VALUES_BYTES;
export const SKIPS: usize = SYMBOLS + (2 << 10);
export const LIMITS: usize = SKIPS + (2 << 11);
export const OFFSETS: usize = LIMITS + 72;
export const SYMBOL_LIST: usize = OFFSETS + 72;
const DEFINED: usize = SYMBOL_LIST + 256;
const TABLE_BYTES: usize = (DEFINED + 4 + 63) & ~63;

/** Tables of a class; class 0 is DC, class 1 is AC (B.2.4.2). */
const TABLES_PER_CLASS: i32 = 4;
const TABLES: usize = memory.data(8 * 10752, 64);

export function huffmanTable(tableClass: i32, selector: i32): usize {
  return TABLES + <usize>(tableClass * TABLES_PER_CLASS + selector) * TABLE_BYTES;
}

export function isDefinedTable(table: usize): bool {
  return load<i32>(table + DEFINED) !== 0;
}

export function forgetTables(): void {
  memory.fill(TABLES, 0, 8 * TABLE_BYTES);
}

/** Builds a table from BITS and HUFFVAL (B.2.4.2). False when the lengths ask for more codes than there are. */
export function buildTable(table: usize, bits: usize, values: usize, total: i32, isDc: bool): bool {
  memory.fill(table, 0, TABLE_BYTES);
  memory.copy(table + SYMBOL_LIST, values, total);
  if (!buildSymbols(table, bits)) return false;
  buildValues(table, isDc);
  if (!isDc) buildSkips(table);
  store<i32>(table + DEFINED, 1);
  return true;
}

/** Assigns codes in order of length (C.2) and enters the short ones under every continuation. */
function buildSymbols(table: usize, bits: usize): bool {
  let code = 0;
  let place = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    const count = <i32>load<u8>(bits + length - 1);
    if (code + count > 1 << length) return false;
    const slot = (<usize>length) << 2;
    store<i32>(table + OFFSETS + slot, place - code);
    if (length <= LOOKAHEAD) enterCodes(table, code, count, length, place);
    code += count;
    place += count;
    store<i32>(table + LIMITS + slot, code << (MAX_CODE_BITS - length));
    code <<= 1;
  }
  return true;
}

function enterCodes(table: usize, firstCode: i32, count: i32, length: i32, place: i32): void {
  const continuations = 1 << (LOOKAHEAD - length);
  let entry = table + SYMBOLS + (((<usize>firstCode) << (LOOKAHEAD - length)) << 1);
  for (let i = 0; i < count; i++) {
    const symbol = <i32>load<u8>(table + SYMBOL_LIST + place + i);
    for (let j = 0; j < continuations; j++, entry += 2) store<u16>(entry, (length << 8) | symbol);
  }
}

function symbolEntry(table: usize, bits: i32): i32 {
  return load<u16>(table + SYMBOLS + ((<usize>bits) << 1));
}

function buildValues(table: usize, isDc: bool): void {
  for (let bits = 0; bits < 1 << LOOKAHEAD; bits++) {
    const entry = symbolEntry(table, bits);
    if (!entry) continue;
    const length = entry >> 8;
    const symbol = entry & 255;
    const size = isDc ? symbol : symbol & 15;
    if (length + size > LOOKAHEAD || (isDc && symbol > 15)) continue;
    let run = isDc ? 0 : symbol >> 4;
    let value = size ? signedValue(bits >> (LOOKAHEAD - length - size), size) : 0;
    if (!size && !isDc && run < 15) {
      value = run;
      run = END_OF_BLOCK;
    }
    store<i32>(table + ((<usize>bits) << 2), (value << 16) | (run << 8) | (length + size));
  }
}

/** EXTEND of the lowest `size` bits (T.81, F.2.2.1). */
function signedValue(bits: i32, size: i32): i32 {
  const value = bits & ((1 << size) - 1);
  return value < 1 << (size - 1) ? value + 1 - (1 << size) : value;
}

function buildSkips(table: usize): void {
  for (let bits = 0; bits < 1 << SKIP_LOOKAHEAD; bits++) {
    store<u16>(table + SKIPS + ((<usize>bits) << 1), skipEntry(table, bits));
  }
}

function skipEntry(table: usize, bits: i32): i32 {
  let taken = 0;
  let passed = 0;
  while (taken < SKIP_LOOKAHEAD) {
    const entry = symbolEntry(
      table,
      ((bits << taken) >> (SKIP_LOOKAHEAD - LOOKAHEAD)) & ((1 << LOOKAHEAD) - 1),
    );
    if (!entry) break;
    const symbol = entry & 255;
    const size = symbol & 15;
    const length = (entry >> 8) + size;
    if (taken + length > SKIP_LOOKAHEAD) break;
    if (!size && symbol !== ZRL) return ((passed | END_OF_BLOCK) << 8) | (taken + length);
    const step = (symbol >> 4) + 1;
    if (passed + step > 63) break;
    passed += step;
    taken += length;
  }
  return (passed << 8) | taken;
}
