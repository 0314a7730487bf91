import { and, eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import { photos } from "../../ingest/schema";
import { getGallery } from "../queries.server";
import { galleries } from "../schema";

/** Makes a photo of a gallery its cover; what of it stays in sight begins at its middle. Throws `not_found`. */
export async function chooseCover(studio: Studio, galleryId: string, photoId: string): Promise<void> {
  const before = await getGallery(studio, galleryId);
  const isOfIt = sql`exists (select 1 from ${photos} p where p.id = ${photoId} and p.gallery_id = ${galleryId})`;
  const chosen = await commit(
    studio,
    studio.db
      .update(galleries)
      .set({ coverPhotoId: photoId, coverX: 50, coverY: 50 })
      .where(and(eq(galleries.id, galleryId), isOfIt))
      .returning({ id: galleries.id }),
    {
      audit: {
        action: "gallery.changed",
        subjectId: galleryId,
        before: { cover: before.coverPhotoId },
        after: { cover: photoId },
      },
    },
  );
  if (chosen.length === 0) throw notFound();
}
