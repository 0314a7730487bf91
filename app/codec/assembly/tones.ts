/** Sample -> linear light of the source's primaries, or its place in the grid: f32[4][256], filled by the driver. */
export const TONES: usize = memory.data(4 * 256 * 4, 64);
export const TONE_BYTES: usize = 1024;
