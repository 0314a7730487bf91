/** Marker codes: the byte behind 0xFF (ITU-T T.81, table B.1). */
export const TEM: i32 = 0x01;
export const SOF0: i32 = 0xc0;
export const SOF1: i32 = 0xc1;
export const SOF2: i32 = 0xc2;
export const SOF3: i32 = 0xc3;
export const DHT: i32 = 0xc4;
export const JPG: i32 = 0xc8;
export const DAC: i32 = 0xcc;
export const SOF15: i32 = 0xcf;
export const RST0: i32 = 0xd0;
export const RST7: i32 = 0xd7;
export const SOI: i32 = 0xd8;
export const EOI: i32 = 0xd9;
export const SOS: i32 = 0xda;
export const DQT: i32 = 0xdb;
export const DRI: i32 = 0xdd;
export const APP0: i32 = 0xe0;
export const APP1: i32 = 0xe1;
export const APP2: i32 = 0xe2;
export const APP14: i32 = 0xee;

/** Samples of a block's side, and coefficients of a block (A.1.3). */
export const BLOCK_SIDE: i32 = 8;
export const BLOCK_SIZE: i32 = 64;

/** Most components of a scan (B.2.3), and largest sampling factor (B.2.2). */
export const MAX_COMPONENTS: i32 = 4;
export const MAX_SAMPLING: i32 = 4;

/** Most blocks of an interleaved MCU (B.2.3). */
export const MAX_MCU_BLOCKS: i32 = 10;

/** Longest Huffman code, in bits (C.1). */
export const MAX_CODE_BITS: i32 = 16;

/** AC symbol for a run of 16 zeros (F.1.2.2.1). */
export const ZRL: i32 = 0xf0;

/** Largest successive approximation position (table B.3). */
export const MAX_APPROXIMATION: i32 = 13;

/**
 * Zigzag index -> natural index (figure A.6). Sixteen spare entries: a damaged run may point that far beyond the
 * last coefficient before it is noticed.
 */
export const ZIGZAG: usize = memory.data<u8>([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
]);
export const ZIGZAG_SIZE: i32 = 80;

export function naturalIndex(zigzagIndex: i32): i32 {
  return load<u8>(ZIGZAG + zigzagIndex);
}
