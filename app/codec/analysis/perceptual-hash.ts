import type { Pixels } from "../pixels";
import { averagedTo } from "./area-average";
import { lumaOf } from "./luma";

/** Luma is averaged to a square of this side. */
const SIDE = 32;

/** Frequencies 1 to 8 of both axes are used: the average brightness and pure stripes say little. */
const FREQUENCIES = 8;

/** cos(pi (2x + 1) u / 2N) for u of 1 to 8. */
const COSINES = Float64Array.from({ length: FREQUENCIES * SIDE }, (_, index) => {
  const u = Math.floor(index / SIDE) + 1;
  return Math.cos((Math.PI * (2 * (index % SIDE) + 1) * u) / (2 * SIDE));
});

/**
 * The 64-bit pHash (Zauner 2010) as 16 hexadecimal digits: luma averaged to 32 x 32, type-II DCT, the 8 x 8 lowest
 * frequencies without those of 0, row by row; a bit is 1 where the coefficient is above their median. Pictures of one
 * scene saved or sized differently are within 10 bits of each other, different ones are mostly 20 to 44 apart.
 */
export function perceptualHash(pixels: Pixels): string {
  const coefficients = lowFrequencies(averagedTo(lumaOf(pixels), SIDE, SIDE));
  const sorted = coefficients.toSorted();
  const median = ((sorted[31] as number) + (sorted[32] as number)) / 2;
  const nibbles = Array.from({ length: 16 }, (_, nibble) =>
    [0, 1, 2, 3].reduce(
      (bits, bit) => 2 * bits + ((coefficients[4 * nibble + bit] as number) > median ? 1 : 0),
      0,
    ),
  );
  return nibbles.map((nibble) => nibble.toString(16)).join("");
}

/** Bits in which two hashes differ, 0 to 64. */
export function hashDistance(one: string, other: string): number {
  let difference = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let bits = 0;
  for (; difference > 0n; difference &= difference - 1n) bits += 1;
  return bits;
}

/** Rows first, then columns; unscaled, because only the order counts. */
function lowFrequencies(luma: Float32Array): Float64Array {
  const rows = new Float64Array(SIDE * FREQUENCIES);
  for (let y = 0; y < SIDE; y += 1) {
    for (let u = 0; u < FREQUENCIES; u += 1) {
      let sum = 0;
      for (let x = 0; x < SIDE; x += 1) {
        sum += (luma[y * SIDE + x] as number) * (COSINES[u * SIDE + x] as number);
      }
      rows[y * FREQUENCIES + u] = sum;
    }
  }
  const coefficients = new Float64Array(FREQUENCIES * FREQUENCIES);
  for (let v = 0; v < FREQUENCIES; v += 1) {
    for (let u = 0; u < FREQUENCIES; u += 1) {
      let sum = 0;
      for (let y = 0; y < SIDE; y += 1) {
        sum += (rows[y * FREQUENCIES + u] as number) * (COSINES[v * SIDE + y] as number);
      }
      coefficients[v * FREQUENCIES + u] = sum;
    }
  }
  return coefficients;
}
