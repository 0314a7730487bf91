import { and, asc, eq, isNotNull, lte, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { deletableOriginals, withoutOriginals } from "../../ingest/index.server";
import { hasNothingPending, losesOriginals } from "../deletions.server";
import { galleries } from "../schema";

const GALLERIES_A_SWEEP = 20;

/**
 * Notes that the originals of galleries are deleted whose moment, as it was told to the studio, has come; a job takes
 * the files away. A gallery of which something is about to be paid waits. Returns when the next moment comes.
 */
export async function deleteOriginals(studio: Studio): Promise<Instant | null> {
  const { db, clock } = studio;
  const now = clock.now();
  const isDue = and(losesOriginals(now), lte(galleries.deletionAt, now), hasNothingPending);
  const due = await db.select({ id: galleries.id }).from(galleries).where(isDue).limit(GALLERIES_A_SWEEP);
  for (const { id } of due) {
    const size = (await deletableOriginals(studio, [id])).get(id) ?? { photos: 0, bytes: 0 };
    await commit(
      studio,
      db
        .update(galleries)
        .set({ originalsDeletedAt: now })
        .where(and(eq(galleries.id, id), isDue))
        .returning({ id: galleries.id }),
      {
        event: { name: "gallery.originals_deleted", payload: { galleryId: id } },
        audit: { action: "gallery.originals_deleted", subjectId: id, after: { ...size } },
      },
      {
        after: [
          withoutOriginals(
            studio,
            id,
            sql`exists (select 1 from ${galleries} g where g.id = ${id} and g.originals_deleted_at = ${now})`,
          ),
        ],
      },
    );
  }
  const next = await db
    .select({ at: galleries.deletionAt })
    .from(galleries)
    .where(and(losesOriginals(now), isNotNull(galleries.deletionAt), sql`${galleries.deletionAt} > ${now}`))
    .orderBy(asc(galleries.deletionAt))
    .limit(1)
    .get();
  return next?.at ?? null;
}
