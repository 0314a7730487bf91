import { clearRows } from "./block";
import {
  COLUMNS_DONE,
  firstRows,
  lastRows,
  PASS_HALF,
  PASS_QUAD,
  PASS_ROW,
  packedLeft,
  quad0,
  quad1,
  quad2,
  quad3,
  ROWS_DONE,
} from "./idct-passes";
import { dequantised } from "./idct-small";

/** (sqrt(3) - 1) / 2. */
const ODD_FACTOR: f32 = 0.36602540378443865;

/** A 6-point transform of four columns. @inline */
function pass(s0: v128, s1: v128, s2: v128, s3: v128, s4: v128, s5: v128, to: usize): void {
  const a = f32x4.add(s0, s4);
  const e0 = f32x4.add(a, s2);
  const e1 = f32x4.sub(s0, f32x4.add(s4, s4));
  const e2 = f32x4.sub(a, s2);
  const g = f32x4.mul(f32x4.add(s1, s5), f32x4.splat(ODD_FACTOR));
  const o0 = f32x4.add(f32x4.add(s1, s3), g);
  const o1 = f32x4.sub(f32x4.sub(s1, s3), s5);
  const o2 = f32x4.add(f32x4.sub(s5, s3), g);
  v128.store(to, f32x4.add(e0, o0));
  v128.store(to + PASS_ROW, f32x4.add(e1, o1));
  v128.store(to + PASS_ROW * 2, f32x4.add(e2, o2));
  v128.store(to + PASS_ROW * 3, f32x4.sub(e2, o2));
  v128.store(to + PASS_ROW * 4, f32x4.sub(e1, o1));
  v128.store(to + PASS_ROW * 5, f32x4.sub(e0, o0));
}

export function transform6(dequantiser: usize, target: usize, stride: usize): void {
  for (let half: usize = 0; half < 8; half += 4) {
    pass(
      dequantised(half, dequantiser),
      dequantised(8 + half, dequantiser),
      dequantised(16 + half, dequantiser),
      dequantised(24 + half, dequantiser),
      dequantised(32 + half, dequantiser),
      dequantised(40 + half, dequantiser),
      COLUMNS_DONE + (half << 2),
    );
  }
  clearRows(6);
  for (let half: usize = 0; half < 2; half++) {
    const a = COLUMNS_DONE + half * PASS_QUAD;
    const b = a + PASS_HALF;
    pass(quad0(a), quad1(a), quad2(a), quad3(a), quad0(b), quad1(b), ROWS_DONE + half * PASS_HALF);
  }
  storeSamples(target, stride);
}

/** Six rows of six samples; two more bytes of each row are written, which the next block overwrites. @inline */
function storeSamples(target: usize, stride: usize): void {
  const upperLeft = packedLeft(ROWS_DONE);
  const upperRight = packedLeft(ROWS_DONE + PASS_QUAD);
  const first = firstRows(upperLeft, upperRight);
  const last = lastRows(upperLeft, upperRight);
  v128.store64_lane(target, first, 0);
  v128.store64_lane(target + stride, first, 1);
  v128.store64_lane(target + stride * 2, last, 0);
  v128.store64_lane(target + stride * 3, last, 1);
  const lower = ROWS_DONE + PASS_HALF;
  const bottom = firstRows(packedLeft(lower), packedLeft(lower + PASS_QUAD));
  v128.store64_lane(target + stride * 4, bottom, 0);
  v128.store64_lane(target + stride * 5, bottom, 1);
}
