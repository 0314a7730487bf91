import { parseAmount } from "../../../lib/money";

/** The field of shipping, beside those that are named after their lines. */
export const SHIPPING_FIELD = "shipping";

/** What can still be given back of a line, or of shipping, with its tax. */
export interface RefundablePart {
  /** The line's id, or `SHIPPING_FIELD`. */
  field: string;
  left: number;
}

export type AmountError = "no_amount" | "too_much";

/** What was asked for in the form of a refund. */
export interface AskedRefund {
  what: "all" | "some";
  /** Fields that were ticked. */
  full: readonly string[];
  /** What was typed, by field. */
  typed: Readonly<Record<string, string | undefined>>;
}

/**
 * The amounts of a refund: all that is left, or of each part what was typed, or else all of it where it was ticked. Only
 * parts of the order count, whatever else was sent.
 *
 * @returns the amounts above 0 by field, or what is wrong with which field
 */
export function wantedRefund(
  parts: readonly RefundablePart[],
  { what, full, typed }: AskedRefund,
  currency: string,
): { amounts: Map<string, number>; errors: Map<string, AmountError> } {
  const amounts = new Map<string, number>();
  const errors = new Map<string, AmountError>();
  for (const { field, left } of parts) {
    const text = what === "some" ? typed[field]?.trim() : "";
    const isWhole = what === "all" || full.includes(field);
    const amount = text ? parseAmount(text, currency) : isWhole ? left : 0;
    if (amount === null) errors.set(field, "no_amount");
    else if (amount > left) errors.set(field, "too_much");
    else if (amount > 0) amounts.set(field, amount);
  }
  return { amounts, errors };
}
