import { z } from "zod";
import { dayOf, type Instant, isDay } from "../../../lib/time";
import { amount } from "../forms";

/** What a studio can tell of where to transfer to. */
export const LONGEST_INSTRUCTIONS = 1000;

/** The ways in which a studio is paid, beside its account at the provider. */
export const paymentWaysForm = z.object({
  instructions: z
    .string()
    .trim()
    .max(LONGEST_INSTRUCTIONS, `At most ${LONGEST_INSTRUCTIONS} characters.`)
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n")),
  charge: z.enum(["now", "review"], "Choose when cards are charged."),
});

/** Has what can be mended put right. */
export const mendForm = z.object({ intent: z.literal("mend", "Press the button.") });

/** Money of a transfer that a member saw arrive; `key` makes pressing twice one receipt. */
export const confirmTransferForm = (currency: string, now: Instant, timeZone: string) =>
  z.object({
    amount: amount(currency).refine((value) => value > 0, "Enter what has arrived."),
    receivedOn: z
      .string("Enter the day on the statement.")
      .refine(isDay, "Enter the day on the statement.")
      .refine((day) => day <= dayOf(now, timeZone), "This day is still to come."),
    key: z.string().max(60).optional(),
  });
