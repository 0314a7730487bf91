/** White of the profile connection space (ICC.1:2022, 7.2.16). */
export const D50 = [0.9642, 1, 0.8249] as const;

/** XYZ of the profile connection space (D50) -> linear sRGB, row by row. */
export const XYZ_TO_SRGB = [
  3.1338561, -1.6168667, -0.4906146, -0.9787684, 1.9161415, 0.033454, 0.0719453, -0.2289914, 1.4052427,
] as const;

/** The same from shares of white: each of X, Y, Z divided by that of D50. */
export const SHARES_TO_SRGB: readonly number[] = XYZ_TO_SRGB.map((entry, at) => entry * (D50[at % 3] ?? 1));

/** The function of CIE 15 that makes L*a*b* of shares of white, and its inverse; straight below 6/29 cubed. */
const KNEE = 6 / 29;
const SLOPE = 3 * KNEE ** 2;
const OFFSET = 4 / 29;

export function rootOf(share: number): number {
  return share > KNEE ** 3 ? Math.cbrt(share) : share / SLOPE + OFFSET;
}

function shareOf(root: number): number {
  return root > KNEE ? root * root * root : (root - OFFSET) * SLOPE;
}

/** Writes the shares of white that an L*a*b* colour has over it. */
export function labToShares(lab: Float64Array): void {
  const y = ((lab[0] ?? 0) + 16) / 116;
  const x = y + (lab[1] ?? 0) / 500;
  const z = y - (lab[2] ?? 0) / 200;
  lab[0] = shareOf(x);
  lab[1] = shareOf(y);
  lab[2] = shareOf(z);
}

/** Luminance of a grey whose L* is `lightness` hundredths. */
export function luminance(lightness: number): number {
  return shareOf((100 * lightness + 16) / 116);
}
