/**
 * Why a picture is refused. `run` and `begin` answer the negative of these numbers; `jpeg/reasons.ts` of the driver
 * keeps the same list.
 */
export const NOT_JPEG = 1;
export const ARITHMETIC = 2;
export const LOSSLESS = 3;
export const PRECISION = 4;
export const HIERARCHICAL = 5;
export const BAD_FRAME = 6;
export const BAD_SCAN = 7;
export const BAD_HUFFMAN = 8;
export const BAD_QUANTISATION = 9;
export const BAD_SEGMENT = 10;
export const NO_IMAGE = 11;
export const NO_TABLE = 12;
export const COMPONENTS = 13;
export const TOO_MANY_PIXELS = 14;
export const TOO_MUCH_WORK = 15;
export const NO_HEIGHT = 16;

/** What is wrong with a picture that is shown all the same; a set of bits. */
export const TRUNCATED: i32 = 1;
export const CORRUPT: i32 = 2;
export const RESTART: i32 = 4;
export const SURPLUS: i32 = 8;
