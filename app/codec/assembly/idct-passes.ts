import { column0, column1, column2, column3, levelShifted, packed } from "./simd";

/** Between the two passes of a larger transform: f32[8][8] after the vertical one, and after the horizontal one. */
export const COLUMNS_DONE: usize = memory.data(256, 64);
export const ROWS_DONE: usize = memory.data(256, 64);

/** Bytes of a row of these; four rows; and half a row. */
export const PASS_ROW: usize = 32;
export const PASS_QUAD: usize = 128;
export const PASS_HALF: usize = 16;

/** Four rows from `at` on, column `i` of each (so for 1 to 3). @inline */
export function quad0(at: usize): v128 {
  return column0(v128.load(at), v128.load(at + 32), v128.load(at + 64), v128.load(at + 96));
}

/** @inline */
export function quad1(at: usize): v128 {
  return column1(v128.load(at), v128.load(at + 32), v128.load(at + 64), v128.load(at + 96));
}

/** @inline */
export function quad2(at: usize): v128 {
  return column2(v128.load(at), v128.load(at + 32), v128.load(at + 64), v128.load(at + 96));
}

/** @inline */
export function quad3(at: usize): v128 {
  return column3(v128.load(at), v128.load(at + 32), v128.load(at + 64), v128.load(at + 96));
}

/** Columns x of ROWS_DONE, four samples each, as bytes: columns 0 to 3. @inline */
export function packedLeft(at: usize): v128 {
  return packed(
    levelShifted(v128.load(at)),
    levelShifted(v128.load(at + 32)),
    levelShifted(v128.load(at + 64)),
    levelShifted(v128.load(at + 96)),
  );
}

/** Two sample rows out of the packed left and right columns: rows 0 and 1, then rows 2 and 3. @inline */
export function firstRows(left: v128, right: v128): v128 {
  return i8x16.shuffle(left, right, 0, 4, 8, 12, 16, 20, 24, 28, 1, 5, 9, 13, 17, 21, 25, 29);
}

/** @inline */
export function lastRows(left: v128, right: v128): v128 {
  return i8x16.shuffle(left, right, 2, 6, 10, 14, 18, 22, 26, 30, 3, 7, 11, 15, 19, 23, 27, 31);
}
