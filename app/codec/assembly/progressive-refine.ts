import { decodeFloor } from "./baseline";
import { bytesTaken, filled, reader, saveBits, unreadBits } from "./bits";
import { Component, scan, warn } from "./frame";
import { nextSymbol } from "./huffman-symbol";
import { startEndOfBandRun, takeFromEndOfBandRun } from "./progressive-first";
import { CORRUPT } from "./reasons";
import { blockMap, DROPPED, storedBlock } from "./store";

/** Correction bits that one fill of the reservoir is sure to hold. */
const MOST_AT_ONCE: i32 = 55;

/** Zigzag indices 0 to 31. */
const LOWER_HALF: u64 = 0xffffffff;

/** No zero-history coefficient stops the walk: it goes to the end of the band. */
const NOWHERE: i32 = 64;

/** Decodes up to `count` blocks of a refining AC scan, from `block` on (T.81, G.1.2.3). */
export function decodeAcRefine(c: Component, table: usize, count: i32, block: i32, spare: usize): i32 {
  const floor = decodeFloor(spare);
  let done = 0;
  while (done < count) {
    if (reader.next < floor || (reader.ended && unreadBits(reader.next, reader.count) < 0)) break;
    if (takeFromEndOfBandRun()) correctBand(c, block + done);
    else refineBand(c, table, block + done);
    done++;
  }
  return done;
}

/** The zigzag indices from `k` to the end of the band, as a set of bits. @inline */
function bandFrom(k: i32): u64 {
  return ((<u64>-1) << (<u64>k)) & (<u64>-1 >> <u64>(63 - scan.lastCoefficient));
}

/** A block that an end-of-band run covers: only corrections. */
function correctBand(c: Component, block: i32): void {
  const known = load<u64>(blockMap(c, block)) & bandFrom(scan.firstCoefficient);
  if (known) correct(c, storedBlock(c, block), known);
}

/** Figure G.7: symbols place new coefficients; every known one that is passed takes a correction bit. */
function refineBand(c: Component, table: usize, block: i32): void {
  const target = storedBlock(c, block);
  const mapAddress = blockMap(c, block);
  const known = load<u64>(mapAddress);
  let fresh: u64 = 0;
  let k = scan.firstCoefficient;
  while (k <= scan.lastCoefficient) {
    let next = reader.next;
    let bits = filled(next, reader.bits, reader.count);
    next -= bytesTaken(reader.count);
    let count = reader.count | 56;
    const symbol = nextSymbol(table, bits);
    const run = (symbol >> 4) & 15;
    bits <<= <u64>(symbol >> 8);
    count -= symbol >> 8;
    if (!(symbol & 15) && run < 15) {
      let covered = (1 << run) - 1;
      if (run) {
        covered += <i32>(bits >> <u64>(64 - run));
        bits <<= <u64>run;
        count -= run;
      }
      saveBits(next, bits, count);
      startEndOfBandRun(covered);
      const rest = known & bandFrom(k);
      if (rest) correct(c, target, rest);
      break;
    }
    let value = 0;
    if (symbol & 15) {
      value = (<i64>bits < 0 ? 1 : -1) << scan.approximationLow;
      bits <<= 1;
      count--;
    }
    saveBits(next, bits, count);
    const stop = zeroHistory(known, k, run);
    let passed = known & bandFrom(k);
    if (stop < NOWHERE) passed &= ((<u64>1) << (<u64>stop)) - 1;
    if (passed) correct(c, target, passed);
    if (value && stop === NOWHERE) warn(CORRUPT);
    if (value && stop < NOWHERE) {
      fresh |= (<u64>1) << (<u64>stop);
      const offset = <i32>load<u8>(c.storeOffsets + stop);
      if (offset !== DROPPED) store<i16>(target + <usize>offset, value);
    }
    k = stop + 1;
  }
  if (fresh) store<u64>(mapAddress, known | fresh);
}

/** The zigzag index of the (run + 1)-th coefficient from `k` on that was zero so far, or NOWHERE. @inline */
function zeroHistory(known: u64, k: i32, run: i32): i32 {
  let zeros = ~known & bandFrom(k);
  while (run > 0 && zeros) {
    zeros &= zeros - 1;
    run--;
  }
  return zeros ? <i32>ctz(zeros) : NOWHERE;
}

/** Reads one correction bit for each known coefficient, in order, and applies those of the kept ones. */
function correct(c: Component, target: usize, known: u64): void {
  const number = <i32>popcnt(known);
  if (number > MOST_AT_ONCE) {
    const first = known & LOWER_HALF;
    correct(c, target, first);
    correct(c, target, known & ~first);
    return;
  }
  const next = reader.next - bytesTaken(reader.count);
  const bits = filled(reader.next, reader.bits, reader.count);
  const count = reader.count | 56;
  let corrections = bits;
  const reach = reachOf(c);
  for (let left = known & reach; left; left &= left - 1) {
    const offset = <i32>load<u8>(c.storeOffsets + <usize>ctz(left));
    if (offset !== DROPPED) addBit(target + <usize>offset, <i32>(corrections >> 63));
    corrections <<= 1;
  }
  saveBits(next, bits << (<u64>number), count - number);
}

/** All zigzag indices up to the last one that is kept. @inline */
function reachOf(c: Component): u64 {
  return <u64>-1 >> clz(c.storedMask | 1);
}

/** Moves a coefficient away from zero by the bit, unless it has that bit already. @inline */
function addBit(address: usize, bit: i32): void {
  const value = <i32>load<i16>(address);
  const step = (bit << scan.approximationLow) & ~abs(value);
  store<i16>(address, value < 0 ? value - step : value + step);
}
