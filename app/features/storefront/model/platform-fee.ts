import { RATE_UNIT } from "./rounding";

/** The platform's part of a total, at a rate in hundredths of a percent; never rounded up and never more than the total. */
export function platformFee(total: number, rate: number): number {
  return Math.min(total, Math.floor((total * rate) / RATE_UNIT));
}
