import { and, asc, eq, gt, lt, ne, sql } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { galleries } from "../galleries/schema";
import type { Oddity, PhotoFailure, PhotoStatus, RenditionName } from "./model";
import { photos, renditions } from "./schema";

export interface PhotoSummary {
  id: string;
  filename: string;
  status: PhotoStatus;
  failure: PhotoFailure | null;
  version: number;
  width: number;
  height: number;
  decoder: "codec" | "photon" | null;
  /** Keys of the words for what was odd about the file. */
  oddities: Oddity[];
}

const summary = {
  id: photos.id,
  filename: photos.filename,
  status: photos.status,
  failure: sql<PhotoFailure | null>`${photos.failure}`,
  version: photos.version,
  width: photos.width,
  height: photos.height,
  decoder: photos.decoder,
  oddities: sql`${photos.flags}`.mapWith((text) => JSON.parse(text) as Oddity[]),
};

/** Photos of a gallery in the order they came, a page at a time; with `readyOnly` as visitors see them. */
export async function listPhotos(
  studio: Studio,
  galleryId: string,
  { cursor, limit, readyOnly = false }: { cursor?: string; limit: number; readyOnly?: boolean },
): Promise<Page<PhotoSummary>> {
  const rows = await studio.db
    .select(summary)
    .from(photos)
    .where(
      and(
        eq(photos.galleryId, galleryId),
        readyOnly ? eq(photos.status, "ready") : undefined,
        cursor ? gt(photos.id, cursor) : undefined,
      ),
    )
    .orderBy(asc(photos.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (photo) => photo.id);
}

/** A ready photo of a gallery with its neighbours, for looking at it large. Throws `not_found`. */
export async function getReadyPhoto(studio: Studio, galleryId: string, photoId: string) {
  const ready = and(eq(photos.galleryId, galleryId), eq(photos.status, "ready"));
  const neighbour = (is: typeof ready, order: ReturnType<typeof sql>) =>
    studio.db.select({ id: photos.id }).from(photos).where(and(ready, is)).orderBy(order).limit(1).get();
  const [photo, before, after] = await Promise.all([
    studio.db
      .select(summary)
      .from(photos)
      .where(and(ready, eq(photos.id, photoId)))
      .get(),
    neighbour(sql`${photos.id} < ${photoId}`, sql`${photos.id} desc`),
    neighbour(sql`${photos.id} > ${photoId}`, sql`${photos.id} asc`),
  ]);
  if (!photo) throw notFound();
  return { photo, beforeId: before?.id ?? null, afterId: after?.id ?? null };
}

/** What the media route needs to decide whether a rendition may be seen. */
export async function findRendition(studio: Studio, photoId: string) {
  return studio.db
    .select({
      version: photos.version,
      photoStatus: photos.status,
      status: galleries.status,
      expiresAt: galleries.expiresAt,
    })
    .from(photos)
    .innerJoin(galleries, eq(galleries.id, photos.galleryId))
    .where(eq(photos.id, photoId))
    .get();
}

/** Renditions of the current versions of some photos, by photo. */
export async function renditionsOf(studio: Studio, photoIds: string[]) {
  const rows = await studio.db
    .select({
      photoId: renditions.photoId,
      name: sql<RenditionName>`${renditions.name}`,
      width: renditions.width,
      height: renditions.height,
    })
    .from(renditions)
    .innerJoin(photos, and(eq(photos.id, renditions.photoId), eq(photos.version, renditions.version)))
    .where(
      and(
        sql`${renditions.photoId} in (select value from json_each(${JSON.stringify(photoIds)}))`,
        eq(renditions.format, "jpeg"),
        ne(renditions.name, "web"),
      ),
    );
  const byPhoto = new Map<string, { name: RenditionName; width: number; height: number }[]>();
  for (const { photoId, ...rendition } of rows) {
    byPhoto.set(photoId, [...(byPhoto.get(photoId) ?? []), rendition]);
  }
  return byPhoto;
}

/** How many shown photos carry an older watermark than this one. */
export async function countOutdated(studio: Studio, revision: number): Promise<number> {
  return studio.db.$count(photos, and(eq(photos.status, "ready"), lt(photos.watermarkRevision, revision)));
}
