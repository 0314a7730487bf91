import { RATE_UNIT } from "./rounding";

/** What the platform keeps of a payment, in hundredths of a percent; the plans have no fee on sales yet. */
export const PLATFORM_FEE_RATE = 0;

/** The platform's part of a total, never rounded up and never more than the total. */
export function platformFee(total: number, rate: number): number {
  return Math.min(total, Math.floor((total * rate) / RATE_UNIT));
}
