import { DAY, HOUR, type Instant, MINUTE } from "../../lib/time";
import { type Gallery, galleryState } from "../galleries/model";
import type { DownloadRight } from "../galleries/model/roles";

/** The sizes that are handed out, the smaller one first; a right to the larger one is a right to both. */
export const downloadSizes = ["web", "original"] as const;
export type DownloadSize = (typeof downloadSizes)[number];

/** How long a link opens: of a buyer, and of a visitor to whom a gallery gives its photos. */
export const linkLasts = { order: 14 * DAY, gallery: 7 * DAY } as const;

/** How far ahead the last day of a link may be moved. */
export const LONGEST_EXTENSION = 730 * DAY;

/** The most downloads a link can be limited to. */
export const MOST_DOWNLOADS = 10_000;

/**
 * One download is everything of one file or archive that one link hands out within this time: what is interrupted,
 * resumed or taken once more, an archive whole or in parts. It is counted when the first byte goes out.
 */
export const COUNTS_ONCE_FOR = DAY;

/** Fresh links that are asked for, links that a gallery gives, and PINs that are tried. */
export const downloadLimits = {
  freshLinks: { window: HOUR, perOrder: 3, perNetwork: 20 },
  visitorLinks: { window: HOUR, perNetwork: 120 },
  pins: { window: 15 * MINUTE, perNetwork: 10, day: DAY, perGallery: 300 },
} as const;

/** Why what an order gave a right to is withheld. */
export const withholdings = ["refund", "dispute"] as const;
export type Withholding = (typeof withholdings)[number];

/** Why a visitor is given no link. */
export type VisitorLinkRefusal =
  | { reason: "not_given" }
  | { reason: "wrong_pin" }
  | { reason: "too_many"; until: Instant };

/**
 * What a link is at a moment: "withdrawn" when its holder has no right any more, "used_up" when it has handed out as
 * often as it may (it still goes on with what was begun).
 */
export const linkStates = ["open", "used_up", "expired", "revoked", "withdrawn"] as const;
export type LinkState = (typeof linkStates)[number];

export interface LinkFacts {
  createdAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
  maxDownloads: number | null;
  used: number;
  /** Whose rights it is a key to: an order's, or a gallery's. */
  holder:
    | { kind: "order"; isFulfilled: boolean; isEntitled: boolean }
    | ({
        kind: "gallery";
        /** What it gives its visitor now; "none" also where they are not in any more. */
        gives: DownloadRight;
      } & Pick<Gallery, "status" | "expiresAt" | "freeDownloadsSince">);
}

/** Decided at the moment somebody asks; null for a link that means nothing to anybody now. */
export function linkState(link: LinkFacts, now: Instant): LinkState | null {
  const { holder } = link;
  if (holder.kind === "order" && !holder.isFulfilled) return null;
  if (holder.kind === "gallery" && galleryState(holder, now) === "draft") return null;
  if (link.revokedAt !== null) return "revoked";
  if (holder.kind === "gallery" && !isGranted(link.createdAt, holder)) return "revoked";
  if (holder.kind === "order" && !holder.isEntitled) return "withdrawn";
  if (closesAt(link) <= now) return "expired";
  return link.maxDownloads !== null && link.used >= link.maxDownloads ? "used_up" : "open";
}

/** When a link stops opening: at its own end, or at that of the gallery. */
export function closesAt({ expiresAt, holder }: Pick<LinkFacts, "expiresAt" | "holder">): Instant {
  const galleryEnds = holder.kind === "gallery" ? holder.expiresAt : null;
  return galleryEnds === null ? expiresAt : Math.min(expiresAt, galleryEnds);
}

function isGranted(
  linkMadeAt: Instant,
  gallery: { gives: DownloadRight } & Pick<Gallery, "freeDownloadsSince">,
): boolean {
  return gallery.gives !== "none" && linkMadeAt >= gallery.freeDownloadsSince;
}

/** Where a visitor's download leads: to what the browser holds a link to, to a page that asks for the PIN, or to a form. */
export type VisitorWay =
  | { by: "link"; to: string; file: { filename: string; contentType: string; size: number } | null }
  | { by: "page"; to: string }
  | { by: "form"; action: string; photoId: string };
