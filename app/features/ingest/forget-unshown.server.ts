import { and, eq, ne } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { originalKey, renditionFolder, versionOfKey } from "./model";
import { photos, renditions } from "./schema";

/**
 * Removes whatever of a photo is not shown: older versions, and what attempts left that were not first. A version
 * that is being made now stays. An address of an older version leads to the one that is shown.
 */
export async function forgetUnshown(studio: Studio, photoId: string): Promise<void> {
  const shown = await studio.db
    .select({ id: photos.id, version: photos.version, attempt: photos.attempt })
    .from(photos)
    .where(and(eq(photos.id, photoId), eq(photos.status, "ready")))
    .get();
  if (!shown) return;
  const keys = await studio.objects.list(`${photoId}/`);
  const unshown = keys.filter((key) => {
    if (key === originalKey(photoId) || key.startsWith(renditionFolder(shown))) return false;
    return (versionOfKey(photoId, key) ?? Number.POSITIVE_INFINITY) <= shown.version;
  });
  if (unshown.length > 0) await studio.objects.delete(unshown);
  await studio.db
    .delete(renditions)
    .where(and(eq(renditions.photoId, photoId), ne(renditions.version, shown.version)));
}
