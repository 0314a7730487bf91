import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import { getGallery } from "../queries.server";
import { galleryMailings } from "../schema/mailings";

/**
 * Calls a mail back that waits for its moment. Throws `not_found` for a gallery that is not there, and for a mail that
 * is not of it.
 *
 * @returns false for one that has gone already, or was called back before
 */
export async function cancelMailing(studio: Studio, galleryId: string, id: string): Promise<boolean> {
  await getGallery(studio, galleryId);
  const isIt = and(eq(galleryMailings.id, id), eq(galleryMailings.galleryId, galleryId));
  const mailing = await studio.db.select({ id: galleryMailings.id }).from(galleryMailings).where(isIt).get();
  if (!mailing) throw notFound();
  const { status } = galleryMailings;
  const canceled = await commit(
    studio,
    studio.db
      .update(galleryMailings)
      .set({ status: "canceled" })
      .where(and(isIt, eq(status, "planned")))
      .returning({ id: galleryMailings.id }),
    { audit: { action: "gallery.mail_canceled", subjectId: galleryId } },
  );
  return canceled.length > 0;
}
