import { PASS_HALF, PASS_QUAD, PASS_ROW, quad0, quad1, quad2, quad3 } from "./idct-passes";
import { ROUNDING, ROUNDING_BITS } from "./simd";

/** The quantised block: i16[64], natural order transposed (u down, v across). */
export const LEVELS: usize = memory.data(128, 16);

const COLUMNS_DONE: usize = memory.data(256, 16);
const ROWS_DONE: usize = memory.data(256, 16);

/** Factors of Arai, Agui and Nakajima's transform: cos(pi/4), cos(3 pi/8), and the sum and difference around it. */
const C4: f32 = <f32>Math.SQRT1_2;
const C6: f32 = 0.3826834323650898;
const C2_LESS_C6: f32 = 0.541196100146197;
const C2_PLUS_C6: f32 = 1.3065629648763766;

/** Largest magnitude of a coefficient of 8-bit samples (T.81, F.1.1.5). */
const MOST: i16 = 1023;

/** A forward 8-point transform of four columns. @inline */
function pass(
  a0: v128,
  a1: v128,
  a2: v128,
  a3: v128,
  a4: v128,
  a5: v128,
  a6: v128,
  a7: v128,
  to: usize,
): void {
  const c4 = f32x4.splat(C4);
  const t0 = f32x4.add(a0, a7);
  const t1 = f32x4.add(a1, a6);
  const t2 = f32x4.add(a2, a5);
  const t3 = f32x4.add(a3, a4);
  const t4 = f32x4.sub(a3, a4);
  const t5 = f32x4.sub(a2, a5);
  const t6 = f32x4.sub(a1, a6);
  const t7 = f32x4.sub(a0, a7);
  const e0 = f32x4.add(t0, t3);
  const e1 = f32x4.add(t1, t2);
  const e2 = f32x4.sub(t1, t2);
  const e3 = f32x4.sub(t0, t3);
  const z1 = f32x4.mul(f32x4.add(e2, e3), c4);
  v128.store(to, f32x4.add(e0, e1));
  v128.store(to + PASS_ROW * 4, f32x4.sub(e0, e1));
  v128.store(to + PASS_ROW * 2, f32x4.add(e3, z1));
  v128.store(to + PASS_ROW * 6, f32x4.sub(e3, z1));
  const o0 = f32x4.add(t4, t5);
  const o1 = f32x4.add(t5, t6);
  const o2 = f32x4.add(t6, t7);
  const z5 = f32x4.mul(f32x4.sub(o0, o2), f32x4.splat(C6));
  const z2 = f32x4.add(f32x4.mul(o0, f32x4.splat(C2_LESS_C6)), z5);
  const z4 = f32x4.add(f32x4.mul(o2, f32x4.splat(C2_PLUS_C6)), z5);
  const z3 = f32x4.mul(o1, c4);
  const y = f32x4.add(t7, z3);
  const x = f32x4.sub(t7, z3);
  v128.store(to + PASS_ROW * 5, f32x4.add(x, z2));
  v128.store(to + PASS_ROW * 3, f32x4.sub(x, z2));
  v128.store(to + PASS_ROW, f32x4.add(y, z4));
  v128.store(to + PASS_ROW * 7, f32x4.sub(y, z4));
}

/** Four samples. @inline */
function samples(at: usize): v128 {
  return f32x4.convert_i32x4_s(v128.load16x4_s(at));
}

/** A row of eight coefficients, multiplied and rounded. @inline */
function quantised(at: usize, reciprocals: usize): v128 {
  const rounding = f32x4.splat(ROUNDING);
  const bits = i32x4.splat(ROUNDING_BITS);
  const low = f32x4.add(f32x4.mul(v128.load(at), v128.load(reciprocals)), rounding);
  const high = f32x4.add(f32x4.mul(v128.load(at + 16), v128.load(reciprocals + 16)), rounding);
  const levels = i16x8.narrow_i32x4_s(i32x4.sub(low, bits), i32x4.sub(high, bits));
  return i16x8.max_s(i16x8.min_s(levels, i16x8.splat(MOST)), i16x8.splat(-MOST));
}

/** Transforms and quantises 8 x 8 i16 samples into LEVELS; answers which of them are not zero. */
export function transformForward(from: usize, stride: usize, reciprocals: usize): u64 {
  for (let half: usize = 0; half < 16; half += 8) {
    const at = from + half;
    pass(
      samples(at),
      samples(at + stride),
      samples(at + stride * 2),
      samples(at + stride * 3),
      samples(at + stride * 4),
      samples(at + stride * 5),
      samples(at + stride * 6),
      samples(at + stride * 7),
      COLUMNS_DONE + (half << 1),
    );
  }
  for (let half: usize = 0; half < 2; half++) {
    const a = COLUMNS_DONE + half * PASS_QUAD;
    const b = a + PASS_HALF;
    const to = ROWS_DONE + half * PASS_HALF;
    pass(quad0(a), quad1(a), quad2(a), quad3(a), quad0(b), quad1(b), quad2(b), quad3(b), to);
  }
  const zero = i64x2.splat(0);
  let nonZero: u64 = 0;
  for (let pair: usize = 0; pair < 4; pair++) {
    const first = quantised(ROWS_DONE + pair * 64, reciprocals + pair * 64);
    const second = quantised(ROWS_DONE + pair * 64 + 32, reciprocals + pair * 64 + 32);
    v128.store(LEVELS + pair * 32, first);
    v128.store(LEVELS + pair * 32 + 16, second);
    const set = i8x16.bitmask(i8x16.narrow_i16x8_s(i16x8.ne(first, zero), i16x8.ne(second, zero)));
    nonZero |= (<u64>(set & 0xffff)) << (<u64>(pair << 4));
  }
  return nonZero;
}
