/** Rates are hundredths of a percent: 1900 is 19 %. */
export const RATE_UNIT = 10_000;

/**
 * `amount × part ÷ whole`, rounded half up to a whole minor unit, exactly: no product of ours leaves the range in which
 * integers are exact (10^8 minor units × 999 × 10^4 is below 2^53).
 */
export function share(amount: number, part: number, whole: number): number {
  const product = amount * part;
  const rest = product % whole;
  return (product - rest) / whole + (rest * 2 >= whole ? 1 : 0);
}
