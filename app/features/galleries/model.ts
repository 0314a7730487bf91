import type { Instant } from "../../lib/time";
import type { Proofing } from "./model/proofing";
import type { DownloadRight, GalleryRights, GalleryRole } from "./model/roles";

/**
 * Who may come in: everybody, and it is listed; whoever has its secret link; whoever knows its password or access
 * code; only people who got a link of their own by mail.
 */
export const visibilities = ["public", "unlisted", "password", "people"] as const;
export type Visibility = (typeof visibilities)[number];

/** Whether visitors are asked for their e-mail address on the way in: never, so that they may decline, or they must. */
export const registrations = ["none", "optional", "required"] as const;
export type Registration = (typeof registrations)[number];

/** How a gallery begins: a photo over the whole screen, beside the words, in a frame, or as a magazine's title. */
export const covers = ["full", "split", "framed", "magazine"] as const;
export type Cover = (typeof covers)[number];

export const grids = ["justified", "masonry"] as const;
export type Grid = (typeof grids)[number];

export const typefaces = ["serif", "sans", "modern", "classic"] as const;
export type Typeface = (typeof typefaces)[number];

export const themes = ["light", "dark", "auto"] as const;
export type Theme = (typeof themes)[number];

/** What stands in the form of a gallery for a price per photo, and for nothing that is sold; else it is a list's id. */
export const BY_PHOTO = "photo";
export const NO_PRICES = "none";

export interface Gallery {
  id: string;
  name: string;
  slug: string;
  shareKey: string;
  visibility: Visibility;
  status: "draft" | "published";
  /** What is sold in it; null for nothing. */
  priceListId: string | null;
  expiresAt: Instant | null;
  /** When that was set; 0 for long ago. */
  expirySetAt: Instant;
  publishedAt: Instant | null;
  /** Sealed; null where downloads ask for none. */
  downloadPin: string | null;
  freeDownloadsSince: Instant;
  /** Sealed; null for none. */
  password: string | null;
  accessVersion: number;
  registration: Registration;
  rights: GalleryRights;
  cover: Cover;
  coverPhotoId: string | null;
  coverX: number;
  coverY: number;
  grid: Grid;
  typeface: Typeface;
  theme: Theme;
  shotOn: string | null;
  subtitle: string;
  preset: string | null;
  watermark: boolean;
  proofing: Proofing;
  reopenPrice: number | null;
  reopenDays: number;
  graceDays: number;
  deletesOriginals: boolean;
  /** When its originals are deleted, as the studio was told; null while nothing was told. */
  deletionAt: Instant | null;
  originalsDeletedAt: Instant | null;
  photoCount: number;
  readyCount: number;
  failedCount: number;
  /** Ready and not hidden: what guests see. */
  shownCount: number;
  createdAt: Instant;
}

/** What a gallery is right now. Expiry is decided here, at the moment of reading. */
export type GalleryState = "draft" | "open" | "expired";

export function galleryState(gallery: Pick<Gallery, "status" | "expiresAt">, now: Instant): GalleryState {
  if (gallery.status === "draft") return "draft";
  return gallery.expiresAt !== null && gallery.expiresAt < now ? "expired" : "open";
}

/**
 * The part of the address that opens the gallery: readable for a public one and for one that asks for a password,
 * which is told by word of mouth; unguessable for the others.
 */
export function shareKeyOf(gallery: Pick<Gallery, "visibility" | "slug" | "shareKey">): string {
  return hasReadableAddress(gallery) ? gallery.slug : gallery.shareKey;
}

/**
 * Whether a gallery's address is a secret that may be news to who was in it before, when everybody might come: nothing
 * that is of that time, as an order is, tells it.
 */
export function addressBecameSecret({
  visibility,
  accessVersion,
}: Pick<Gallery, "visibility" | "accessVersion">): boolean {
  return visibility === "unlisted" && accessVersion > 1;
}

function hasReadableAddress({ visibility }: Pick<Gallery, "visibility">): boolean {
  return visibility === "public" || visibility === "password";
}

/** What somebody is in a gallery who was not given a role in it by name. */
function usualRole({ visibility }: Pick<Gallery, "visibility">): GalleryRole {
  return visibility === "public" ? "buyer" : "guest";
}

/** What its pages look like, in their loaders' data: see `useLook` of the document. */
export function lookOf({ typeface, theme }: Pick<Gallery, "typeface" | "theme">) {
  return { typeface, ...(theme === "auto" ? {} : { theme }) };
}

/** What whoever was not given a role by name may download for nothing. */
export function freeDownloadsOf({
  visibility,
  rights,
}: Pick<Gallery, "visibility" | "rights">): DownloadRight {
  return rights[usualRole({ visibility })].download;
}

/** Photos still being made ready. */
export function processingCount(gallery: Pick<Gallery, "photoCount" | "readyCount" | "failedCount">): number {
  return gallery.photoCount - gallery.readyCount - gallery.failedCount;
}
