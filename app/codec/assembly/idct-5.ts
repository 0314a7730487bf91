import { clearRows } from "./block";
import {
  COLUMNS_DONE,
  PASS_HALF,
  PASS_QUAD,
  PASS_ROW,
  quad0,
  quad1,
  quad2,
  quad3,
  ROWS_DONE,
} from "./idct-passes";
import { dequantised } from "./idct-small";
import { levelShifted, packed, transposedBytes } from "./simd";

/** sqrt(5), and cos(3 pi / 10) / cos(pi / 10): what the dequantiser leaves of the 5-point transform. */
const ROOT_5: f32 = 2.23606797749979;
const ODD_RATIO: f32 = 0.6180339887498949;

/** A 5-point transform of four columns. @inline */
function pass(s0: v128, s1: v128, s2: v128, s3: v128, s4: v128, to: usize): void {
  const sum = f32x4.mul(f32x4.add(s2, s4), f32x4.splat(ROOT_5));
  const difference = f32x4.sub(s2, s4);
  const base = f32x4.add(s0, difference);
  const e0 = f32x4.add(base, sum);
  const e1 = f32x4.sub(base, sum);
  const ratio = f32x4.splat(ODD_RATIO);
  const o0 = f32x4.add(s1, f32x4.mul(s3, ratio));
  const o1 = f32x4.sub(f32x4.mul(s1, ratio), s3);
  v128.store(to, f32x4.add(e0, o0));
  v128.store(to + PASS_ROW, f32x4.add(e1, o1));
  v128.store(to + PASS_ROW * 2, f32x4.sub(s0, f32x4.mul(difference, f32x4.splat(4))));
  v128.store(to + PASS_ROW * 3, f32x4.sub(e1, o1));
  v128.store(to + PASS_ROW * 4, f32x4.sub(e0, o0));
}

export function transform5(dequantiser: usize, target: usize, stride: usize): void {
  for (let half: usize = 0; half < 8; half += 4) {
    pass(
      dequantised(half, dequantiser),
      dequantised(8 + half, dequantiser),
      dequantised(16 + half, dequantiser),
      dequantised(24 + half, dequantiser),
      dequantised(32 + half, dequantiser),
      COLUMNS_DONE + (half << 2),
    );
  }
  clearRows(5);
  for (let half: usize = 0; half < 2; half++) {
    const at = COLUMNS_DONE + half * PASS_QUAD;
    pass(quad0(at), quad1(at), quad2(at), quad3(at), quad0(at + PASS_HALF), ROWS_DONE + half * PASS_HALF);
  }
  storeSamples(target, stride);
}

/** Five rows of five samples; three more bytes of each row are written, which the next block overwrites. @inline */
function storeSamples(target: usize, stride: usize): void {
  const left = fourColumns(ROWS_DONE);
  const right = lastColumn(ROWS_DONE);
  v128.store32_lane(target, left, 0);
  v128.store32_lane(target + 4, right, 0);
  v128.store32_lane(target + stride, left, 1);
  v128.store32_lane(target + stride + 4, right, 1);
  v128.store32_lane(target + stride * 2, left, 2);
  v128.store32_lane(target + stride * 2 + 4, right, 2);
  v128.store32_lane(target + stride * 3, left, 3);
  v128.store32_lane(target + stride * 3 + 4, right, 3);
  v128.store32_lane(target + stride * 4, fourColumns(ROWS_DONE + PASS_HALF), 0);
  v128.store32_lane(target + stride * 4 + 4, lastColumn(ROWS_DONE + PASS_HALF), 0);
}

/** The first four samples of four rows. @inline */
function fourColumns(at: usize): v128 {
  return transposedBytes(
    packed(
      levelShifted(v128.load(at)),
      levelShifted(v128.load(at + PASS_ROW)),
      levelShifted(v128.load(at + PASS_ROW * 2)),
      levelShifted(v128.load(at + PASS_ROW * 3)),
    ),
  );
}

/** The fifth sample of four rows. @inline */
function lastColumn(at: usize): v128 {
  const last = levelShifted(v128.load(at + PASS_ROW * 4));
  return transposedBytes(packed(last, last, last, last));
}
