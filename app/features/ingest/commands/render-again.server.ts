import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { AppError, notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import { getGallery } from "../../galleries/index.server";
import { countProcessing } from "../count-processing.server";
import { requestRender } from "../request-render.server";
import { photos } from "../schema";

const rendered = { id: photos.id, version: photos.version, status: photos.status };

/** Photos asked for in one request. */
const PHOTOS_AT_ONCE = 200;

/**
 * Has a photo's renditions made once more, failed or not; it is shown as it was until then. Throws `not_found`, or
 * `conflict` when they are being made already.
 */
export async function renderAgain(studio: Studio, galleryId: string, photoId: string): Promise<void> {
  await getGallery(studio, galleryId);
  const photo = await studio.db
    .select(rendered)
    .from(photos)
    .where(and(eq(photos.id, photoId), eq(photos.galleryId, galleryId)))
    .get();
  if (!photo) throw notFound();
  await countProcessing(studio);
  if (!(await requestRender(studio, photo, asked(photo)))) {
    throw new AppError("conflict", "This photo is being processed already.");
  }
}

/** Has failed photos of all galleries rendered once more, up to a number. Returns how many were asked for. */
export async function retryFailed(studio: Studio): Promise<number> {
  await countProcessing(studio);
  const failed = await studio.db
    .select(rendered)
    .from(photos)
    .where(and(isNotNull(photos.failure), isNull(photos.renderingVersion)))
    .orderBy(asc(photos.id))
    .limit(PHOTOS_AT_ONCE);
  let requested = 0;
  for (const photo of failed) if (await requestRender(studio, photo, asked(photo))) requested += 1;
  return requested;
}

/** What the audit log is told of a photo that a person asked to have rendered again. */
const asked = ({ id }: { id: string }) => ({ action: "photo.process_requested", subjectId: id }) as const;
