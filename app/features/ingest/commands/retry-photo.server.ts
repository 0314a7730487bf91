import { and, eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { AppError, notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import { photos } from "../schema";

/** Has a failed photo rendered once more. Throws `not_found`, or `conflict` when it has not failed (any more). */
export async function retryPhoto(studio: Studio, galleryId: string, photoId: string): Promise<void> {
  const isPhoto = and(eq(photos.id, photoId), eq(photos.galleryId, galleryId));
  const photo = await studio.db
    .select({ version: photos.version, status: photos.status })
    .from(photos)
    .where(isPhoto)
    .get();
  if (!photo) throw notFound();
  const version = photo.version + 1;
  const retried = await commit(
    studio,
    studio.db
      .update(photos)
      .set({ status: "processing", failure: null, version: sql`${photos.version} + 1` })
      .where(and(isPhoto, eq(photos.status, "failed"), eq(photos.version, photo.version)))
      .returning({ id: photos.id }),
    { name: "photo.render_requested", payload: { photoId, version } },
  );
  if (retried.length === 0)
    throw new AppError("conflict", "This photo has not failed, or is being retried already.");
}
