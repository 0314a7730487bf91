import { BLOCK, clearRows, SPARE_SLOT } from "./block";
import { Component } from "./frame";
import { transform5 } from "./idct-5";
import { transform6 } from "./idct-6";
import { transform8, transform8Low } from "./idct-8";
import { prepareAny, transformAny } from "./idct-any";
import { transform2, transform3, transform4 } from "./idct-small";
import { BLOCK_SIZE, naturalIndex, ZIGZAG_SIZE } from "./t81";
import { cosPi } from "./trigonometry";

/**
 * The inverse DCT (T.81, A.3.3) at a reduced or enlarged size: outH x outV samples from the lowest coefficients of an
 * 8 x 8 block. Squares of 1 to 6 and of 8 have kernels of their own, whose constant factors are part of the
 * dequantiser; every other rectangle is made of tables of cosines.
 */
const ANY: i32 = 0;

/** sqrt(1/8): the factor of the coefficient 0 in an 8-point transform. */
const FLAT: f64 = 0.3535533905932738;

/** Below this zigzag index all coefficients lie in the upper left 4 x 4. */
const LOW_COEFFICIENTS: i32 = 10;

const DEQUANTISERS: usize = memory.data(4 * 256, 16);
const BLOCK_OFFSETS: usize = memory.data(4 * 80, 16);

/** Chooses the kernel for the component's output size, and maps the coefficients that are kept. */
export function prepareTransform(c: Component, index: i32): void {
  c.kernel = c.outH === c.outV && hasKernel(c.outH) ? c.outH : ANY;
  c.dequantiser = DEQUANTISERS + <usize>index * 256;
  c.blockOffsets = BLOCK_OFFSETS + <usize>(index * ZIGZAG_SIZE);
  memory.fill(c.blockOffsets, <u8>SPARE_SLOT, ZIGZAG_SIZE);
  c.lastKept = 0;
  for (let k = 0; k < BLOCK_SIZE; k++) {
    const natural = naturalIndex(k);
    if ((natural & 7) >= c.keptH || natural >> 3 >= c.keptV) continue;
    c.lastKept = k;
    store<u8>(c.blockOffsets + k, <u8>(natural << 1));
  }
  if (c.kernel === ANY) prepareAny(c.outH, c.outV);
}

function hasKernel(size: i32): bool {
  return (size >= 1 && size <= 6) || size === 8;
}

/** Folds the quantisation table and the kernel's factors into one table. */
export function prepareDequantiser(c: Component): void {
  for (let k = 0; k < BLOCK_SIZE; k++) {
    const natural = naturalIndex(k);
    const step = <f64>load<u16>(c.quantisation + ((<usize>k) << 1));
    const factor = factorOf(c.kernel, natural & 7) * factorOf(c.kernel, natural >> 3);
    store<f32>(c.dequantiser + ((<usize>natural) << 2), <f32>(step * factor));
  }
}

/** What a kernel expects the coefficient of frequency `u` to be multiplied by. */
function factorOf(kernel: i32, u: i32): f64 {
  if (u === 0) return FLAT;
  if (kernel === ANY) return 0.5;
  if (kernel === 8) return 0.5 * cosPi(<f64>u / 16);
  if (kernel === 6) return u === 2 ? 0.5 * cosPi(1.0 / 6) : u === 4 ? 0.25 : FLAT;
  if (kernel === 5) return u & 1 ? 0.5 * cosPi(1.0 / 10) : 0.125;
  if (kernel === 4) return u === 2 ? FLAT : 0.5 * cosPi(1.0 / 8);
  if (kernel === 3) return u === 1 ? 0.5 * cosPi(1.0 / 6) : 0.25;
  return FLAT;
}

/**
 * Turns the block at hand into samples and leaves it zero. `last` is the zigzag index of the last coefficient that
 * was stored.
 */
export function inverseTransform(c: Component, target: usize, last: i32): void {
  if (last === 0 || c.kernel === 1) {
    fillFlat(c, target);
    if (last) clearRows(8);
    return;
  }
  switch (c.kernel) {
    case 2:
      transform2(c.dequantiser, target, c.stride);
      break;
    case 3:
      transform3(c.dequantiser, target, c.stride);
      break;
    case 4:
      transform4(c.dequantiser, target, c.stride);
      break;
    case 5:
      transform5(c.dequantiser, target, c.stride);
      break;
    case 6:
      transform6(c.dequantiser, target, c.stride);
      break;
    case 8:
      if (last < LOW_COEFFICIENTS) transform8Low(c.dequantiser, target, c.stride);
      else transform8(c.dequantiser, target, c.stride);
      break;
    default:
      transformAny(c, target, last < LOW_COEFFICIENTS);
  }
}

/** A block of one value. */
function fillFlat(c: Component, target: usize): void {
  const level = <f32>load<i16>(BLOCK) * load<f32>(c.dequantiser);
  const sample = max(0, min(255, <i32>nearest(level) + 128));
  store<i16>(BLOCK, 0);
  if (c.kernel === 1) {
    store<u8>(target, <u8>sample);
    return;
  }
  const samples = i8x16.splat(<i8>sample);
  const width = <usize>c.outH;
  for (let y = 0; y < c.outV; y++) {
    if (width <= 4) v128.store32_lane(target, samples, 0);
    else for (let x: usize = 0; x < width; x += 8) v128.store64_lane(target + x, samples, 0);
    target += c.stride;
  }
}
