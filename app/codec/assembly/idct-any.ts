import { clearRows } from "./block";
import { Component } from "./frame";
import { dequantised } from "./idct-small";
import { combine, levelShifted, packed } from "./simd";
import { cosPi } from "./trigonometry";

/** For every output side: f32[8][32], the factor of each frequency at each sample. */
const BASES: usize = memory.data(33 * 32 * 8 * 4, 64);
const BASIS_BYTES: usize = 32 * 8 * 4;
const FREQUENCY: usize = 32 * 4;
const READY: usize = memory.data(40);

/** After the vertical pass: f32[32][8]. */
const COLUMNS_DONE: usize = memory.data(32 * 8 * 4, 64);
const ROW: usize = 32;

export function prepareAny(across: i32, down: i32): void {
  prepareBasis(across);
  prepareBasis(down);
}

/** B[u][x] = C(u) / 2 cos((2x + 1) u pi / 2n), of which frequencies from n on are left out. */
function prepareBasis(side: i32): void {
  if (load<u8>(READY + side)) return;
  store<u8>(READY + side, 1);
  for (let u = 0; u < min(8, side); u++) {
    const row = BASES + <usize>side * BASIS_BYTES + <usize>u * FREQUENCY;
    for (let x = 0; x < side; x++) {
      const factor = (u ? 0.5 : 0.3535533905932738) * cosPi(<f64>((2 * x + 1) * u) / <f64>(2 * side));
      store<f32>(row + ((<usize>x) << 2), <f32>factor);
    }
  }
}

/** Any rectangle. `low`: all coefficients lie in the upper left 4 x 4. */
export function transformAny(c: Component, target: usize, low: bool): void {
  const across = low ? min(4, c.keptH) : c.keptH;
  const down = low ? min(4, c.keptV) : c.keptV;
  for (let u = 0; u < across; u += 4) transformColumns(c, <usize>u, down);
  clearRows(8);
  const basis = BASES + <usize>c.outH * BASIS_BYTES;
  for (let x = 0; x < c.outH; x += 4) {
    if (across <= 4) transformRowsLow(c, basis + ((<usize>x) << 2), target + x);
    else transformRows(c, basis + ((<usize>x) << 2), target + x);
  }
}

/** Four columns: mirrored samples share their even part and differ in the sign of the odd one. */
function transformColumns(c: Component, u: usize, down: i32): void {
  const basis = BASES + <usize>c.outV * BASIS_BYTES;
  const q = c.dequantiser;
  const s0 = dequantised(u, q);
  const s1 = dequantised(8 + u, q);
  const s2 = dequantised(16 + u, q);
  const s3 = dequantised(24 + u, q);
  const s4 = dequantised(32 + u, q);
  const s5 = dequantised(40 + u, q);
  const s6 = dequantised(48 + u, q);
  const s7 = dequantised(56 + u, q);
  for (let y = 0; y < (c.outV + 1) >> 1; y++) {
    const at = basis + ((<usize>y) << 2);
    let even = combine(s0, factor(at, 0), s2, factor(at, 2));
    let odd = combine(s1, factor(at, 1), s3, factor(at, 3));
    if (down > 4) {
      even = f32x4.add(even, combine(s4, factor(at, 4), s6, factor(at, 6)));
      odd = f32x4.add(odd, combine(s5, factor(at, 5), s7, factor(at, 7)));
    }
    v128.store(COLUMNS_DONE + <usize>(c.outV - 1 - y) * ROW + (u << 2), f32x4.sub(even, odd));
    v128.store(COLUMNS_DONE + <usize>y * ROW + (u << 2), f32x4.add(even, odd));
  }
}

/** The factor of frequency `u` in all lanes. @inline */
function factor(at: usize, u: usize): v128 {
  return v128.load32_splat(at + u * FREQUENCY);
}

/** Four samples of each row, of eight frequencies. */
function transformRows(c: Component, basis: usize, target: usize): void {
  const w0 = v128.load(basis);
  const w1 = v128.load(basis + FREQUENCY);
  const w2 = v128.load(basis + FREQUENCY * 2);
  const w3 = v128.load(basis + FREQUENCY * 3);
  const w4 = v128.load(basis + FREQUENCY * 4);
  const w5 = v128.load(basis + FREQUENCY * 5);
  const w6 = v128.load(basis + FREQUENCY * 6);
  const w7 = v128.load(basis + FREQUENCY * 7);
  for (let y = 0; y < c.outV; y++) {
    const row = COLUMNS_DONE + <usize>y * ROW;
    const a = combine(w0, v128.load32_splat(row), w1, v128.load32_splat(row + 4));
    const b = combine(w2, v128.load32_splat(row + 8), w3, v128.load32_splat(row + 12));
    const d = combine(w4, v128.load32_splat(row + 16), w5, v128.load32_splat(row + 20));
    const e = combine(w6, v128.load32_splat(row + 24), w7, v128.load32_splat(row + 28));
    storeFour(target, f32x4.add(f32x4.add(a, b), f32x4.add(d, e)));
    target += c.stride;
  }
}

/** Four samples of each row, of four frequencies. */
function transformRowsLow(c: Component, basis: usize, target: usize): void {
  const w0 = v128.load(basis);
  const w1 = v128.load(basis + FREQUENCY);
  const w2 = v128.load(basis + FREQUENCY * 2);
  const w3 = v128.load(basis + FREQUENCY * 3);
  for (let y = 0; y < c.outV; y++) {
    const row = COLUMNS_DONE + <usize>y * ROW;
    const a = combine(w0, v128.load32_splat(row), w1, v128.load32_splat(row + 4));
    const b = combine(w2, v128.load32_splat(row + 8), w3, v128.load32_splat(row + 12));
    storeFour(target, f32x4.add(a, b));
    target += c.stride;
  }
}

/** @inline */
function storeFour(target: usize, values: v128): void {
  const samples = levelShifted(values);
  v128.store32_lane(target, packed(samples, samples, samples, samples), 0);
}
