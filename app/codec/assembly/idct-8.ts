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

/** Factors of Arai, Agui and Nakajima's 8-point transform: 2 cos(pi/4), 2 cos(pi/8), 2 (c2 + c6), 2 (c2 - c6). */
const ROOT_2: f32 = <f32>Math.SQRT2;
const TWO_C2: f32 = 1.8477590650225735;
const SUM_C2_C6: f32 = 2.613125929752753;
const DIFFERENCE_C2_C6: f32 = 1.0823922002923938;
const ROOT_2_LESS_1: f32 = 0.41421356237309503;

/** The butterfly that ends a pass. @inline */
function storeRows(
  to: usize,
  e0: v128,
  e1: v128,
  e2: v128,
  e3: v128,
  o0: v128,
  o1: v128,
  o2: v128,
  o3: v128,
): void {
  v128.store(to, f32x4.add(e0, o0));
  v128.store(to + PASS_ROW, f32x4.add(e1, o1));
  v128.store(to + PASS_ROW * 2, f32x4.add(e2, o2));
  v128.store(to + PASS_ROW * 3, f32x4.add(e3, o3));
  v128.store(to + PASS_ROW * 4, f32x4.sub(e3, o3));
  v128.store(to + PASS_ROW * 5, f32x4.sub(e2, o2));
  v128.store(to + PASS_ROW * 6, f32x4.sub(e1, o1));
  v128.store(to + PASS_ROW * 7, f32x4.sub(e0, o0));
}

/** An 8-point transform of four columns. @inline */
function pass(
  s0: v128,
  s1: v128,
  s2: v128,
  s3: v128,
  s4: v128,
  s5: v128,
  s6: v128,
  s7: v128,
  to: usize,
): void {
  const root = f32x4.splat(ROOT_2);
  const t0 = f32x4.add(s0, s4);
  const t1 = f32x4.sub(s0, s4);
  const t3 = f32x4.add(s2, s6);
  const t2 = f32x4.sub(f32x4.mul(f32x4.sub(s2, s6), root), t3);
  const p = f32x4.add(s5, s3);
  const m = f32x4.sub(s5, s3);
  const a = f32x4.add(s1, s7);
  const b = f32x4.sub(s1, s7);
  const o0 = f32x4.add(a, p);
  const z = f32x4.mul(f32x4.add(m, b), f32x4.splat(TWO_C2));
  const o1 = f32x4.sub(f32x4.sub(z, f32x4.mul(m, f32x4.splat(SUM_C2_C6))), o0);
  const o2 = f32x4.sub(f32x4.mul(f32x4.sub(a, p), root), o1);
  const o3 = f32x4.sub(f32x4.sub(z, f32x4.mul(b, f32x4.splat(DIFFERENCE_C2_C6))), o2);
  storeRows(to, f32x4.add(t0, t3), f32x4.add(t1, t2), f32x4.sub(t1, t2), f32x4.sub(t0, t3), o0, o1, o2, o3);
}

/** The same with rows 4 to 7 zero. @inline */
function passLow(s0: v128, s1: v128, s2: v128, s3: v128, to: usize): void {
  const t2 = f32x4.mul(s2, f32x4.splat(ROOT_2_LESS_1));
  const d = f32x4.sub(s1, s3);
  const o0 = f32x4.add(s1, s3);
  const z = f32x4.mul(d, f32x4.splat(TWO_C2));
  const o1 = f32x4.sub(f32x4.add(z, f32x4.mul(s3, f32x4.splat(SUM_C2_C6))), o0);
  const o2 = f32x4.sub(f32x4.mul(d, f32x4.splat(ROOT_2)), o1);
  const o3 = f32x4.sub(f32x4.sub(z, f32x4.mul(s1, f32x4.splat(DIFFERENCE_C2_C6))), o2);
  storeRows(to, f32x4.add(s0, s2), f32x4.add(s0, t2), f32x4.sub(s0, t2), f32x4.sub(s0, s2), o0, o1, o2, o3);
}

export function transform8(dequantiser: usize, target: usize, stride: usize): void {
  for (let half: usize = 0; half < 8; half += 4) {
    pass(
      dequantised(half, dequantiser),
      dequantised(8 + half, dequantiser),
      dequantised(16 + half, dequantiser),
      dequantised(24 + half, dequantiser),
      dequantised(32 + half, dequantiser),
      dequantised(40 + half, dequantiser),
      dequantised(48 + half, dequantiser),
      dequantised(56 + half, dequantiser),
      COLUMNS_DONE + (half << 2),
    );
  }
  clearRows(8);
  for (let half: usize = 0; half < 2; half++) {
    const a = COLUMNS_DONE + half * PASS_QUAD;
    const b = a + PASS_HALF;
    const to = ROWS_DONE + half * PASS_HALF;
    pass(quad0(a), quad1(a), quad2(a), quad3(a), quad0(b), quad1(b), quad2(b), quad3(b), to);
  }
  storeSamples(target, stride);
}

/** A block whose coefficients all lie in the upper left 4 x 4. */
export function transform8Low(dequantiser: usize, target: usize, stride: usize): void {
  passLow(
    dequantised(0, dequantiser),
    dequantised(8, dequantiser),
    dequantised(16, dequantiser),
    dequantised(24, dequantiser),
    COLUMNS_DONE,
  );
  clearRows(4);
  for (let half: usize = 0; half < 2; half++) {
    const from = COLUMNS_DONE + half * PASS_QUAD;
    passLow(quad0(from), quad1(from), quad2(from), quad3(from), ROWS_DONE + half * PASS_HALF);
  }
  storeSamples(target, stride);
}

/** @inline */
function storeSamples(target: usize, stride: usize): void {
  for (let half: usize = 0; half < 2; half++) {
    const from = ROWS_DONE + half * PASS_HALF;
    const left = packedLeft(from);
    const right = packedLeft(from + PASS_QUAD);
    const first = firstRows(left, right);
    const last = lastRows(left, right);
    v128.store64_lane(target, first, 0);
    v128.store64_lane(target + stride, first, 1);
    v128.store64_lane(target + stride * 2, last, 0);
    v128.store64_lane(target + stride * 3, last, 1);
    target += stride * 4;
  }
}
