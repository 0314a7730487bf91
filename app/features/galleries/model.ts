import type { Instant } from "../../lib/time";

export const visibilities = ["public", "unlisted"] as const;
export type Visibility = (typeof visibilities)[number];

/** What visitors may download for nothing while the gallery is open; the larger size has the smaller one in it. */
export const freeDownloads = ["none", "web", "original"] as const;
export type FreeDownloads = (typeof freeDownloads)[number];

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
  publishedAt: Instant | null;
  freeDownloads: FreeDownloads;
  /** Sealed; null where downloads ask for none. */
  downloadPin: string | null;
  freeDownloadsSince: Instant;
  photoCount: number;
  readyCount: number;
  failedCount: number;
  createdAt: Instant;
}

/** What a gallery is right now. Expiry is decided here, at the moment of reading. */
export type GalleryState = "draft" | "open" | "expired";

export function galleryState(gallery: Pick<Gallery, "status" | "expiresAt">, now: Instant): GalleryState {
  if (gallery.status === "draft") return "draft";
  return gallery.expiresAt !== null && gallery.expiresAt < now ? "expired" : "open";
}

/** The part of the address that opens the gallery: readable for a public one, unguessable for an unlisted one. */
export function shareKeyOf(gallery: Pick<Gallery, "visibility" | "slug" | "shareKey">): string {
  return gallery.visibility === "public" ? gallery.slug : gallery.shareKey;
}

/** Photos still being made ready. */
export function processingCount(gallery: Pick<Gallery, "photoCount" | "readyCount" | "failedCount">): number {
  return gallery.photoCount - gallery.readyCount - gallery.failedCount;
}
