import { z } from "zod";
import { readShift } from "../model/capture-shift";
import { photoOrders } from "../model/sections";

/** The most photos that are arranged in one go: a page of them. */
const PHOTOS_AT_ONCE = 500;

const sectionName = z
  .string("Give the section a name.")
  .trim()
  .min(1, "Give the section a name.")
  .max(80, "At most 80 characters.");
const section = z.string("Choose a section.").max(60);
const photos = z
  .array(z.string().max(60), "Choose photos first.")
  .min(1, "Choose photos first.")
  .max(PHOTOS_AT_ONCE);

const of = <Intent extends string>(...intents: [Intent, ...Intent[]]) => ({ intent: z.enum(intents) });

const shift = z.string("Enter a time such as +1:02:13 or -0:30.").transform((text, check) => {
  const seconds = readShift(text);
  if (seconds !== null) return seconds;
  check.addIssue({ code: "custom", message: "Enter a time such as +1:02:13 or -0:30." });
  return z.NEVER;
});

/** The page on which photos are arranged; what it is asked to do stands in the pressed button. */
export const arrangeForm = z.discriminatedUnion("intent", [
  z.object({ ...of("add"), name: sectionName }),
  z.object({ ...of("save"), section, name: sectionName, prices: z.string().max(60).optional() }),
  z.object({ ...of("up", "down", "remove"), section }),
  z.object({ ...of("sort"), section: section.optional(), by: z.enum(photoOrders, "Choose an order.") }),
  z.object({ ...of("move"), photo: photos, to: section.optional() }),
  z.object({ ...of("before"), photo: photos, target: z.string("Choose a photo.").max(60) }),
  z.object({ ...of("shift"), photo: photos, shift }),
  z.object({ ...of("hide", "show", "first", "last", "cover"), photo: photos }),
]);

export type ArrangeValues = z.infer<typeof arrangeForm>;
