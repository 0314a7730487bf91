import { and, asc, eq, isNull, lt } from "drizzle-orm";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { requestRender } from "../request-render.server";
import { photos } from "../schema";
import { watermarkOf } from "../watermark.server";

/** Photos asked for in one sweep, so that a large studio does not keep it from the others. */
const PHOTOS_A_SWEEP = 500;

/**
 * Has photos made anew that carry an older watermark than the studio's. A photo that is being made right now sees
 * to it itself that it ends with the newest. Returns when to go on, or null when none is left.
 */
export async function rerenderOutdated(studio: Studio): Promise<Instant | null> {
  const { revision } = await watermarkOf(studio);
  const outdated = await studio.db
    .select({ id: photos.id, version: photos.version, status: photos.status })
    .from(photos)
    .where(
      and(
        eq(photos.status, "ready"),
        lt(photos.watermarkRevision, revision),
        isNull(photos.renderingVersion),
        isNull(photos.failure),
      ),
    )
    .orderBy(asc(photos.id))
    .limit(PHOTOS_A_SWEEP);
  for (const photo of outdated) await requestRender(studio, photo);
  return outdated.length === PHOTOS_A_SWEEP ? studio.clock.now() : null;
}
