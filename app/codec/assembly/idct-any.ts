import { clearRows } from "./block";
import { Component } from "./frame";
import { dequantised } from "./idct-small";
import { column0, column1, column2, column3, combine, levelShifted, packed, transposedBytes } from "./simd";
import { cosPi } from "./trigonometry";

/**
 * Rectangles of any sides: each of the two passes transforms four columns, from PASS_INPUT to where its results are
 * wanted. The horizontal pass does so with four rows transposed.
 */

/** For every output side: f32[8][32], the cosine of each frequency at each sample. */
const BASES: usize = memory.data(33 * 32 * 8 * 4, 64);
const BASIS_BYTES: usize = 32 * 8 * 4;
const FREQUENCY: usize = 32 * 4;
const READY: usize = memory.data(40);

/** Four columns of eight frequencies: f32[8][4]. */
const PASS_INPUT: usize = memory.data(8 * 16, 64);
const VECTOR: usize = 16;

/** After the vertical pass, columns 0 to 3 and then 4 to 7: f32[2][32][4]. After the horizontal one: f32[32][4]. */
const COLUMNS_DONE: usize = memory.data(2 * 32 * 16, 64);
const COLUMNS_BYTES: usize = 32 * 16;
const ROWS_DONE: usize = memory.data(32 * 16, 64);

export function prepareAny(across: i32, down: i32): void {
  prepareBasis(across);
  prepareBasis(down);
}

/** cos((2x + 1) u pi / 2n), of which frequencies from n on are left out; the dequantiser holds C(u) / 2. */
function prepareBasis(side: i32): void {
  if (load<u8>(READY + side)) return;
  store<u8>(READY + side, 1);
  for (let u = 0; u < min(8, side); u++) {
    const row = BASES + <usize>side * BASIS_BYTES + <usize>u * FREQUENCY;
    for (let x = 0; x < side; x++) {
      store<f32>(row + ((<usize>x) << 2), <f32>cosPi(<f64>((2 * x + 1) * u) / <f64>(2 * side)));
    }
  }
}

/** `low`: all coefficients lie in the upper left 4 x 4. */
export function transformAny(c: Component, target: usize, low: bool): void {
  const lowAcross = low || c.keptH <= 4;
  const lowDown = low || c.keptV <= 4;
  loadColumns(0, c.dequantiser, lowDown);
  pass(c.outV, COLUMNS_DONE, lowDown);
  if (!lowAcross) {
    loadColumns(4, c.dequantiser, lowDown);
    pass(c.outV, COLUMNS_DONE + COLUMNS_BYTES, lowDown);
  }
  clearRows(8);
  for (let y = 0; y < c.outV; y += 4) {
    const at = COLUMNS_DONE + <usize>y * VECTOR;
    transpose(at, PASS_INPUT);
    if (!lowAcross) transpose(at + COLUMNS_BYTES, PASS_INPUT + 4 * VECTOR);
    pass(c.outH, ROWS_DONE, lowAcross);
    storeRows(target, c.stride, c.outH, c.outV - y);
    target += c.stride << 2;
  }
}

/** Columns `u` to `u` + 3 of the block. */
function loadColumns(u: usize, dequantiser: usize, low: bool): void {
  v128.store(PASS_INPUT, dequantised(u, dequantiser));
  v128.store(PASS_INPUT + VECTOR, dequantised(8 + u, dequantiser));
  v128.store(PASS_INPUT + VECTOR * 2, dequantised(16 + u, dequantiser));
  v128.store(PASS_INPUT + VECTOR * 3, dequantised(24 + u, dequantiser));
  if (low) return;
  v128.store(PASS_INPUT + VECTOR * 4, dequantised(32 + u, dequantiser));
  v128.store(PASS_INPUT + VECTOR * 5, dequantised(40 + u, dequantiser));
  v128.store(PASS_INPUT + VECTOR * 6, dequantised(48 + u, dequantiser));
  v128.store(PASS_INPUT + VECTOR * 7, dequantised(56 + u, dequantiser));
}

/** Four rows of four values. @inline */
function transpose(from: usize, to: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + VECTOR);
  const c = v128.load(from + VECTOR * 2);
  const d = v128.load(from + VECTOR * 3);
  v128.store(to, column0(a, b, c, d));
  v128.store(to + VECTOR, column1(a, b, c, d));
  v128.store(to + VECTOR * 2, column2(a, b, c, d));
  v128.store(to + VECTOR * 3, column3(a, b, c, d));
}

/** `low`: frequencies from 4 on are zero, whatever stands in PASS_INPUT. */
function pass(side: i32, to: usize, low: bool): void {
  if (side & 1) passOdd(side, to, low);
  else if (low) passEvenLow(side, to);
  else passEven(side, to);
}

/** Mirrored samples share their even part and differ in the sign of the odd one. */
function passOdd(side: i32, to: usize, low: bool): void {
  const basis = BASES + <usize>side * BASIS_BYTES;
  for (let x = 0; x < (side + 1) >> 1; x++) {
    const at = basis + ((<usize>x) << 2);
    let even = f32x4.add(v128.load(PASS_INPUT), term(at, 2));
    let odd = f32x4.add(term(at, 1), term(at, 3));
    if (!low) {
      even = f32x4.add(even, f32x4.add(term(at, 4), term(at, 6)));
      odd = f32x4.add(odd, f32x4.add(term(at, 5), term(at, 7)));
    }
    storeMirrored(to, x, side, even, odd);
  }
}

/** The even part of an even side is mirrored once more: it is a transform of half the side. */
function passEven(side: i32, to: usize): void {
  const basis = BASES + <usize>side * BASIS_BYTES;
  const half = side >> 1;
  for (let x = 0; x < (half + 1) >> 1; x++) {
    const y = half - 1 - x;
    const at = basis + ((<usize>x) << 2);
    const mirrored = basis + ((<usize>y) << 2);
    const a = f32x4.add(v128.load(PASS_INPUT), term(at, 4));
    const b = f32x4.add(term(at, 2), term(at, 6));
    storeMirrored(to, x, side, f32x4.add(a, b), oddPart(at));
    if (x !== y) storeMirrored(to, y, side, f32x4.sub(a, b), oddPart(mirrored));
  }
}

function passEvenLow(side: i32, to: usize): void {
  const basis = BASES + <usize>side * BASIS_BYTES;
  const half = side >> 1;
  const s0 = v128.load(PASS_INPUT);
  const s1 = v128.load(PASS_INPUT + VECTOR);
  const s2 = v128.load(PASS_INPUT + VECTOR * 2);
  const s3 = v128.load(PASS_INPUT + VECTOR * 3);
  for (let x = 0; x < (half + 1) >> 1; x++) {
    const y = half - 1 - x;
    const at = basis + ((<usize>x) << 2);
    const mirrored = basis + ((<usize>y) << 2);
    const b = f32x4.mul(s2, factor(at, 2));
    storeMirrored(to, x, side, f32x4.add(s0, b), combine(s1, factor(at, 1), s3, factor(at, 3)));
    const odd = combine(s1, factor(mirrored, 1), s3, factor(mirrored, 3));
    if (x !== y) storeMirrored(to, y, side, f32x4.sub(s0, b), odd);
  }
}

/** @inline */
function oddPart(at: usize): v128 {
  return f32x4.add(f32x4.add(term(at, 1), term(at, 3)), f32x4.add(term(at, 5), term(at, 7)));
}

/** A frequency's share of the sample whose factors stand at `at`. @inline */
function term(at: usize, u: usize): v128 {
  return f32x4.mul(v128.load(PASS_INPUT + u * VECTOR), factor(at, u));
}

/** The factor of frequency `u` in all lanes. @inline */
function factor(at: usize, u: usize): v128 {
  return v128.load32_splat(at + u * FREQUENCY);
}

/** Sample `x` and the one that lies as far from the other end. @inline */
function storeMirrored(to: usize, x: i32, side: i32, even: v128, odd: v128): void {
  v128.store(to + <usize>(side - 1 - x) * VECTOR, f32x4.sub(even, odd));
  v128.store(to + <usize>x * VECTOR, f32x4.add(even, odd));
}

/** Up to four rows of samples; up to three more bytes of each are written, which the next block overwrites. */
function storeRows(target: usize, stride: usize, width: i32, rows: i32): void {
  for (let x: usize = 0; x < <usize>width; x += 4) {
    const from = ROWS_DONE + x * VECTOR;
    const samples = transposedBytes(
      packed(
        levelShifted(v128.load(from)),
        levelShifted(v128.load(from + VECTOR)),
        levelShifted(v128.load(from + VECTOR * 2)),
        levelShifted(v128.load(from + VECTOR * 3)),
      ),
    );
    v128.store32_lane(target + x, samples, 0);
    if (rows > 1) v128.store32_lane(target + stride + x, samples, 1);
    if (rows > 2) v128.store32_lane(target + stride * 2 + x, samples, 2);
    if (rows > 3) v128.store32_lane(target + stride * 3 + x, samples, 3);
  }
}
