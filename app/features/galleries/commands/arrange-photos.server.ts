import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import { onShelf, shiftedMoment } from "../../ingest/index.server";
import { photos } from "../../ingest/schema";
import { shiftText } from "../model/capture-shift";
import type { PhotoOrder } from "../model/sections";
import { getGallery } from "../queries.server";
import { getSection } from "../sections.server";

/** Moves photos into a section, behind those it has; null is before all sections. Throws `not_found`. */
export async function movePhotos(
  studio: Studio,
  galleryId: string,
  photoIds: readonly string[],
  sectionId: string | null,
): Promise<number> {
  const name = sectionId === null ? null : (await getSection(studio, galleryId, sectionId)).name;
  // A section that nobody put in order stays in the order in which its photos came.
  const last = sql`(
    select case when count(*) = 0 or (min(p.position) = 0 and max(p.position) = 0) then 0 else max(p.position) + 1 end
    from photos p where p.gallery_id = ${galleryId} and p.section_id is ${sectionId} and p.status = 'ready')`;
  const set = sql`section_id = ${sectionId}, position = ${last}`;
  return change(studio, galleryId, photoIds, set, { section: name });
}

/** Hides photos from everybody who may not hide photos themselves, or shows them again. Throws `not_found`. */
export function hidePhotos(
  studio: Studio,
  galleryId: string,
  photoIds: readonly string[],
  hidden: boolean,
): Promise<number> {
  return change(studio, galleryId, photoIds, sql`hidden = ${hidden ? 1 : 0}`, { hidden });
}

/**
 * Sets the clock of the camera right that took these photos, by so many seconds: the moments they were taken at, and
 * those that are read from their files later. The files stay as they are. Throws `not_found`.
 */
export function shiftPhotos(
  studio: Studio,
  galleryId: string,
  photoIds: readonly string[],
  seconds: number,
): Promise<number> {
  const set = sql`captured_at = ${shiftedMoment(sql`captured_at`, sql`${seconds}`)},
    capture_shift = capture_shift + ${seconds}`;
  return change(studio, galleryId, photoIds, set, { shiftedBy: shiftText(seconds) });
}

/**
 * Puts photos before all others of their section, or behind them; among each other they stay as they were. Throws
 * `not_found`.
 */
export async function placePhotos(
  studio: Studio,
  galleryId: string,
  photoIds: readonly string[],
  place: "first" | "last",
): Promise<number> {
  const edge = sql<number>`(select ${place === "first" ? sql`min(o.position)` : sql`max(o.position)`} from photos o
    where o.gallery_id = photos.gallery_id and o.section_id is photos.section_id and o.status = 'ready')`;
  const chosen = await studio.db
    .select({ id: photos.id, edge })
    .from(photos)
    .where(
      and(
        eq(photos.galleryId, galleryId),
        eq(photos.status, "ready"),
        sql`${photos.id} in (select value from json_each(${JSON.stringify(photoIds)}))`,
      ),
    )
    .orderBy(asc(photos.position), asc(photos.id));
  const rows = chosen.map(({ id, edge }, at) => ({
    id,
    position: place === "first" ? edge - chosen.length + at : edge + 1 + at,
  }));
  return reposition(studio, galleryId, rows, { place });
}

/**
 * Puts photos before another one of their section; among each other they stay as they were, and one that is its own
 * target stays where it is. Throws `not_found`.
 *
 * @returns how many of them stand there; 0 where the target is gone, or none of them is of its section
 */
export async function placeBefore(
  studio: Studio,
  galleryId: string,
  photoIds: readonly string[],
  targetId: string,
): Promise<number> {
  await getGallery(studio, galleryId);
  const target = await studio.db
    .select({ sectionId: photos.sectionId })
    .from(photos)
    .where(and(eq(photos.id, targetId), eq(photos.galleryId, galleryId), eq(photos.status, "ready")))
    .get();
  if (!target) return 0;
  const shelf = await studio.db
    .select({ id: photos.id })
    .from(photos)
    .where(onShelf({ galleryId, sectionId: target.sectionId, seesHidden: true }))
    .orderBy(asc(photos.position), asc(photos.id));
  const wanted = new Set(photoIds);
  const named = shelf.filter(({ id }) => wanted.has(id));
  const carried = named.filter(({ id }) => id !== targetId);
  if (carried.length === 0) return named.length;
  const rest = shelf.filter((photo) => !carried.includes(photo));
  rest.splice(
    rest.findIndex(({ id }) => id === targetId),
    0,
    ...carried,
  );
  await reposition(studio, galleryId, fromZeroDown(rest), { place: "before" });
  return named.length;
}

/**
 * Puts the photos of a section (null: those before all sections) in order. Those that come later stand behind them.
 * Throws `not_found`.
 */
export async function sortPhotos(
  studio: Studio,
  galleryId: string,
  sectionId: string | null,
  by: PhotoOrder,
): Promise<void> {
  if (sectionId !== null) await getSection(studio, galleryId, sectionId);
  const shelf = await studio.db
    .select({ id: photos.id, filename: photos.filename, capturedAt: photos.capturedAt })
    .from(photos)
    .where(onShelf({ galleryId, sectionId, seesHidden: true }))
    .orderBy(asc(photos.id));
  const compare = orders[by];
  if (compare) shelf.sort(compare);
  const rows = compare ? fromZeroDown(shelf) : shelf.map(({ id }) => ({ id, position: 0 }));
  await reposition(studio, galleryId, rows, { sortedBy: by });
}

/** The places of photos in this order: below zero, where those that come later begin. */
const fromZeroDown = (order: readonly { id: string }[]) =>
  order.map(({ id }, at) => ({ id, position: at - order.length }));

/** Gives photos of a gallery other places. */
async function reposition(
  studio: Studio,
  galleryId: string,
  rows: readonly { id: string; position: number }[],
  told: Told,
): Promise<number> {
  await getGallery(studio, galleryId);
  if (rows.length === 0) return 0;
  const placed = await commit(
    studio,
    studio.db.all<{ id: string }>(sql`
      update ${photos} set position = (j.value ->> 'position') from json_each(${JSON.stringify(rows)}) j
      where photos.id = (j.value ->> 'id') and photos.gallery_id = ${galleryId} returning photos.id`),
    arranged(galleryId, rows.length, told),
  );
  return placed.length;
}

type Sortable = { filename: string; capturedAt: string | null };

/** By numbers in names too: "IMG 2" stands before "IMG 10". A photo without a moment comes last. */
const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const orders: Record<PhotoOrder, ((a: Sortable, b: Sortable) => number) | null> = {
  name: (a, b) => byName.compare(a.filename, b.filename),
  captured: (a, b) => clock(a).localeCompare(clock(b)) || byName.compare(a.filename, b.filename),
  came: null,
};
/** The camera's own clock, whatever its offset: one camera's photos are told apart by it. */
const clock = ({ capturedAt }: Sortable) => capturedAt?.slice(0, 19) ?? "9999";

/** Changes the same of some photos of a gallery. */
async function change(
  studio: Studio,
  galleryId: string,
  photoIds: readonly string[],
  set: SQL,
  told: Told,
): Promise<number> {
  await getGallery(studio, galleryId);
  const changed = await commit(
    studio,
    studio.db.all<{ id: string }>(sql`
      update ${photos} set ${set} where gallery_id = ${galleryId}
        and id in (select value from json_each(${JSON.stringify(photoIds)})) returning id`),
    arranged(galleryId, photoIds.length, told),
  );
  return changed.length;
}

type Told = Record<string, string | boolean | null>;

const arranged = (galleryId: string, count: number, told: Told) => ({
  audit: {
    action: "gallery.photos_arranged" as const,
    subjectId: galleryId,
    after: { photos: count, ...told },
  },
});
