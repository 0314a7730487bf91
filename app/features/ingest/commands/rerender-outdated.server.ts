import { and, asc, eq, isNull, lt } from "drizzle-orm";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { pictureSettingsOf } from "../picture-settings.server";
import { requestRender } from "../request-render.server";
import { photos } from "../schema";

/** Photos asked for in one sweep, so that a large studio does not keep it from the others. */
const PHOTOS_A_SWEEP = 500;

/**
 * Has photos made anew that were made with older settings than the studio's. A photo that is being made right now sees
 * to it itself that it ends with the newest. Returns when to go on, or null when none is left.
 */
export async function rerenderOutdated(studio: Studio): Promise<Instant | null> {
  const { revision } = await pictureSettingsOf(studio);
  const outdated = await studio.db
    .select({ id: photos.id, version: photos.version, status: photos.status })
    .from(photos)
    .where(
      and(
        eq(photos.status, "ready"),
        lt(photos.settingsRevision, revision),
        isNull(photos.renderingVersion),
        isNull(photos.failure),
        isNull(photos.originalDeletedAt),
      ),
    )
    .orderBy(asc(photos.id))
    .limit(PHOTOS_A_SWEEP);
  for (const photo of outdated) await requestRender(studio, photo);
  return outdated.length === PHOTOS_A_SWEEP ? studio.clock.now() : null;
}
