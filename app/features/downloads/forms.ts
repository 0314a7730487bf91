import { z } from "zod";
import { endOfDay, isDay } from "../../lib/time";
import { MOST_DOWNLOADS } from "./model";

/** The button on the page of a link that has run out. */
export const freshLinkForm = z.object({});

/** What a visitor sends to get at what a gallery gives away. The field's name keeps the PIN out of the answer. */
export const visitorForm = z.object({
  code: z.string().trim().max(40).default(""),
  /** The photo that they wanted; empty for all of them. */
  photo: z.string().max(60).default(""),
});

/** What the studio does with a link: its end is the end of a day where the studio is. */
export function linkForm(timeZone: string) {
  return z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("revoke") }),
    z.object({
      intent: z.literal("extend"),
      lastDay: z
        .string("Choose a day such as 2026-12-24.")
        .refine(isDay, "Choose a day such as 2026-12-24.")
        .transform((day) => endOfDay(day, timeZone)),
      maxDownloads: z.coerce
        .number("Enter a number such as 5.")
        .int("Enter a whole number.")
        .min(1, "Enter 1 or more.")
        .max(MOST_DOWNLOADS, `Enter at most ${MOST_DOWNLOADS}.`)
        .optional(),
    }),
  ]);
}
