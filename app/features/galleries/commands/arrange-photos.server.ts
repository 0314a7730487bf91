import { type SQL, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import { photos } from "../../ingest/schema";
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
  const last = sql`(select max(0, coalesce(max(p.position), 0)) from photos p where ${ofShelf(galleryId, sectionId)})`;
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
 * Puts photos before all others of their section, or behind them; among each other they stay as they were. Throws
 * `not_found`.
 */
export async function placePhotos(
  studio: Studio,
  galleryId: string,
  photoIds: readonly string[],
  place: "first" | "last",
): Promise<number> {
  const chosen = await studio.db.all<{ id: string; edge: number }>(sql`
    select p.id, (select ${place === "first" ? sql`min(o.position)` : sql`max(o.position)`} from photos o
      where o.gallery_id = p.gallery_id and o.section_id is p.section_id and o.status = 'ready') as edge
    from photos p where p.gallery_id = ${galleryId} and p.status = 'ready'
      and p.id in (select value from json_each(${JSON.stringify(photoIds)})) order by p.position, p.id`);
  const rows = chosen.map(({ id, edge }, at) => ({
    id,
    position: place === "first" ? edge - chosen.length + at : edge + 1 + at,
  }));
  return reposition(studio, galleryId, rows, { place });
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
  const shelf = await studio.db.all<Sortable & { id: string }>(sql`
    select id, filename, captured_at as capturedAt from photos p where ${ofShelf(galleryId, sectionId)} order by id`);
  const compare = orders[by];
  if (compare) shelf.sort(compare);
  // Below zero, where those that come later begin.
  const rows = shelf.map(({ id }, at) => ({ id, position: compare ? at - shelf.length : 0 }));
  await reposition(studio, galleryId, rows, { sortedBy: by });
}

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

/** Of photos called p: those of one section that are ready. */
function ofShelf(galleryId: string, sectionId: string | null): SQL {
  return sql`p.gallery_id = ${galleryId} and p.section_id is ${sectionId} and p.status = 'ready'`;
}
