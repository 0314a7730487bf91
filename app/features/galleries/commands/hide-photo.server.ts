import { and, eq, ne } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import { getShownPhoto } from "../../ingest/index.server";
import { photos } from "../../ingest/schema";
import type { Gallery } from "../model";
import type { Viewer } from "../model/roles";

/**
 * Hides a photo from the guests of a gallery, or shows it to them again. Throws `not_found` for a photo that the
 * viewer does not see, and for who may not hide any.
 */
export async function hidePhoto(
  studio: Studio,
  gallery: Pick<Gallery, "id">,
  viewer: Viewer,
  { photoId, hidden }: { photoId: string; hidden: boolean },
): Promise<void> {
  await getShownPhoto(studio, { galleryId: gallery.id, seesHidden: viewer.seesHidden }, photoId);
  if (!viewer.rights.hide) throw notFound();
  await commit(
    studio,
    studio.db
      .update(photos)
      .set({ hidden })
      .where(and(eq(photos.id, photoId), eq(photos.galleryId, gallery.id), ne(photos.hidden, hidden)))
      .returning({ id: photos.id }),
    { audit: { action: hidden ? "photo.hidden" : "photo.shown", subjectId: photoId } },
  );
}
