import { z } from "zod";
import { MAX_AMOUNT, type Money } from "../../lib/money";
import { endOfDay, type Instant, isDay } from "../../lib/time";
import type { PriceChoice } from "../storefront/model/price-lists";
import {
  type Cover,
  type Grid,
  type Registration,
  registrations,
  type Theme,
  type Typeface,
  type Visibility,
  visibilities,
} from "./model";
import type { PresetName } from "./model/presets";
import type { Proofing } from "./model/proofing";
import {
  type DownloadRight,
  downloadRights,
  type GalleryRights,
  type GalleryRole,
  type RoleRights,
} from "./model/roles";

/** What a gallery is made of, whichever way it came in. */
export interface GalleryInput {
  name: string;
  visibility: Visibility;
  /** What is sold in it; null for nothing. */
  priceListId: string | null;
  expiresAt: Instant | null;
  /** What visitors are asked for before they download; null for nothing. */
  downloadPin: string | null;
  /** What visitors are asked for before they see it, where its visibility says so; null for nothing. */
  password: string | null;
  registration: Registration;
  rights: GalleryRights;
  cover: Cover;
  /** A photo of the gallery; null for its first. */
  coverPhotoId: string | null;
  /** The point of the cover photo that stays in sight, in percent of its sides. */
  coverX: number;
  coverY: number;
  grid: Grid;
  typeface: Typeface;
  theme: Theme;
  /** "2026-06-13"; null where no day is shown. */
  shotOn: string | null;
  subtitle: string;
  preset: PresetName | null;
  watermark: boolean;
  proofing: Proofing;
  /** For short: what every role may download for nothing, whatever stood in their rights. */
  freeDownloads: DownloadRight;
}

/** What has to be said of a new gallery; everything else begins as it usually does. */
export type NewGallery = Pick<
  GalleryInput,
  "name" | "visibility" | "priceListId" | "expiresAt" | "downloadPin"
> &
  Partial<GalleryInput>;

export interface Units {
  currency: string;
  timeZone: string;
}

export const galleryName = z
  .string("Give the gallery a name.")
  .trim()
  .min(1, "Give the gallery a name.")
  .max(120, "A name has at most 120 characters.");

const visibility = z.enum(visibilities, "Choose public or unlisted.");

const password = z
  .string()
  .trim()
  .min(4, "A password has at least 4 characters.")
  .max(60, "A password has at most 60 characters.");

export const downloadPin = z
  .string()
  .trim()
  .regex(/^\d{4,8}$/, "A PIN has 4 to 8 digits.");

/** The last day a gallery is open becomes the last moment of that day where the studio is. */
export function lastDay(timeZone: string) {
  return z
    .string()
    .refine(isDay, "Enter a day such as 2026-12-24.")
    .transform((day) => endOfDay(day, timeZone));
}

/** Who is put on a gallery, or taken off it. */
export const assignmentForm = z.object({
  intent: z.enum(["assign", "unassign"]),
  member: z.string("Choose somebody.").max(60),
});

/** A list of the studio; null for nothing that is sold. */
const priceListId = z.string().max(60).nullable().optional();

/** What a body says of prices; undefined where it says nothing. */
export function pricesIn(body: {
  pricePerPhoto?: Money | undefined;
  priceListId?: string | null | undefined;
}): PriceChoice | undefined {
  if (body.priceListId !== undefined) return { priceListId: body.priceListId };
  return body.pricePerPhoto && { perPhoto: body.pricePerPhoto.amount };
}

function price(currency: string) {
  return z.strictObject({
    amount: z.int("Amounts are whole minor units.").min(0).max(MAX_AMOUNT),
    currency: z.literal(currency, `This studio sells in ${currency}.`),
  }) as z.ZodType<Money>;
}

/** A day (its end, in the studio's zone) or a moment with its offset; null is without end. */
function expiry(timeZone: string) {
  const moment = z.iso
    .datetime({ offset: true, error: "Send a day (2026-12-24) or a moment with its offset." })
    .transform((text) => Date.parse(text));
  return z
    .union([lastDay(timeZone), moment], "Send a day (2026-12-24) or a moment with its offset.")
    .nullable();
}

/** Body of POST /galleries: with a price per photo, or a list. */
export function newGalleryBody({ currency, timeZone }: Units) {
  return z
    .strictObject({
      name: galleryName,
      visibility: visibility.default("unlisted"),
      pricePerPhoto: price(currency).optional(),
      priceListId,
      expiresAt: expiry(timeZone).default(null),
      freeDownloads: z.enum(downloadRights).default("none"),
      downloadPin: downloadPin.nullable().default(null),
      password: password.nullable().default(null),
      registration: z.enum(registrations).default("none"),
      status: z.enum(["draft", "published"]).default("draft"),
    })
    .refine(({ pricePerPhoto, priceListId }) => pricePerPhoto !== undefined || priceListId !== undefined, {
      path: ["pricePerPhoto"],
      error: "Send a price per photo, or a price list.",
    });
}

/** What a role may do; what is left out stays as it is, or begins as it usually does. */
const someRights = z
  .strictObject({
    favourite: z.boolean(),
    download: z.enum(downloadRights),
    buy: z.boolean(),
    share: z.boolean(),
    hide: z.boolean(),
  })
  .partial();

/** Rights of some roles, as a body says them. */
const rightsOfRoles = z.strictObject({ main: someRights, guest: someRights, buyer: someRights }).partial();

/** All rights, after some of them were changed. */
export function withRights(
  before: GalleryRights,
  changes: z.infer<typeof rightsOfRoles> | undefined,
): GalleryRights {
  const of = (role: GalleryRole): RoleRights => {
    const said = Object.entries(changes?.[role] ?? {}).filter(([, value]) => value !== undefined);
    return { ...before[role], ...Object.fromEntries(said) };
  };
  return { main: of("main"), guest: of("guest"), buyer: of("buyer") };
}

/** Body of PATCH /galleries/:id: what is left out stays. */
export function galleryChangesBody({ currency, timeZone }: Units) {
  return z
    .strictObject({
      name: galleryName,
      visibility,
      pricePerPhoto: price(currency),
      priceListId,
      expiresAt: expiry(timeZone),
      freeDownloads: z.enum(downloadRights),
      rights: rightsOfRoles,
      downloadPin: downloadPin.nullable(),
      password: password.nullable(),
      registration: z.enum(registrations),
      status: z.enum(["draft", "published"]),
    })
    .partial()
    .refine(({ freeDownloads, rights }) => freeDownloads === undefined || rights === undefined, {
      path: ["freeDownloads"],
      error: "Send what every role may download, or the rights of each.",
    });
}

/** Hides a photo from guests, or shows it to them again. */
export const hideForm = z.object({
  photo: z.string("Choose a photo.").min(1, "Choose a photo.").max(60),
  hidden: z.enum(["yes", "no"], "Say whether it is hidden."),
});
