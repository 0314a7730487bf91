import { BLOCK, clearRows } from "./block";
import { column0, column1, column2, column3, levelShifted, packed, transposedBytes } from "./simd";

/** Bytes of a dequantiser's row. */
const ROW: usize = 32;

/** Four dequantised coefficients from natural index `index` on. @inline */
export function dequantised(index: usize, dequantiser: usize): v128 {
  const levels = f32x4.convert_i32x4_s(v128.load16x4_s(BLOCK + (index << 1)));
  return f32x4.mul(levels, v128.load(dequantiser + (index << 2)));
}

/** tan(pi / 8): what is left of the 4-point transform's odd part. */
const TAN_PI_8: f32 = 0.41421356237309503;

export function transform2(dequantiser: usize, target: usize, stride: usize): void {
  // Half a step for rounding; values below zero are clamped, so that truncation serves as floor.
  const a = <f32>load<i16>(BLOCK) * load<f32>(dequantiser) + 128.5;
  const b = <f32>load<i16>(BLOCK + 2) * load<f32>(dequantiser + 4);
  const c = <f32>load<i16>(BLOCK + 16) * load<f32>(dequantiser + ROW);
  const d = <f32>load<i16>(BLOCK + 18) * load<f32>(dequantiser + ROW + 4);
  store<i64>(BLOCK, 0);
  store<i64>(BLOCK + 16, 0);
  const values = i32x4.trunc_sat_f32x4_s(
    f32x4(a + b + (c + d), a - b + (c - d), a + b - (c + d), a - b - (c - d)),
  );
  const bytes = i32x4.extract_lane(packed(values, values, values, values), 0);
  store<u16>(target, <u16>bytes);
  store<u16>(target + stride, <u16>(bytes >> 16));
}

export function transform3(dequantiser: usize, target: usize, stride: usize): void {
  const a = dequantised(0, dequantiser);
  const b = dequantised(8, dequantiser);
  const c = dequantised(16, dequantiser);
  clearRows(3);
  const even = f32x4.add(a, c);
  const r0 = f32x4.add(even, b);
  const r1 = f32x4.sub(a, f32x4.add(c, c));
  const r2 = f32x4.sub(even, b);
  const c0 = column0(r0, r1, r2, r2);
  const c1 = column1(r0, r1, r2, r2);
  const c2 = column2(r0, r1, r2, r2);
  const across = f32x4.add(c0, c2);
  const x0 = levelShifted(f32x4.add(across, c1));
  const x1 = levelShifted(f32x4.sub(c0, f32x4.add(c2, c2)));
  const x2 = levelShifted(f32x4.sub(across, c1));
  const rows = transposedBytes(packed(x0, x1, x2, x2));
  v128.store32_lane(target, rows, 0);
  v128.store32_lane(target + stride, rows, 1);
  v128.store32_lane(target + stride * 2, rows, 2);
}

export function transform4(dequantiser: usize, target: usize, stride: usize): void {
  const a = dequantised(0, dequantiser);
  const b = dequantised(8, dequantiser);
  const c = dequantised(16, dequantiser);
  const d = dequantised(24, dequantiser);
  clearRows(4);
  const tangent = f32x4.splat(TAN_PI_8);
  const e0 = f32x4.add(a, c);
  const e1 = f32x4.sub(a, c);
  const o0 = f32x4.add(b, f32x4.mul(d, tangent));
  const o1 = f32x4.sub(f32x4.mul(b, tangent), d);
  const r0 = f32x4.add(e0, o0);
  const r1 = f32x4.add(e1, o1);
  const r2 = f32x4.sub(e1, o1);
  const r3 = f32x4.sub(e0, o0);
  const c0 = column0(r0, r1, r2, r3);
  const c1 = column1(r0, r1, r2, r3);
  const c2 = column2(r0, r1, r2, r3);
  const c3 = column3(r0, r1, r2, r3);
  const f0 = f32x4.add(c0, c2);
  const f1 = f32x4.sub(c0, c2);
  const p0 = f32x4.add(c1, f32x4.mul(c3, tangent));
  const p1 = f32x4.sub(f32x4.mul(c1, tangent), c3);
  const x0 = levelShifted(f32x4.add(f0, p0));
  const x1 = levelShifted(f32x4.add(f1, p1));
  const x2 = levelShifted(f32x4.sub(f1, p1));
  const x3 = levelShifted(f32x4.sub(f0, p0));
  const rows = transposedBytes(packed(x0, x1, x2, x3));
  v128.store32_lane(target, rows, 0);
  v128.store32_lane(target + stride, rows, 1);
  v128.store32_lane(target + stride * 2, rows, 2);
  v128.store32_lane(target + stride * 3, rows, 3);
}
