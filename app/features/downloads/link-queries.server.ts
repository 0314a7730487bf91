import { and, desc, eq, lt } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { galleries } from "../galleries/schema";
import { photos } from "../ingest/schema";
import { orders } from "../storefront/schema";
import { readLinks, usedOf } from "./queries.server";
import { downloadLinks, downloads } from "./schema";

/** One link for the studio, with what it belongs to. Throws `not_found`. */
export async function getLink(studio: Studio, linkId: string) {
  const [link] = await readLinks(studio, {
    where: eq(downloadLinks.id, linkId),
    used: usedOf(),
    limit: 1,
  });
  if (!link) throw notFound();
  const galleryName = galleries.name;
  const order = { email: orders.email, galleryName };
  const [ofOrder, ofGallery] = await Promise.all([
    studio.db
      .select(order)
      .from(orders)
      .innerJoin(galleries, eq(galleries.id, orders.galleryId))
      .where(eq(orders.id, link.orderId ?? ""))
      .get(),
    studio.db
      .select({ galleryName })
      .from(galleries)
      .where(eq(galleries.id, link.galleryId ?? ""))
      .get(),
  ]);
  return {
    ...link,
    email: ofOrder?.email ?? null,
    galleryName: ofOrder?.galleryName ?? ofGallery?.galleryName ?? "",
  };
}

interface LogQuery {
  /** Only of an order, of a link, or of the visitors of a gallery. */
  orderId?: string | undefined;
  linkId?: string | undefined;
  galleryId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** What was downloaded, newest first; what its ids name may be gone. */
export async function listLog(studio: Studio, { orderId, linkId, galleryId, cursor, limit }: LogQuery) {
  const rows = await studio.db
    .select({
      id: downloads.id,
      at: downloads.at,
      size: downloads.size,
      photos: downloads.photos,
      photoId: downloads.photoId,
      filename: photos.filename,
      orderId: downloads.orderId,
      email: orders.email,
      galleryId: downloads.galleryId,
      galleryName: galleries.name,
      /** Null once the link is forgotten. */
      linkId: downloadLinks.id,
    })
    .from(downloads)
    .leftJoin(orders, eq(orders.id, downloads.orderId))
    .leftJoin(galleries, eq(galleries.id, downloads.galleryId))
    .leftJoin(photos, eq(photos.id, downloads.photoId))
    .leftJoin(downloadLinks, eq(downloadLinks.id, downloads.linkId))
    .where(
      and(
        orderId === undefined ? undefined : eq(downloads.orderId, orderId),
        linkId === undefined ? undefined : eq(downloads.linkId, linkId),
        galleryId === undefined ? undefined : eq(downloads.galleryId, galleryId),
        cursor ? lt(downloads.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(downloads.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => row.id) satisfies Page<(typeof rows)[number]>;
}
