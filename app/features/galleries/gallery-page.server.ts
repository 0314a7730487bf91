import { asc, eq } from "drizzle-orm";
import { isAppError } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { getShownPhoto, listShownPhotos } from "../ingest/index.server";
import type { Gallery } from "./model";
import type { Viewer } from "./model/roles";
import { PHOTOS_A_PAGE, type TilePhoto, tilePhoto } from "./model/tile-photo";
import { sections } from "./schema";

/** The photos of one section, as far as a page has brought them. */
export interface ShelfInView {
  /** Null for the photos before all sections. */
  id: string | null;
  name: string;
  /** How many it has for who looks at it. */
  count: number;
  photos: TilePhoto[];
  /** Where to go on; null where all are there. A shelf of which there is nothing yet is read from its beginning. */
  nextCursor: string | null;
  started: boolean;
}

export interface GalleryPage {
  shelves: ShelfInView[];
  count: number;
  /** Where the next page begins, for those who turn pages; null on the last. */
  next: string | null;
}

/**
 * The sections of a gallery and the first photos of them, from a place on that the page before has named. It reads
 * one page of photos and the list of sections, whatever the gallery's size.
 */
export async function galleryPage(
  studio: Studio,
  gallery: Gallery,
  { seesHidden }: Viewer,
  from: string | null,
): Promise<GalleryPage> {
  const rows = await studio.db
    .select()
    .from(sections)
    .where(eq(sections.galleryId, gallery.id))
    .orderBy(asc(sections.position), asc(sections.id));
  const counted = rows.map(({ id, name, readyCount, shownCount }) => ({
    id,
    name,
    count: seesHidden ? readyCount : shownCount,
  }));
  const count = seesHidden ? gallery.readyCount : gallery.shownCount;
  const inSections = counted.reduce((sum, section) => sum + section.count, 0);
  const shelves: ShelfInView[] = [{ id: null, name: "", count: count - inSections }, ...counted]
    .filter((shelf) => shelf.count > 0)
    .map((shelf) => ({ ...shelf, photos: [], nextCursor: null, started: false }));

  const [place = "", cursor] = from?.split("~") ?? [];
  const begin = Math.max(
    0,
    shelves.findIndex(({ id }) => (id ?? "-") === place),
  );
  let room = PHOTOS_A_PAGE;
  for (const shelf of shelves.slice(begin)) {
    if (room <= 0) break;
    const isFirst = shelf === shelves[begin];
    const page = await listShownPhotos(
      studio,
      { galleryId: gallery.id, sectionId: shelf.id, seesHidden },
      { cursor: isFirst ? cursor : undefined, limit: room },
    );
    shelf.photos = page.items.map(tilePhoto);
    shelf.nextCursor = page.nextCursor;
    shelf.started = true;
    room -= page.items.length;
  }
  return { shelves, count, next: nextPlace(shelves, begin) };
}

/** The place after the last photo of a page. */
function nextPlace(shelves: readonly ShelfInView[], begin: number): string | null {
  for (const shelf of shelves.slice(begin)) {
    if (!shelf.started) return shelf.id ?? "-";
    if (shelf.nextCursor !== null) return `${shelf.id ?? "-"}~${shelf.nextCursor}`;
  }
  return null;
}

/** The photo on a gallery's cover: the one that was chosen if the viewer sees it, or else the first they see. */
export async function coverOf(
  studio: Studio,
  gallery: Gallery,
  { seesHidden }: Pick<Viewer, "seesHidden">,
  first: TilePhoto | undefined,
): Promise<TilePhoto | null> {
  if (gallery.coverPhotoId === null || gallery.coverPhotoId === first?.id) return first ?? null;
  try {
    const shown = await getShownPhoto(studio, { galleryId: gallery.id, seesHidden }, gallery.coverPhotoId);
    return tilePhoto(shown.photo);
  } catch (error) {
    if (isAppError(error) && error.type === "not_found") return first ?? null;
    throw error;
  }
}
