import { decodeFloor } from "./baseline";
import { bytesTaken, filled, reader, saveBits, unreadBits } from "./bits";
import { Component, scan, warn } from "./frame";
import { extended, nextSymbol } from "./huffman-symbol";
import { END_OF_BLOCK, LOOKAHEAD } from "./huffman-table";
import { CORRUPT } from "./reasons";
import { blockMap, DROPPED, storedBlock } from "./store";

/** Blocks that an end-of-band run still covers (T.81, G.1.2.2). */
let endOfBandRun: i32 = 0;

export function resetEndOfBandRun(): void {
  endOfBandRun = 0;
}

/** Decodes up to `count` blocks of the first AC scan of a band, from `block` on (G.1.2.2). */
export function decodeAcFirst(c: Component, table: usize, count: i32, block: i32, spare: usize): i32 {
  const floor = decodeFloor(spare);
  let done = 0;
  while (done < count) {
    if (endOfBandRun) {
      const covered = min(endOfBandRun, count - done);
      endOfBandRun -= covered;
      done += covered;
      continue;
    }
    if (reader.next < floor || (reader.ended && unreadBits(reader.next, reader.count) < 0)) break;
    decodeBand(c, table, block + done);
    done++;
  }
  return done;
}

/** Keeps a coefficient if the scale reads it. @inline */
function keep(c: Component, target: usize, k: i32, value: i32): void {
  const offset = <i32>load<u8>(c.storeOffsets + k);
  if (offset !== DROPPED) store<i16>(target + <usize>offset, value << scan.approximationLow);
}

function decodeBand(c: Component, table: usize, block: i32): void {
  const target = storedBlock(c, block);
  const mapAddress = blockMap(c, block);
  const last = scan.lastCoefficient;
  let map = load<u64>(mapAddress);
  let next = reader.next;
  let bits = reader.bits;
  let count = reader.count;
  let k = scan.firstCoefficient;
  while (k <= last) {
    bits = filled(next, bits, count);
    next -= bytesTaken(count);
    count |= 56;
    const entry = load<i32>(table + ((<usize>(bits >> (64 - LOOKAHEAD))) << 2));
    let run = (entry >> 8) & 255;
    if (entry && run < END_OF_BLOCK) {
      bits <<= <u64>(entry & 63);
      count -= entry & 63;
      k += run;
      if (k > 63) break;
      if (entry >> 16) {
        map |= (<u64>1) << (<u64>k);
        keep(c, target, k, entry >> 16);
      }
      k++;
      continue;
    }
    const symbol = nextSymbol(table, bits);
    const size = symbol & 15;
    bits <<= <u64>(symbol >> 8);
    count -= symbol >> 8;
    run = (symbol >> 4) & 15;
    if (size) {
      k += run;
      if (k > 63) break;
      map |= (<u64>1) << (<u64>k);
      keep(c, target, k, extended(bits, size));
      bits <<= <u64>size;
      count -= size;
      k++;
    } else if (run === 15) {
      k += 16;
    } else {
      endOfBandRun = (1 << run) - 1;
      if (run) {
        endOfBandRun += <i32>(bits >> <u64>(64 - run));
        bits <<= <u64>run;
        count -= run;
      }
      break;
    }
  }
  if (k > 64) warn(CORRUPT);
  store<u64>(mapAddress, map);
  saveBits(next, bits, count);
}

/** Whether an end-of-band run covers the block at hand, which it then counts. */
export function takeFromEndOfBandRun(): bool {
  if (!endOfBandRun) return false;
  endOfBandRun--;
  return true;
}

export function startEndOfBandRun(blocks: i32): void {
  endOfBandRun = blocks;
}
