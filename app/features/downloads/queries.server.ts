import { and, asc, eq } from "drizzle-orm";
import { notFound } from "../../lib/app-error";
import { type Instant, wallClock } from "../../lib/time";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import { originalKey } from "../ingest/model";
import { photos } from "../ingest/schema";
import { orders } from "../storefront/schema";
import { archiveNames, uniqueNames } from "./archive-names";
import type { ArchiveEntry } from "./archive-plan";
import { isLinkOpen } from "./model";
import { downloadLinks, entitlements } from "./schema";

export interface DownloadLink {
  orderId: string;
  expiresAt: Instant;
  open: boolean;
}

/** A photo that the link's order has the right to. */
export interface DownloadItem {
  photoId: string;
  filename: string;
  size: number;
  crc32: number;
  contentType: string;
  version: number;
  attempt: string | null;
  width: number;
  height: number;
  capturedAt: string | null;
  createdAt: Instant;
}

/** The link behind a token, open or not. Throws `not_found` for a token that was never given out. */
export async function getDownloadLink(studio: Studio, token: string): Promise<DownloadLink> {
  const link = await studio.db
    .select({ orderId: downloadLinks.orderId, expiresAt: downloadLinks.expiresAt })
    .from(downloadLinks)
    .innerJoin(orders, eq(orders.id, downloadLinks.orderId))
    .where(and(eq(downloadLinks.tokenHash, await tokenHash(token)), eq(orders.status, "fulfilled")))
    .get();
  if (!link) throw notFound();
  return { ...link, open: isLinkOpen(link, studio.clock.now()) };
}

/** When an order's link stops opening, or null when it has none. */
export async function downloadsUntil(studio: Studio, orderId: string): Promise<Instant | null> {
  const link = await studio.db
    .select({ expiresAt: downloadLinks.expiresAt })
    .from(downloadLinks)
    .where(eq(downloadLinks.orderId, orderId))
    .get();
  return link?.expiresAt ?? null;
}

/** Everything an order has the right to, under names that are unique within it. */
export async function listDownloads(studio: Studio, orderId: string): Promise<DownloadItem[]> {
  const items = await studio.db
    .select({
      photoId: photos.id,
      filename: photos.filename,
      size: photos.size,
      crc32: photos.crc32,
      contentType: photos.contentType,
      version: photos.version,
      attempt: photos.attempt,
      width: photos.width,
      height: photos.height,
      capturedAt: photos.capturedAt,
      createdAt: photos.createdAt,
    })
    .from(entitlements)
    .innerJoin(photos, eq(photos.id, entitlements.photoId))
    .where(eq(entitlements.orderId, orderId))
    .orderBy(asc(photos.id));
  const names = uniqueNames(items.map((item) => item.filename));
  return items.map((item, i) => ({ ...item, filename: names[i] ?? item.filename }));
}

/** The items as entries of an archive; a photo's time is the camera's own, or else when it was uploaded. */
export function archiveEntries(studio: Studio, items: readonly DownloadItem[]): ArchiveEntry[] {
  const names = archiveNames(items.map(({ filename }) => ({ filename, section: null })));
  return items.map((item, i) => ({
    name: names[i] ?? item.filename,
    size: item.size,
    crc32: item.crc32,
    key: originalKey(item.photoId),
    modified: cameraTime(item.capturedAt) ?? wallClock(item.createdAt, studio.tenant.timeZone),
  }));
}

function cameraTime(capturedAt: string | null) {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(capturedAt ?? "");
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return { year, month, day, hour, minute, second };
}
