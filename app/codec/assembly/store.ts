import { BLOCK, BLOCK_ROW } from "./block";
import { Component, component, frame } from "./frame";
import { reserveZeroed } from "./heap";
import { inverseTransform } from "./idct";
import { BLOCK_SIZE, naturalIndex, ZIGZAG_SIZE } from "./t81";

/**
 * The coefficients of a picture whose scans add to each other (T.81, G.1): progressive, or sequential in several
 * scans. Of each block only the coefficients that the chosen scale reads are kept, and a map of those that are not
 * zero: a refinement scan must know of every coefficient whether it was zero, but not what it was.
 */
export const DROPPED: i32 = 255;

const MAP_BYTES: usize = 8;
const STORE_OFFSETS: usize = memory.data(4 * 80, 16);

/** Bytes of one block's kept coefficients. */
export function storedBlockBytes(component: Component): usize {
  return (<usize>(component.keptH * component.keptV)) << 1;
}

/** Bytes the store takes for a component at its current scale. */
export function storeBytes(component: Component): u64 {
  const blocks = <u64>component.blocksX * <u64>component.blocksY;
  return blocks * <u64>(storedBlockBytes(component) + MAP_BYTES);
}

export function openStore(): void {
  for (let i = 0; i < frame.components; i++) {
    const c = component(i);
    mapOffsets(c, STORE_OFFSETS + <usize>(i * ZIGZAG_SIZE));
    const blocks = <usize>c.blocksX * <usize>c.blocksY;
    c.nonZero = reserveZeroed(blocks * MAP_BYTES);
    c.coefficients = reserveZeroed(blocks * storedBlockBytes(c));
  }
}

function mapOffsets(c: Component, offsets: usize): void {
  c.storeOffsets = offsets;
  c.storedMask = 0;
  memory.fill(offsets, <u8>DROPPED, ZIGZAG_SIZE);
  for (let k = 0; k < BLOCK_SIZE; k++) {
    const u = naturalIndex(k) & 7;
    const v = naturalIndex(k) >> 3;
    if (u >= c.keptH || v >= c.keptV) continue;
    store<u8>(offsets + k, <u8>((v * c.keptH + u) << 1));
    c.storedMask |= (<u64>1) << (<u64>k);
  }
}

/** Where a block's coefficients lie. */
export function storedBlock(c: Component, block: i32): usize {
  return c.coefficients + <usize>block * storedBlockBytes(c);
}

/** Where the map of a block's non-zero coefficients lies. */
export function blockMap(c: Component, block: i32): usize {
  return c.nonZero + <usize>block * MAP_BYTES;
}

/** Turns one MCU row of the store into samples. */
export function transformStoredRow(mcuRow: i32): void {
  for (let i = 0; i < frame.components; i++) {
    const c = component(i);
    for (let y = 0; y < c.vSampling; y++) {
      transformBlockRow(c, mcuRow * c.vSampling + y, c.plane + <usize>(y * c.outV) * c.stride);
    }
  }
}

function transformBlockRow(c: Component, blockRow: i32, plane: usize): void {
  const size = storedBlockBytes(c);
  let from = storedBlock(c, blockRow * c.blocksX);
  let map = blockMap(c, blockRow * c.blocksX);
  for (let x = 0; x < c.blocksX; x++) {
    const ac = load<u64>(map) & c.storedMask & ~(<u64>1);
    const last = ac ? 63 - <i32>clz(ac) : 0;
    if (last) loadBlock(c, from);
    else store<i16>(BLOCK, load<i16>(from));
    inverseTransform(c, plane, last);
    from += size;
    map += MAP_BYTES;
    plane += c.outH;
  }
}

/** Spreads the kept coefficients into the block at hand. */
function loadBlock(c: Component, from: usize): void {
  const rowBytes = (<usize>c.keptH) << 1;
  for (let v = 0; v < c.keptV; v++) {
    const row = BLOCK + <usize>v * BLOCK_ROW;
    if (rowBytes === 16) v128.store(row, v128.load(from));
    else if (rowBytes === 8) store<u64>(row, load<u64>(from));
    else if (rowBytes === 4) store<u32>(row, load<u32>(from));
    else for (let u: usize = 0; u < rowBytes; u += 2) store<i16>(row + u, load<i16>(from + u));
    from += rowBytes;
  }
}
