import { z } from "zod";
import { isDay } from "../../../lib/time";
import { galleryName, lastDay } from "../forms";
import { visibilities } from "../model";
import { presetNames } from "../model/presets";
import { priceFields } from "./prices";

/** A day as forms write it. */
export const day = z.string().refine(isDay, "Enter a day such as 2026-12-24.");

/** The form that makes a gallery: a kind decides everything that is left out. Without a kind it begins plainly. */
export function newGalleryForm({ timeZone }: { timeZone: string }) {
  return z.object({
    name: galleryName,
    preset: z.enum([...presetNames, "plain"], "Choose a kind.").default("plain"),
    shotOn: day.optional(),
    visibility: z.enum(visibilities, "Choose who can see it.").optional(),
    expiresOn: lastDay(timeZone).optional(),
    ...priceFields,
  });
}
