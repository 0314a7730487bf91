import { and, asc, desc, eq, gt, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { withinReach } from "../galleries/index.server";
import { galleries } from "../galleries/schema";
import type { Oddity, PhotoFailure, PhotoStatus, RenditionName } from "./model";
import { photoMetadata, photos, renditions } from "./schema";

export interface PhotoSummary {
  id: string;
  filename: string;
  status: PhotoStatus;
  failure: PhotoFailure | null;
  version: number;
  width: number;
  height: number;
  /** A blurred picture to show before the real one has come. */
  thumbhash: string | null;
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
  thumbhash: photos.thumbhash,
  decoder: photos.decoder,
  oddities: sql`${photos.flags}`.mapWith((text) => JSON.parse(text) as Oddity[]),
};

/** Photos of a gallery in the order they came, a page at a time, as the studio sees them. */
export async function listPhotos(
  studio: Studio,
  galleryId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<PhotoSummary>> {
  const rows = await studio.db
    .select(summary)
    .from(photos)
    .where(and(eq(photos.galleryId, galleryId), cursor ? gt(photos.id, cursor) : undefined))
    .orderBy(asc(photos.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (photo) => photo.id);
}

/** What the media route needs to decide whether a rendition may be seen. */
export async function findRendition({ db }: Studio, photoId: string) {
  return db
    .select({
      id: photos.id,
      version: photos.version,
      attempt: photos.attempt,
      avif: photos.avif,
      status: photos.status,
      hidden: photos.hidden,
      gallery: {
        id: galleries.id,
        status: galleries.status,
        expiresAt: galleries.expiresAt,
        visibility: galleries.visibility,
        shareKey: galleries.shareKey,
        accessVersion: galleries.accessVersion,
        registration: galleries.registration,
        rights: galleries.rights,
      },
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

/** How the studio's photos stand: what is still to be made, what failed, what only the second decoder could read. */
export async function countPictures(studio: Studio, { revision }: { revision: number }) {
  const isReady = eq(photos.status, "ready");
  const hasFailed = isNotNull(photos.failure);
  const [outdated, avifsAsked, failed, byPhoton] = await Promise.all([
    studio.db.$count(photos, and(isReady, lt(photos.settingsRevision, revision), isNull(photos.failure))),
    studio.db.$count(photos, and(isReady, eq(photos.avif, "asked"))),
    studio.db.$count(photos, hasFailed),
    // A literal, because only that lets SQLite see that the index holds all that is asked for.
    studio.db.$count(photos, sql`${photos.decoder} = 'photon'`),
  ]);
  return { outdated, avifsAsked, failed, byPhoton };
}

/** Photos that could not be made, or not made anew, the latest first. */
export async function listFailedPhotos(studio: Studio, limit: number) {
  const { id, galleryId, filename } = photos;
  return studio.db
    .select({ id, galleryId, filename, failure: summary.failure })
    .from(photos)
    .where(isNotNull(photos.failure))
    .orderBy(desc(photos.id))
    .limit(limit);
}

/** A photo with everything the studio may know of it, for those whose work its gallery is. Throws `not_found`. */
export async function getPhoto(studio: Studio, galleryId: string, photoId: string) {
  const [found, made] = await Promise.all([
    studio.db
      .select({
        ...summary,
        galleryName: galleries.name,
        contentType: photos.contentType,
        size: photos.size,
        capturedAt: photos.capturedAt,
        createdAt: photos.createdAt,
        isBeingMade: sql`${photos.renderingVersion} is not null`.mapWith(Boolean),
        avif: photos.avif,
        renderMs: photos.renderMs,
        renderBytes: photos.renderBytes,
        metadata: photoMetadata,
      })
      .from(photos)
      .innerJoin(galleries, eq(galleries.id, photos.galleryId))
      .leftJoin(photoMetadata, eq(photoMetadata.photoId, photos.id))
      .where(and(eq(photos.id, photoId), eq(photos.galleryId, galleryId), withinReach(studio.actor)))
      .get(),
    studio.db.select().from(renditions).where(eq(renditions.photoId, photoId)).orderBy(asc(renditions.width)),
  ]);
  if (!found) throw notFound();
  const { metadata, ...photo } = found;
  return {
    ...photo,
    metadata: metadata && { ...metadata, keywords: JSON.parse(metadata.keywords) as string[] },
    renditions: made.filter(({ version }) => version === photo.version),
  };
}
