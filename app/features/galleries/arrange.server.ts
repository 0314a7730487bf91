import type { Studio } from "../../tenancy/studio";
import { listShownPhotos } from "../ingest/index.server";
import { listsToChoose } from "../storefront/index.server";
import { coverPhotoOf, getGallery } from "./queries.server";
import { getSection, sectionsOf } from "./sections.server";

const PHOTOS_A_PAGE = 200;

/** What the page shows on which a gallery's photos are arranged: its sections, and photos of one. Throws `not_found`. */
export async function arrangementOf(
  studio: Studio,
  galleryId: string,
  { sectionId, cursor }: { sectionId: string | null; cursor: string | undefined },
) {
  const gallery = await getGallery(studio, galleryId);
  if (sectionId !== null) await getSection(studio, galleryId, sectionId);
  const [sections, page, lists, cover] = await Promise.all([
    sectionsOf(studio, galleryId),
    listShownPhotos(studio, { galleryId, sectionId, seesHidden: true }, { cursor, limit: PHOTOS_A_PAGE }),
    listsToChoose(studio),
    coverPhotoOf(studio, gallery),
  ]);
  const inSections = sections.reduce((sum, { readyCount }) => sum + readyCount, 0);
  const at = sections.findIndex(({ id }) => id === sectionId);
  const open = sections[at];
  return {
    id: galleryId,
    name: gallery.name,
    sections: sections.map(({ id, name, readyCount }) => ({ id, name, readyCount })),
    before: gallery.readyCount - inSections,
    section: open
      ? {
          id: open.id,
          name: open.name,
          priceListId: open.priceListId,
          isFirst: at === 0,
          isLast: at === sections.length - 1,
        }
      : null,
    lists: lists.map(({ id, name }) => ({ id, name })),
    coverPhotoId: cover?.id ?? null,
    photos: page.items.map(({ id, filename, version, width, height, hidden, capturedAt }) => ({
      id,
      capturedAt,
      filename,
      version,
      width,
      height,
      hidden,
    })),
    nextCursor: page.nextCursor,
    isFirst: cursor === undefined,
  };
}
