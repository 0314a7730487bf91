import { BLOCK_ENDED, BROKEN, CUT_SHORT, FULL, WANTS_INPUT } from "./inflate-answers";
import { deflated, READ_AHEAD } from "./inflate-input";
import { copyMatch, inflated, LONGEST_MATCH } from "./inflate-output";
import {
  CODE_LENGTH,
  DISTANCE_CODES,
  DISTANCES,
  END_OF_BLOCK,
  LENGTHS_AND_LITERALS,
  LITERAL,
  LITERALS,
  LOOKAHEAD_MASK,
  longEntry,
} from "./inflate-table";

/**
 * Symbols of a block (3.2.3). A turn takes up to two literals and then a symbol of any kind: at most 11 + 11 + 15 + 5
 * bits of the 56 that are loaded, and 15 + 13 of another 56 for a distance.
 */
export function readSymbols(): i32 {
  const fast = deflated.end - READ_AHEAD;
  const full = inflated.start + inflated.capacity - LONGEST_MATCH - 2;
  let next = deflated.next;
  let bits = deflated.bits;
  let count = <u64>deflated.count;
  let out = inflated.end;
  let answer = BLOCK_ENDED;
  while (true) {
    const careful = <isize>(next - fast) > 0;
    if (careful && !deflated.ended) {
      answer = WANTS_INPUT;
      break;
    }
    if (out > full) {
      answer = FULL;
      break;
    }
    bits |= load<u64>(next) << count;
    next += <usize>((63 - count) >> 3);
    count |= 56;
    let entry = load<u32>(LITERALS + ((<usize>(bits & LOOKAHEAD_MASK)) << 2));
    if (!careful && entry & LITERAL) {
      store<u8>(out++, <u8>(entry >> 16));
      bits >>= <u64>(entry & CODE_LENGTH);
      count -= <u64>(entry & CODE_LENGTH);
      entry = load<u32>(LITERALS + ((<usize>(bits & LOOKAHEAD_MASK)) << 2));
      if (entry & LITERAL) {
        store<u8>(out++, <u8>(entry >> 16));
        bits >>= <u64>(entry & CODE_LENGTH);
        count -= <u64>(entry & CODE_LENGTH);
        entry = load<u32>(LITERALS + ((<usize>(bits & LOOKAHEAD_MASK)) << 2));
      }
    }
    if (!entry) {
      entry = longEntry(LITERALS, bits, LENGTHS_AND_LITERALS);
      if (!entry) {
        answer = BROKEN;
        break;
      }
    }
    bits >>= <u64>(entry & CODE_LENGTH);
    count -= <u64>(entry & CODE_LENGTH);
    if (careful && isBehindEnd(next, count)) {
      answer = CUT_SHORT;
      break;
    }
    if (entry & LITERAL) {
      store<u8>(out++, <u8>(entry >> 16));
      continue;
    }
    if (entry & END_OF_BLOCK) {
      answer = BLOCK_ENDED;
      break;
    }
    const lengthBits = <u64>((entry >> 8) & 15);
    const length = <usize>(entry >> 16) + (<usize>bits & ~((<usize>-1) << (<usize>lengthBits)));
    bits >>= lengthBits;
    count -= lengthBits;
    bits |= load<u64>(next) << count;
    next += <usize>((63 - count) >> 3);
    count |= 56;
    entry = load<u32>(DISTANCES + ((<usize>(bits & LOOKAHEAD_MASK)) << 2));
    if (!entry) entry = longEntry(DISTANCES, bits, DISTANCE_CODES);
    bits >>= <u64>(entry & CODE_LENGTH);
    count -= <u64>(entry & CODE_LENGTH);
    const distanceBits = <u64>((entry >> 8) & 15);
    const distance = <usize>(entry >> 16) + (<usize>bits & ~((<usize>-1) << (<usize>distanceBits)));
    bits >>= distanceBits;
    count -= distanceBits;
    if (careful && isBehindEnd(next, count)) {
      answer = CUT_SHORT;
      break;
    }
    if (!entry || distance > out - inflated.start) {
      answer = BROKEN;
      break;
    }
    copyMatch(out, distance, length);
    out += length;
  }
  deflated.next = next;
  deflated.bits = bits;
  deflated.count = <i32>count;
  inflated.end = out;
  return answer;
}

/** @inline */
function isBehindEnd(next: usize, count: u64): bool {
  return (<i32>(next - deflated.end)) << 3 > <i32>count;
}
