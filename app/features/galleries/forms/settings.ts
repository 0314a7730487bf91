import { z } from "zod";
import { downloadPin, galleryName, lastDay } from "../forms";
import { covers, grids, registrations, themes, typefaces, visibilities } from "../model";
import { proofingModes } from "../model/proofing";
import { downloadRights, type GalleryRights, type GalleryRole, galleryRoles } from "../model/roles";
import { day } from "./new-gallery";
import { amount, priceFields } from "./prices";

/** A box that is ticked or not. */
const box = z.literal("on").optional();

/** What a role may be given besides looking; which boxes are ticked in a gallery's table of rights. */
const rightBoxes = ["favourite", "buy", "share", "hide"] as const;

const percent = z.coerce.number("Choose a point.").int().min(0).max(100);

const basics = (timeZone: string) =>
  z.object({
    intent: z.literal("basics"),
    name: galleryName,
    subtitle: z.string().trim().max(160, "At most 160 characters.").default(""),
    shotOn: day.optional(),
    expiresOn: lastDay(timeZone).optional(),
  });

const look = z.object({
  intent: z.literal("look"),
  cover: z.enum(covers, "Choose how it begins."),
  coverX: percent.default(50),
  coverY: percent.default(50),
  grid: z.enum(grids, "Choose how photos are laid out."),
  typeface: z.enum(typefaces, "Choose a typeface."),
  theme: z.enum(themes, "Choose light or dark."),
});

const role = <Name extends GalleryRole>(name: Name) => ({
  [`${name}-download`]: z.enum(downloadRights, "Choose what may be downloaded.").default("none"),
  ...Object.fromEntries(rightBoxes.map((right) => [`${name}-${right}`, box])),
});

const access = z.object({
  intent: z.literal("access"),
  visibility: z.enum(visibilities, "Choose who can see it."),
  galleryPassword: z
    .string()
    .trim()
    .min(4, "A password has at least 4 characters.")
    .max(80, "A password has at most 80 characters.")
    .optional(),
  registration: z.enum(registrations, "Choose whether visitors are asked for their address."),
  downloadPin: downloadPin.optional(),
  ...(Object.assign({}, ...galleryRoles.map(role)) as Record<`${GalleryRole}-download`, z.ZodType<string>>),
});

const choosing = (currency: string) =>
  z.object({
    intent: z.literal("choosing"),
    mode: z.enum(proofingModes, "Choose how clients choose."),
    picks: z.coerce
      .number("Enter a number.")
      .int("Enter a whole number.")
      .min(1, "At least 1.")
      .max(5000, "At most 5000.")
      .optional(),
    extraPrice: amount(currency).optional(),
    remindAfterDays: z.coerce
      .number("Enter a number of days.")
      .int("Enter whole days.")
      .min(1, "At least 1 day.")
      .max(90, "At most 90 days.")
      .optional(),
  });

const selling = z.object({
  intent: z.literal("selling"),
  ...priceFields,
  watermark: z.enum(["on", "off"], "Choose whether the watermark stands on the photos."),
});

/** The page of a gallery's settings: a form for each of its parts. */
export function settingsForm({ currency, timeZone }: { currency: string; timeZone: string }) {
  return z.discriminatedUnion("intent", [basics(timeZone), look, access, choosing(currency), selling]);
}

export type SettingsValues = z.infer<ReturnType<typeof settingsForm>>;

/** The rights that the table of a form gives. */
export function rightsIn(values: Readonly<Record<string, unknown>>): GalleryRights {
  const of = (name: GalleryRole) => {
    const ticked = (right: (typeof rightBoxes)[number]) => values[`${name}-${right}`] === "on";
    return {
      favourite: ticked("favourite"),
      buy: ticked("buy"),
      share: ticked("share"),
      hide: ticked("hide"),
      download: downloadRights.find((size) => size === values[`${name}-download`]) ?? "none",
    };
  };
  return { main: of("main"), guest: of("guest"), buyer: of("buyer") };
}
