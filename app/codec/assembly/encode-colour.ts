import { reserve } from "./heap";

/**
 * RGBA rows into the rows of Y, Cb and Cr samples (ITU-T T.871, 7) of one MCU row, as i16 around zero. Factors are in
 * units of 1/32768.
 */
const Y_RED: i16 = 9798;
const Y_GREEN: i16 = 19235;
const Y_BLUE: i16 = 3735;
const CB_RED: i16 = -5529;
const CB_GREEN: i16 = -10855;
const CR_GREEN: i16 = -13720;
const CR_BLUE: i16 = -2664;
const HALF: i16 = 16384;

const ROUND_ONE: i32 = 16384;
const LEVEL_SHIFT: i32 = 128 << 15;
const ROUND_FOUR: i32 = 65536;

let rgba: usize = 0;
let paddedWidth: i32 = 0;

/** Rows of samples, and bytes from one row to the next. */
export let luma: usize = 0;
export let cb: usize = 0;
export let cr: usize = 0;
export let lumaStride: usize = 0;
export let chromaStride: usize = 0;

export function openEncoderRows(width: i32, rows: i32, subsampled: bool): void {
  paddedWidth = width;
  lumaStride = (<usize>width) << 1;
  chromaStride = subsampled ? lumaStride >> 1 : lumaStride;
  rgba = reserve(((<usize>(width * rows)) << 2) + 64);
  luma = reserve(lumaStride * <usize>rows + 64);
  cb = reserve(lumaStride * 8 + 64);
  cr = reserve(lumaStride * 8 + 64);
}

/** Copies a row of the picture and repeats its last pixel up to whole MCUs. */
export function loadRow(row: i32, from: usize, width: i32): void {
  const target = rgba + ((<usize>(row * paddedWidth)) << 2);
  memory.copy(target, from, (<usize>width) << 2);
  const last = load<u32>(from + ((<usize>(width - 1)) << 2));
  for (let x = width; x < paddedWidth; x++) store<u32>(target + ((<usize>x) << 2), last);
}

/** The factors of two RGBA pixels. @inline */
function factors(r: i16, g: i16, b: i16): v128 {
  return i16x8(r, g, b, 0, r, g, b, 0);
}

/** Weighted sums of four pixels that stand in two vectors. @inline */
function weighted(two: v128, nextTwo: v128, weights: v128): v128 {
  const p = i32x4.dot_i16x8_s(two, weights);
  const q = i32x4.dot_i16x8_s(nextTwo, weights);
  return i32x4.add(i32x4.shuffle(p, q, 0, 2, 4, 6), i32x4.shuffle(p, q, 1, 3, 5, 7));
}

/** Eight samples from eight pixels. @inline */
function eight(at: usize, weights: v128, rounding: v128): v128 {
  const a = v128.load(at);
  const b = v128.load(at + 16);
  const low = weighted(i16x8.extend_low_i8x16_u(a), i16x8.extend_high_i8x16_u(a), weights);
  const high = weighted(i16x8.extend_low_i8x16_u(b), i16x8.extend_high_i8x16_u(b), weights);
  return i16x8.narrow_i32x4_s(
    i32x4.shr_s(i32x4.add(low, rounding), 15),
    i32x4.shr_s(i32x4.add(high, rounding), 15),
  );
}

export function convertLuma(rows: i32): void {
  const weights = factors(Y_RED, Y_GREEN, Y_BLUE);
  const rounding = i32x4.splat(ROUND_ONE - LEVEL_SHIFT);
  convert(rows, luma, weights, rounding);
}

/** Chroma at full resolution. */
export function convertChroma(rows: i32): void {
  const rounding = i32x4.splat(ROUND_ONE);
  convert(rows, cb, factors(CB_RED, CB_GREEN, HALF), rounding);
  convert(rows, cr, factors(HALF, CR_GREEN, CR_BLUE), rounding);
}

function convert(rows: i32, target: usize, weights: v128, rounding: v128): void {
  const pixels = <usize>(rows * paddedWidth);
  for (let x: usize = 0; x < pixels; x += 8) {
    v128.store(target + (x << 1), eight(rgba + (x << 2), weights, rounding));
  }
}

/** Chroma of each 2 x 2 pixels, from their sum. */
export function convertChromaHalved(): void {
  const blueWeights = factors(CB_RED, CB_GREEN, HALF);
  const redWeights = factors(HALF, CR_GREEN, CR_BLUE);
  for (let row: usize = 0; row < 8; row++) {
    const upper = rgba + ((row * 2 * <usize>paddedWidth) << 2);
    const lower = upper + ((<usize>paddedWidth) << 2);
    for (let x: usize = 0; x < <usize>paddedWidth; x += 8) {
      const left = pairSums(upper + (x << 2), lower + (x << 2));
      const right = pairSums(upper + (x << 2) + 16, lower + (x << 2) + 16);
      v128.store64_lane(cb + row * chromaStride + x, fourth(left, right, blueWeights), 0);
      v128.store64_lane(cr + row * chromaStride + x, fourth(left, right, redWeights), 0);
    }
  }
}

/** Sums of two squares of 2 x 2 pixels. @inline */
function pairSums(upper: usize, lower: usize): v128 {
  const a = v128.load(upper);
  const b = v128.load(lower);
  const first = i16x8.add(i16x8.extend_low_i8x16_u(a), i16x8.extend_low_i8x16_u(b));
  const second = i16x8.add(i16x8.extend_high_i8x16_u(a), i16x8.extend_high_i8x16_u(b));
  return i16x8.add(i64x2.shuffle(first, second, 0, 2), i64x2.shuffle(first, second, 1, 3));
}

/** Four samples from four sums of four. @inline */
function fourth(left: v128, right: v128, weights: v128): v128 {
  const samples = i32x4.shr_s(i32x4.add(weighted(left, right, weights), i32x4.splat(ROUND_FOUR)), 17);
  return i16x8.narrow_i32x4_s(samples, samples);
}
