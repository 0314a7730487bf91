/** What a new studio is led through, in this order. */
export const setupStepNames = ["brand", "region", "tax", "payments", "gallery", "send"] as const;
export type SetupStepName = (typeof setupStepNames)[number];

/** The largest logo taken, in bytes and in pixels a side. */
export const LARGEST_BRAND_LOGO = 800_000;
export const LARGEST_BRAND_LOGO_SIDE = 4000;

/** Reads a tax rate as a person writes it ("19", "8.1", "7,70") in hundredths of a percent; null when it is none. */
export function parseTaxRate(text: string): number | null {
  const match = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
}

/** A tax rate as it is written into a form: "8.1". */
export function taxRateText(rate: number): string {
  return String(rate / 100);
}
