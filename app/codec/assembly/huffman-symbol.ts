import { warn } from "./frame";
import { LIMITS, LOOKAHEAD, OFFSETS, SYMBOL_LIST, SYMBOLS } from "./huffman-table";
import { CORRUPT } from "./reasons";
import { MAX_CODE_BITS } from "./t81";

/** The next symbol, of any code length, as length << 8 | symbol (T.81, F.2.2.3). */
export function nextSymbol(table: usize, bits: u64): i32 {
  const entry = <i32>load<u16>(table + SYMBOLS + ((<usize>(bits >> (64 - LOOKAHEAD))) << 1));
  return entry ? entry : longSymbol(table, bits);
}

/** A code that does not exist takes 16 bits, counts as symbol 0 and is noted. */
function longSymbol(table: usize, bits: u64): i32 {
  const code = <i32>(bits >> (64 - MAX_CODE_BITS));
  let length = LOOKAHEAD + 1;
  while (length <= MAX_CODE_BITS && code >= load<i32>(table + LIMITS + ((<usize>length) << 2))) length++;
  if (length > MAX_CODE_BITS) {
    warn(CORRUPT);
    return MAX_CODE_BITS << 8;
  }
  const place = (code >> (MAX_CODE_BITS - length)) + load<i32>(table + OFFSETS + ((<usize>length) << 2));
  return (length << 8) | <i32>load<u8>(table + SYMBOL_LIST + <usize>(place & 255));
}

/** RECEIVE and EXTEND: the value in the next `size` bits, 1 to 15 (F.2.2.1). @inline */
export function extended(bits: u64, size: i32): i32 {
  const value = <i32>(bits >> <u64>(64 - size));
  return value < 1 << (size - 1) ? value + 1 - (1 << size) : value;
}
