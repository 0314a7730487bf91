import { z } from "zod";
import { MAX_AMOUNT, type Money, minorDigits, parseAmount } from "../../lib/money";
import { endOfDay, type Instant, isDay } from "../../lib/time";
import type { PriceChoice } from "../storefront/model/price-lists";
import { BY_PHOTO, type FreeDownloads, freeDownloads, NO_PRICES, visibilities } from "./model";

/** What a gallery is made of, whichever way it came in. */
export interface GalleryInput {
  name: string;
  visibility: (typeof visibilities)[number];
  /** What is sold in it; null for nothing. */
  priceListId: string | null;
  expiresAt: Instant | null;
  freeDownloads: FreeDownloads;
  /** What visitors are asked for before they download; null for nothing. */
  downloadPin: string | null;
}

interface Units {
  currency: string;
  timeZone: string;
}

const name = z
  .string("Give the gallery a name.")
  .trim()
  .min(1, "Give the gallery a name.")
  .max(120, "A name has at most 120 characters.");

const visibility = z.enum(visibilities, "Choose public or unlisted.");

const downloadPin = z
  .string()
  .trim()
  .regex(/^\d{4,8}$/, "A PIN has 4 to 8 digits.");

/** The last day a gallery is open becomes the last moment of that day where the studio is. */
function lastDay(timeZone: string) {
  return z
    .string()
    .refine(isDay, "Enter a day such as 2026-12-24.")
    .transform((day) => endOfDay(day, timeZone));
}

/** The form of the workspace. Prices are typed as people write them; an empty day means no end. */
export function galleryForm({ currency, timeZone }: Units) {
  const example = minorDigits(currency) === 0 ? "500" : "12.50";
  return z
    .object({
      name,
      visibility,
      /** A list's id, or what stands for a price per photo and for nothing. */
      prices: z.string().max(60).default(BY_PHOTO),
      price: z.string().default(""),
      expiresOn: lastDay(timeZone).optional(),
      freeDownloads: z.enum(freeDownloads, "Choose what visitors may download.").default("none"),
      downloadPin: downloadPin.optional(),
    })
    .transform(({ prices, price, ...values }, check) => {
      if (prices !== BY_PHOTO) {
        return { ...values, prices: { priceListId: prices === NO_PRICES ? null : prices } as PriceChoice };
      }
      const perPhoto = parseAmount(price, currency);
      if (perPhoto === null) {
        const message = `Enter a price in ${currency} such as ${example}; 0 gives the photos away.`;
        check.addIssue({ code: "custom", path: ["price"], message });
        return z.NEVER;
      }
      return { ...values, prices: { perPhoto } as PriceChoice };
    });
}

/** What a form chose, and which prices: those become a list by `choosePrices`. */
export function fromForm(values: z.infer<ReturnType<typeof galleryForm>>): {
  prices: PriceChoice;
  input: Omit<GalleryInput, "priceListId">;
} {
  const { prices, expiresOn, downloadPin, ...kept } = values;
  const input = {
    ...kept,
    expiresAt: expiresOn ?? null,
    downloadPin: downloadPin ?? null,
  };
  return { prices, input };
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
      name,
      visibility: visibility.default("unlisted"),
      pricePerPhoto: price(currency).optional(),
      priceListId,
      expiresAt: expiry(timeZone).default(null),
      freeDownloads: z.enum(freeDownloads).default("none"),
      downloadPin: downloadPin.nullable().default(null),
      status: z.enum(["draft", "published"]).default("draft"),
    })
    .refine(({ pricePerPhoto, priceListId }) => pricePerPhoto !== undefined || priceListId !== undefined, {
      path: ["pricePerPhoto"],
      error: "Send a price per photo, or a price list.",
    });
}

/** Body of PATCH /galleries/:id: what is left out stays. */
export function galleryChangesBody({ currency, timeZone }: Units) {
  return z
    .strictObject({
      name,
      visibility,
      pricePerPhoto: price(currency),
      priceListId,
      expiresAt: expiry(timeZone),
      freeDownloads: z.enum(freeDownloads),
      downloadPin: downloadPin.nullable(),
      status: z.enum(["draft", "published"]),
    })
    .partial();
}

/** Hides a photo from guests, or shows it to them again. */
export const hideForm = z.object({
  photo: z.string("Choose a photo.").min(1, "Choose a photo.").max(60),
  hidden: z.enum(["yes", "no"], "Say whether it is hidden."),
});
