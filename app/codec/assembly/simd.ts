/** 1.5 * 2^23: adding it to a small f32 rounds it to an integer, which then stands in the lowest bits. */
export const ROUNDING: f32 = 12582912.0;
export const ROUNDING_BITS: i32 = 0x4b400000;

/** The lower and the upper halves of two vectors, interleaved: the two steps of a 4 x 4 transposition. @inline */
export function zipLow(a: v128, b: v128): v128 {
  return i32x4.shuffle(a, b, 0, 4, 1, 5);
}

/** @inline */
export function zipHigh(a: v128, b: v128): v128 {
  return i32x4.shuffle(a, b, 2, 6, 3, 7);
}

/** @inline */
export function lowPair(a: v128, b: v128): v128 {
  return i64x2.shuffle(a, b, 0, 2);
}

/** @inline */
export function highPair(a: v128, b: v128): v128 {
  return i64x2.shuffle(a, b, 1, 3);
}

/** Column 0 of the four rows that begin `rowBytes` apart, as a vector; so for the columns 1 to 3 below. @inline */
export function column0(a: v128, b: v128, c: v128, d: v128): v128 {
  return lowPair(zipLow(a, b), zipLow(c, d));
}

/** @inline */
export function column1(a: v128, b: v128, c: v128, d: v128): v128 {
  return highPair(zipLow(a, b), zipLow(c, d));
}

/** @inline */
export function column2(a: v128, b: v128, c: v128, d: v128): v128 {
  return lowPair(zipHigh(a, b), zipHigh(c, d));
}

/** @inline */
export function column3(a: v128, b: v128, c: v128, d: v128): v128 {
  return highPair(zipHigh(a, b), zipHigh(c, d));
}

/** Rounds four f32 samples around zero and lifts them by 128 (T.81, A.3.1). @inline */
export function levelShifted(values: v128): v128 {
  return i32x4.sub(f32x4.add(values, f32x4.splat(ROUNDING)), i32x4.splat(ROUNDING_BITS - 128));
}

/** Four vectors of i32 as sixteen bytes, each clamped to 0..255. @inline */
export function packed(a: v128, b: v128, c: v128, d: v128): v128 {
  return i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d));
}

/** Four rows of four bytes, transposed. @inline */
export function transposedBytes(rows: v128): v128 {
  return i8x16.shuffle(rows, rows, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
}

/** The sum a * x + b * y. @inline */
export function combine(a: v128, x: v128, b: v128, y: v128): v128 {
  return f32x4.add(f32x4.mul(a, x), f32x4.mul(b, y));
}
