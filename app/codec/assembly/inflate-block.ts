import { deflated, overran, takeBits } from "./inflate-input";
import {
  buildInflateTable,
  CODE_LENGTH,
  CODE_LENGTHS,
  DISTANCE_CODES,
  DISTANCES,
  LENGTHS_AND_LITERALS,
  LITERALS,
  LOOKAHEAD_MASK,
  longEntry,
  PLAIN,
} from "./inflate-table";

/** The order of code length code lengths (RFC 1951, 3.2.7). */
const ORDER: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

/** Code lengths of literals, lengths and distances, as one sequence. */
const MOST_LENGTHS: i32 = 286 + 30;
const LENGTHS: usize = memory.data(320, 16);

const REPEAT_BEFORE: i32 = 16;
const REPEAT_ZERO: i32 = 17;

const END_OF_BLOCK_SYMBOL: usize = 256;

/** The tables that need not be written (3.2.6). */
export function buildFixedTables(): void {
  memory.fill(LENGTHS, 8, 144);
  memory.fill(LENGTHS + 144, 9, 112);
  memory.fill(LENGTHS + 256, 7, 24);
  memory.fill(LENGTHS + 280, 8, 8);
  buildInflateTable(LITERALS, LENGTHS, 288, LENGTHS_AND_LITERALS);
  memory.fill(LENGTHS, 5, 32);
  buildInflateTable(DISTANCES, LENGTHS, 32, DISTANCE_CODES);
}

/** Reads the tables of a block (3.2.7), which lie in the input whole or are cut off. False when they are broken. */
export function readTables(): bool {
  const literals = 257 + takeBits(5);
  const distances = 1 + takeBits(5);
  const codes = 4 + takeBits(4);
  if (literals > 286 || distances > 30) return false;
  memory.fill(LENGTHS, 0, 19);
  for (let index = 0; index < codes; index++)
    store<u8>(LENGTHS + <usize>load<u8>(ORDER + index), takeBits(3));
  if (!buildInflateTable(CODE_LENGTHS, LENGTHS, 19, PLAIN)) return false;
  if (!readLengths(literals + distances)) return false;
  if (!load<u8>(LENGTHS + END_OF_BLOCK_SYMBOL)) return false;
  return (
    buildInflateTable(LITERALS, LENGTHS, literals, LENGTHS_AND_LITERALS) &&
    buildInflateTable(DISTANCES, LENGTHS + literals, distances, DISTANCE_CODES)
  );
}

function readLengths(total: i32): bool {
  let at = 0;
  while (at < total) {
    const symbol = nextCodeLength();
    if (symbol < 0 || overran()) return false;
    if (symbol < REPEAT_BEFORE) {
      store<u8>(LENGTHS + at++, symbol);
      continue;
    }
    if (symbol === REPEAT_BEFORE && !at) return false;
    const value = symbol === REPEAT_BEFORE ? load<u8>(LENGTHS + at - 1) : 0;
    const times =
      symbol === REPEAT_BEFORE
        ? 3 + takeBits(2)
        : symbol === REPEAT_ZERO
          ? 3 + takeBits(3)
          : 11 + takeBits(7);
    if (at + times > total || total > MOST_LENGTHS) return false;
    memory.fill(LENGTHS + at, <u8>value, times);
    at += times;
  }
  return true;
}

function nextCodeLength(): i32 {
  takeBits(0);
  let entry = load<u32>(CODE_LENGTHS + ((<usize>(deflated.bits & LOOKAHEAD_MASK)) << 2));
  if (!entry) entry = longEntry(CODE_LENGTHS, deflated.bits, PLAIN);
  if (!entry) return -1;
  takeBits(<i32>(entry & CODE_LENGTH));
  return <i32>(entry >> 16);
}
