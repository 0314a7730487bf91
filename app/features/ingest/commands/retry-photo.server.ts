import { and, eq } from "drizzle-orm";
import { AppError, notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import { getGallery } from "../../galleries/index.server";
import { countProcessing } from "../count-processing.server";
import { requestRender } from "../request-render.server";
import { photos } from "../schema";

/** Has a failed photo rendered once more. Throws `not_found`, or `conflict` when it has not failed (any more). */
export async function retryPhoto(studio: Studio, galleryId: string, photoId: string): Promise<void> {
  await getGallery(studio, galleryId);
  const photo = await studio.db
    .select({ id: photos.id, version: photos.version, status: photos.status, failure: photos.failure })
    .from(photos)
    .where(and(eq(photos.id, photoId), eq(photos.galleryId, galleryId)))
    .get();
  if (!photo) throw notFound();
  await countProcessing(studio);
  const audit = { action: "photo.process_requested", subjectId: photo.id } as const;
  if (photo.failure === null || !(await requestRender(studio, photo, audit))) {
    throw new AppError("conflict", "This photo has not failed, or is being retried already.");
  }
}
