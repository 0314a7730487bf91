import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import { getGallery } from "../queries.server";
import { galleryMailings } from "../schema/mailings";

/**
 * Calls a mail back that waits for its moment. Throws `not_found` for a gallery that is not there.
 *
 * @returns false for one that has gone already, was called back before, or is of another gallery
 */
export async function cancelMailing(studio: Studio, galleryId: string, id: string): Promise<boolean> {
  await getGallery(studio, galleryId);
  const { status } = galleryMailings;
  const canceled = await commit(
    studio,
    studio.db
      .update(galleryMailings)
      .set({ status: "canceled" })
      .where(and(eq(galleryMailings.id, id), eq(galleryMailings.galleryId, galleryId), eq(status, "planned")))
      .returning({ id: galleryMailings.id }),
    { audit: { action: "gallery.mail_canceled", subjectId: galleryId } },
  );
  return canceled.length > 0;
}
