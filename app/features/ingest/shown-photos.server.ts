import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { photoMetadata, photos } from "./schema";

/** A photo of a gallery as those see it who are let in. */
export interface ShownPhoto {
  id: string;
  filename: string;
  caption: string | null;
  version: number;
  width: number;
  height: number;
  /** A blurred picture to show before the real one has come. */
  thumbhash: string | null;
  hidden: boolean;
  position: number;
  /** The camera's own clock, "2026-06-13T15:20:01", perhaps with its offset. */
  capturedAt: string | null;
}

const shown = {
  id: photos.id,
  filename: photos.filename,
  caption: photoMetadata.caption,
  version: photos.version,
  width: photos.width,
  height: photos.height,
  thumbhash: photos.thumbhash,
  hidden: photos.hidden,
  position: photos.position,
  capturedAt: photos.capturedAt,
};

/** Which photos: those of one section (null: those before all sections), and whether hidden ones are among them. */
export interface Shelf {
  galleryId: string;
  sectionId: string | null;
  seesHidden: boolean;
}

/** The photos of one section in their order, some at a time. It reads what it returns, found by index. */
export async function listShownPhotos(
  { db }: Studio,
  shelf: Shelf,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<ShownPhoto>> {
  const rows = await db
    .select(shown)
    .from(photos)
    .leftJoin(photoMetadata, eq(photoMetadata.photoId, photos.id))
    .where(and(onShelf(shelf), cursor === undefined ? undefined : after(cursor)))
    .orderBy(asc(photos.position), asc(photos.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ position, id }) => `${position}.${id}`);
}

/** One photo with its neighbours of the same section. Throws `not_found`, also for one that is hidden from who asks. */
export async function getShownPhoto(
  { db }: Studio,
  { galleryId, seesHidden }: Omit<Shelf, "sectionId">,
  photoId: string,
): Promise<{ photo: ShownPhoto; sectionId: string | null; beforeId: string | null; afterId: string | null }> {
  const found = await db
    .select({ ...shown, sectionId: photos.sectionId })
    .from(photos)
    .leftJoin(photoMetadata, eq(photoMetadata.photoId, photos.id))
    .where(
      and(
        eq(photos.id, photoId),
        eq(photos.galleryId, galleryId),
        eq(photos.status, "ready"),
        seesHidden ? undefined : eq(photos.hidden, false),
      ),
    )
    .get();
  if (!found) throw notFound();
  const { sectionId, ...photo } = found;
  const shelf = onShelf({ galleryId, sectionId, seesHidden });
  const here = `${photo.position}.${photo.id}`;
  const neighbour = (where: SQL | undefined, order: SQL[]) =>
    db
      .select({ id: photos.id })
      .from(photos)
      .where(and(shelf, where))
      .orderBy(...order)
      .limit(1)
      .get();
  const [earlier, later] = await Promise.all([
    neighbour(before(here), [desc(photos.position), desc(photos.id)]),
    neighbour(after(here), [asc(photos.position), asc(photos.id)]),
  ]);
  return { photo, sectionId, beforeId: earlier?.id ?? null, afterId: later?.id ?? null };
}

/** For the WHERE of every query about photos that somebody sees. Literals, so that SQLite takes the index. */
export function onShelf({ galleryId, sectionId, seesHidden }: Shelf): SQL | undefined {
  return and(
    eq(photos.galleryId, galleryId),
    sectionId === null ? isNull(photos.sectionId) : eq(photos.sectionId, sectionId),
    eq(photos.status, "ready"),
    seesHidden ? undefined : sql`${photos.hidden} = 0`,
  );
}

const after = (cursor: string) => sql`(${photos.position}, ${photos.id}) > ${placeOf(cursor)}`;
const before = (cursor: string) => sql`(${photos.position}, ${photos.id}) < ${placeOf(cursor)}`;

/** A cursor is a photo's position and id; what is none begins at the beginning. */
function placeOf(cursor: string): SQL {
  const [, position = "0", id = ""] = /^(-?\d{1,10})\.(\w{1,60})$/.exec(cursor) ?? [];
  return sql`(${Number(position)}, ${id})`;
}
