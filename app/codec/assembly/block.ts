import { BLOCK_SIZE } from "./t81";

/**
 * The block at hand: i16[64] in natural order, zero between uses. One spare slot behind it takes the coefficients
 * that the chosen scale does not read, so that decoders need not ask.
 */
export const BLOCK: usize = memory.data(192, 64);
export const SPARE_SLOT: i32 = BLOCK_SIZE << 1;

/** Bytes of one row of the block. */
export const BLOCK_ROW: usize = 16;

/** Makes the first rows of the block zero again. @inline */
export function clearRows(rows: i32): void {
  for (let row = 0; row < rows; row++) v128.store(BLOCK + <usize>row * BLOCK_ROW, i64x2.splat(0));
}
