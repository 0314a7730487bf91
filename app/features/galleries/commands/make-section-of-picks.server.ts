import { and, eq, inArray, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { photos } from "../../ingest/schema";
import type { PicksFilter } from "../model/picks";
import { pickedIds, pickedPhotos } from "../picks.server";
import { getGallery } from "../queries.server";
import { sections } from "../schema";

/**
 * Makes a section behind all others of the photos that were picked, which leave the sections they stood in. Throws
 * `not_found`.
 */
export async function makeSectionOfPicks(
  studio: Studio,
  galleryId: string,
  { name, filter }: { name: string; filter: PicksFilter },
): Promise<Result<{ sectionId: string }, "nothing_picked">> {
  const { db, clock } = studio;
  const gallery = await getGallery(studio, galleryId);
  if ((await pickedPhotos(studio, gallery.id, filter, { limit: 1 })).length === 0)
    return refuse("nothing_picked");
  const id = newId("section");
  await commit(
    studio,
    db
      .insert(sections)
      .values({
        id,
        galleryId: gallery.id,
        name,
        position: sql`(select coalesce(max(s.position), -1) + 1 from sections s where s.gallery_id = ${gallery.id})`,
        createdAt: clock.now(),
      })
      .returning({ id: sections.id }),
    { audit: { action: "favourites.sectioned", subjectId: gallery.id, after: { section: id } } },
    {
      after: [
        db
          .update(photos)
          .set({ sectionId: id })
          .where(
            and(eq(photos.galleryId, gallery.id), inArray(photos.id, pickedIds(studio, gallery.id, filter))),
          ),
      ],
    },
  );
  return ok({ sectionId: id });
}
