import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { type RenditionSet, renditionKey } from "../model";
import { pictureSettingsOf } from "../picture-settings.server";
import { photos, renditions } from "../schema";

/** Photos dealt with in one sweep, so that a large studio does not keep it from the others. */
const PHOTOS_A_SWEEP = 500;

/**
 * Asks for the AVIFs that the studio wants and does not have, or takes away those that it does not want any more.
 * Returns when to go on, or null when nothing is left.
 */
export async function keepAvifs(studio: Studio): Promise<Instant | null> {
  const { avif: wanted } = await pictureSettingsOf(studio);
  const sets = await studio.db
    .select({ id: photos.id, version: photos.version, attempt: photos.attempt })
    .from(photos)
    .where(
      and(
        eq(photos.status, "ready"),
        wanted ? isNull(photos.avif) : inArray(photos.avif, ["made", "failed"]),
        isNull(photos.renderingVersion),
      ),
    )
    .orderBy(asc(photos.id))
    .limit(PHOTOS_A_SWEEP);
  for (const set of sets) await (wanted ? askFor(studio, set) : takeAway(studio, set));
  return sets.length === PHOTOS_A_SWEEP ? studio.clock.now() : null;
}

async function askFor(studio: Studio, { id, version }: RenditionSet): Promise<void> {
  const change = studio.db
    .update(photos)
    .set({ avif: "asked" })
    .where(and(shows(id, version), isNull(photos.avif)))
    .returning({ id: photos.id });
  await commit(studio, change, {
    event: { name: "photo.avif_requested", payload: { photoId: id, version } },
  });
}

/** First nobody is led to it any more, then it goes. */
async function takeAway(studio: Studio, set: RenditionSet): Promise<void> {
  await studio.db.batch([
    studio.db.update(photos).set({ avif: null }).where(shows(set.id, set.version)),
    studio.db
      .delete(renditions)
      .where(
        and(
          eq(renditions.photoId, set.id),
          eq(renditions.version, set.version),
          eq(renditions.format, "avif"),
        ),
      ),
  ]);
  await studio.objects.delete([renditionKey(set, "preview", "avif")]);
}

function shows(photoId: string, version: number) {
  return and(eq(photos.id, photoId), eq(photos.version, version), eq(photos.status, "ready"));
}
