import { QUANTISATION } from "./annex-k";
import { naturalIndex } from "./t81";

/** Tables of luminance and chrominance: u8[2][64] in natural order. */
const TABLES: usize = memory.data(128, 16);

/**
 * What the transform's results are multiplied by: f32[2][64], 1 / (8 x step x the factors that the transform leaves
 * to its caller). Transposed, as the transform's results are.
 */
const RECIPROCALS: usize = memory.data(512, 16);

export function quantiserStep(table: usize, zigzagIndex: i32): i32 {
  return load<u8>(TABLES + table * 64 + <usize>naturalIndex(zigzagIndex));
}

export function reciprocals(table: usize): usize {
  return RECIPROCALS + table * 256;
}

/** Scales the tables of Annex K to a quality of 1 to 100, as the IJG's encoder does. */
export function prepareQuantiser(quality: i32): void {
  const q = max(1, min(100, quality));
  const percent = q < 50 ? 5000 / q : 200 - 2 * q;
  for (let table: usize = 0; table < 2; table++) {
    for (let i: usize = 0; i < 64; i++) {
      const step = max(1, min(255, (<i32>load<u8>(QUANTISATION + table * 64 + i) * percent + 50) / 100));
      const u = i & 7;
      const v = i >> 3;
      store<u8>(TABLES + table * 64 + i, <u8>step);
      const factor = 8 * <f64>step * scaleOf(<i32>u) * scaleOf(<i32>v);
      store<f32>(RECIPROCALS + table * 256 + (((u << 3) | v) << 2), <f32>(1 / factor));
    }
  }
}

/** The factor of Arai, Agui and Nakajima's transform at frequency `u`: sqrt(2) cos(u pi / 16). */
function scaleOf(u: i32): f64 {
  switch (u) {
    case 1:
      return 1.387039845322148;
    case 2:
      return 1.306562964876377;
    case 3:
      return 1.175875602419359;
    case 5:
      return 0.785694958387102;
    case 6:
      return 0.541196100146197;
    case 7:
      return 0.275899379282943;
    default:
      return 1;
  }
}
