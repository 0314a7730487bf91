import { bytesTaken, filled, reader, saveBits, unreadBits } from "./bits";
import { BLOCK } from "./block";
import { CHECKED } from "./checks";
import { Component, warn } from "./frame";
import { extended, nextSymbol } from "./huffman-symbol";
import { END_OF_BLOCK, LOOKAHEAD, SKIP_LOOKAHEAD, SKIPS } from "./huffman-table";
import { inverseTransform } from "./idct";
import { CORRUPT } from "./reasons";
import { MAX_MCU_BLOCKS, ZRL } from "./t81";

/** One block of the MCU of a sequential scan: where its codes come from and its samples go. */
@unmanaged
export class McuBlock {
  component: Component;
  dcTable: usize;
  acTable: usize;
  /** Where the block's samples go, and how far that moves to the next MCU. */
  target: usize;
  step: usize;
}

const MCU_BLOCKS: usize = memory.data(MAX_MCU_BLOCKS * offsetof<McuBlock>(), 16);

export function mcuBlock(index: i32): McuBlock {
  if (CHECKED) if (<u32>index >= <u32>MAX_MCU_BLOCKS) unreachable();
  return changetype<McuBlock>(MCU_BLOCKS + <usize>index * offsetof<McuBlock>());
}

/** Below this many bytes an MCU may end; `spare` bytes are what one can take at most. */
export function decodeFloor(spare: usize): usize {
  return reader.ended ? reader.dataEnd - 8 : reader.dataEnd + spare;
}

/**
 * Decodes up to `count` MCUs straight into the planes and answers how many: fewer when the data may not suffice.
 * `spare` is the most bytes an MCU can take.
 */
export function decodeMcus(count: i32, blocks: i32, spare: usize): i32 {
  const floor = decodeFloor(spare);
  let done = 0;
  while (done < count) {
    if (reader.next < floor || (reader.ended && unreadBits(reader.next, reader.count) < 0)) break;
    for (let i = 0; i < blocks; i++) decodeBlock(mcuBlock(i));
    done++;
  }
  return done;
}

/** Fills MCUs whose data are lost with the DC value 0: mid-grey (F.2.1.3.1). */
export function fillMcus(count: i32, blocks: i32): void {
  for (let mcu = 0; mcu < count; mcu++) {
    for (let i = 0; i < blocks; i++) {
      const block = mcuBlock(i);
      store<i16>(BLOCK, 0);
      inverseTransform(block.component, block.target, 0);
      block.target += block.step;
    }
  }
}

/**
 * One block (F.2.2): the DC difference, then the AC coefficients that the scale reads, two fast look-ups a turn;
 * whatever lies behind them is skipped several symbols at a time.
 */
function decodeBlock(block: McuBlock): void {
  const component = block.component;
  const ac = block.acTable;
  const lastKept = component.lastKept;
  const offsets = component.blockOffsets;
  let next = reader.next;
  let bits = filled(next, reader.bits, reader.count);
  next -= bytesTaken(reader.count);
  let count = reader.count | 56;

  let entry = load<i32>(block.dcTable + ((<usize>(bits >> (64 - LOOKAHEAD))) << 2));
  if (entry) {
    bits <<= <u64>(entry & 63);
    count -= entry & 63;
    entry >>= 16;
  } else {
    const symbol = nextSymbol(block.dcTable, bits);
    const size = symbol & 15;
    bits <<= <u64>(symbol >> 8);
    count -= symbol >> 8;
    if (size) {
      entry = extended(bits, size);
      bits <<= <u64>size;
      count -= size;
    }
  }
  component.prediction += entry;
  store<i16>(BLOCK, component.prediction);

  let k = 1;
  let last = 0;
  while (k <= lastKept) {
    bits = filled(next, bits, count);
    next -= bytesTaken(count);
    count |= 56;
    entry = load<i32>(ac + ((<usize>(bits >> (64 - LOOKAHEAD))) << 2));
    if (entry) {
      bits <<= <u64>(entry & 63);
      count -= entry & 63;
      k += (entry >> 8) & 255;
      if (k > 63) {
        k++;
        break;
      }
      store<i16>(BLOCK + <usize>load<u8>(offsets + k), entry >> 16);
      last = k++;
      if (k > lastKept) break;
      entry = load<i32>(ac + ((<usize>(bits >> (64 - LOOKAHEAD))) << 2));
      if (entry) {
        bits <<= <u64>(entry & 63);
        count -= entry & 63;
        k += (entry >> 8) & 255;
        if (k > 63) {
          k++;
          break;
        }
        store<i16>(BLOCK + <usize>load<u8>(offsets + k), entry >> 16);
        last = k++;
        continue;
      }
    }
    // A long code or a large value: 31 bits at most, of the 46 that are left.
    const symbol = nextSymbol(ac, bits);
    const size = symbol & 15;
    const run = (symbol >> 4) & 15;
    bits <<= <u64>(symbol >> 8);
    count -= symbol >> 8;
    if (size) {
      k += run;
      if (k <= 63) {
        store<i16>(BLOCK + <usize>load<u8>(offsets + k), extended(bits, size));
        last = k;
      }
      k++;
      bits <<= <u64>size;
      count -= size;
    } else if (run === 15) {
      k += 16;
    } else {
      k = END_OF_BLOCK;
    }
  }
  while (k <= 63) {
    bits = filled(next, bits, count);
    next -= bytesTaken(count);
    count |= 56;
    const skip = <i32>load<u16>(ac + SKIPS + ((<usize>(bits >> (64 - SKIP_LOOKAHEAD))) << 1));
    if (skip && k + ((skip >> 8) & (END_OF_BLOCK - 1)) <= 63) {
      bits <<= <u64>(skip & 63);
      count -= skip & 63;
      k += skip >> 8;
    } else {
      const symbol = nextSymbol(ac, bits);
      const length = (symbol >> 8) + (symbol & 15);
      bits <<= <u64>length;
      count -= length;
      k += isEndOfBlock(symbol & 255) ? END_OF_BLOCK : ((symbol >> 4) & 15) + 1;
    }
  }
  // 64 is a block filled to its last coefficient; a run that leaves the block ends at 65 or beyond.
  if (k > 64 && k < END_OF_BLOCK) warn(CORRUPT);

  saveBits(next, bits, count);
  inverseTransform(component, block.target, last);
  block.target += block.step;
}

/** No value and not a run of 16 zeros. @inline */
function isEndOfBlock(symbol: i32): bool {
  return !(symbol & 15) && symbol !== ZRL;
}
