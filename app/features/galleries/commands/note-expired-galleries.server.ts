import { and, asc, eq, gte, isNotNull, isNull, lt } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { galleries } from "../schema";

const GALLERIES_A_SWEEP = 100;

/**
 * Tidies up after galleries whose last moment has passed: each is noted and announced once. Visitors were
 * turned away from that moment on in any case. Returns when the next one expires.
 */
export async function noteExpiredGalleries(studio: Studio): Promise<Instant | null> {
  const now = studio.clock.now();
  const isPublished = eq(galleries.status, "published");
  const expired = await studio.db
    .select({ id: galleries.id })
    .from(galleries)
    .where(and(isPublished, lt(galleries.expiresAt, now), isNull(galleries.expiryNotedAt)))
    .limit(GALLERIES_A_SWEEP);
  for (const { id } of expired) {
    const stillExpired = and(
      eq(galleries.id, id),
      lt(galleries.expiresAt, now),
      isNull(galleries.expiryNotedAt),
    );
    await commit(
      studio,
      studio.db
        .update(galleries)
        .set({ expiryNotedAt: now })
        .where(stillExpired)
        .returning({ id: galleries.id }),
      { event: { name: "gallery.expired", payload: { galleryId: id } } },
    );
  }
  const next = await studio.db
    .select({ expiresAt: galleries.expiresAt })
    .from(galleries)
    .where(and(isPublished, isNotNull(galleries.expiresAt), gte(galleries.expiresAt, now)))
    .orderBy(asc(galleries.expiresAt))
    .limit(1)
    .get();
  return next?.expiresAt ? next.expiresAt + 1 : null;
}
