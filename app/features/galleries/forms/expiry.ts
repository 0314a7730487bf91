import { z } from "zod";
import { minorDigits, parseAmount } from "../../../lib/money";

/** The longest that a gallery is opened again for, and that everything of one is kept after its end. */
const LONGEST_REOPENING = 365;
const LONGEST_GRACE = 730;

const days = (least: number, most: number) =>
  z.coerce
    .number("Enter a number of days.")
    .int("Enter whole days.")
    .min(least, `At least ${least}.`)
    .max(most, `At most ${most} days.`);

/** What happens at a gallery's end; an empty price means that nobody can open it again but the studio. */
export function expiryForm({ currency }: { currency: string }) {
  const example = minorDigits(currency) === 0 ? "2500" : "25";
  return z.object({
    reopenPrice: z
      .string()
      .max(30)
      .default("")
      .transform((text, check) => {
        if (text.trim() === "") return null;
        const amount = parseAmount(text, currency);
        if (amount !== null) return amount;
        check.addIssue({ code: "custom", message: `Enter a price in ${currency} such as ${example}.` });
        return z.NEVER;
      }),
    reopenDays: days(1, LONGEST_REOPENING),
    graceDays: days(0, LONGEST_GRACE),
    deletesOriginals: z
      .literal("on")
      .optional()
      .transform((ticked) => ticked === "on"),
  });
}

/** Has the originals of a gallery kept. */
export const keepForm = z.object({ gallery: z.string("Choose a gallery.").max(60) });
