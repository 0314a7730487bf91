import { and, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { notFound } from "../../lib/app-error";
import type { Instant } from "../../lib/time";
import type { Actor } from "../../tenancy/actor";
import type { Studio } from "../../tenancy/studio";
import type { Gallery } from "./model";
import { galleries, galleryAssignments } from "./schema";

/** One gallery that the one who asks may see at all. Throws `not_found`. */
export async function getGallery(studio: Studio, id: string): Promise<Gallery> {
  return (await galleryWithId(studio, id)) ?? missing();
}

/** The same, with undefined for one that is not there. */
export async function galleryWithId(studio: Studio, id: string): Promise<Gallery | undefined> {
  return studio.db
    .select()
    .from(galleries)
    .where(and(eq(galleries.id, id), withinReach(studio.actor)))
    .get();
}

function missing(): never {
  throw notFound();
}

/** One gallery whoever asks, for what has opened it by other means: an order, a job. Throws `not_found`. */
export async function galleryById(studio: Studio, id: string): Promise<Gallery> {
  const gallery = await studio.db.select().from(galleries).where(eq(galleries.id, id)).get();
  if (!gallery) throw notFound();
  return gallery;
}

/** For the WHERE of every query about galleries: those that the actor's work is about, or all. */
export function withinReach({ reach, id }: Actor): SQL | undefined {
  if (reach === "studio") return undefined;
  return sql`exists (select 1 from ${galleryAssignments} a where a.gallery_id = ${galleries.id} and a.member_id = ${id})`;
}

/** The studio's galleries, newest first. */
export async function listGalleries(
  studio: Studio,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<Gallery & { coverPhoto: CoverPhoto | null }>> {
  const rows = await studio.db
    .select({ gallery: galleries, coverPhoto: coverPhoto() })
    .from(galleries)
    .where(and(cursor ? lt(galleries.id, cursor) : undefined, withinReach(studio.actor)))
    .orderBy(desc(galleries.id))
    .limit(limit + 1);
  return pageOf(rows.map(withCover), limit, (gallery) => gallery.id);
}

/** Galleries shown on the studio's home page: public, published, open and not empty; latest first. */
export async function listPublicGalleries(
  studio: Studio,
  limit: number,
): Promise<(Gallery & { coverPhoto: CoverPhoto | null })[]> {
  const rows = await studio.db
    .select({ gallery: galleries, coverPhoto: coverPhoto() })
    .from(galleries)
    .where(
      and(
        eq(galleries.status, "published"),
        eq(galleries.visibility, "public"),
        isOpenAt(studio.clock.now()),
        sql`${galleries.shownCount} > 0`,
      ),
    )
    .orderBy(desc(galleries.publishedAt))
    .limit(limit);
  return rows.map(withCover);
}

/**
 * The gallery that answers to a shared address, whatever it is right now and whoever asks: a public one and one with a
 * password to their names, every one to its secret key; undefined for none.
 */
export async function findSharedGallery({ db }: Studio, key: string): Promise<Gallery | undefined> {
  const hasReadableAddress = inArray(galleries.visibility, ["public", "password"]);
  return db
    .select()
    .from(galleries)
    .where(or(eq(galleries.shareKey, key), and(eq(galleries.slug, key), hasReadableAddress)))
    .get();
}

/** What is needed of a photo to show it as a cover. */
export interface CoverPhoto {
  id: string;
  version: number;
  width: number;
  height: number;
}

/** A gallery's cover photo: the one that was chosen while it is ready and not hidden, or else the first that is. */
export async function coverPhotoOf(
  { db }: Studio,
  { id, coverPhotoId }: Pick<Gallery, "id" | "coverPhotoId">,
): Promise<CoverPhoto | null> {
  const isShown = sql`p.gallery_id = ${id} and p.status = 'ready' and p.hidden = 0`;
  const asJson = sql`json_object('id', p.id, 'version', p.version, 'width', p.width, 'height', p.height)`;
  const found = await db
    .select({
      chosen: sql<
        string | null
      >`(select ${asJson} from photos p where p.id = ${coverPhotoId ?? ""} and ${isShown})`,
      first: sql<string | null>`(select ${asJson} from photos p where ${isShown} order by p.id limit 1)`,
    })
    .from(galleries)
    .where(eq(galleries.id, id))
    .get();
  const cover = found?.chosen ?? found?.first;
  return cover ? (JSON.parse(cover) as CoverPhoto) : null;
}

/** The photo chosen for it, or else the first that guests see; found by index, however many are hidden before it. */
function coverPhoto() {
  const one = sql`select json_object('id', p.id, 'version', p.version, 'width', p.width, 'height', p.height) from photos p`;
  const shown = sql`p.gallery_id = galleries.id and p.status = 'ready' and p.hidden = 0`;
  return sql<string | null>`coalesce(
    (${one} where p.id = galleries.cover_photo_id and ${shown}),
    (${one} where ${shown} order by p.id limit 1))`;
}

function withCover(row: { gallery: Gallery; coverPhoto: string | null }) {
  return { ...row.gallery, coverPhoto: row.coverPhoto ? (JSON.parse(row.coverPhoto) as CoverPhoto) : null };
}

function isOpenAt(now: Instant) {
  return or(isNull(galleries.expiresAt), gte(galleries.expiresAt, now));
}
