import { and, asc, isNull, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { DAY } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { losesOriginals } from "../deletions.server";
import { announcedAt, deletionAfter, TOLD_AHEAD } from "../model/expiry";
import { galleries } from "../schema";

const GALLERIES_A_SWEEP = 100;

/**
 * Decides when originals of galleries are deleted whose grace ends within a week, and has the studio told of all of
 * them together. What is decided here is the promise: nothing is deleted before, and nothing that was not told.
 */
export async function planDeletions(studio: Studio): Promise<null> {
  const { db, clock, tenant } = studio;
  const now = clock.now();
  const isUnplanned = and(losesOriginals(now), isNull(galleries.deletionAt));
  const near = await db
    .select({ id: galleries.id, expiresAt: galleries.expiresAt, graceDays: galleries.graceDays })
    .from(galleries)
    .where(
      and(
        isUnplanned,
        // Two days more than it takes, because days end elsewhere at another moment.
        sql`${galleries.expiresAt} + (${galleries.graceDays} - ${TOLD_AHEAD + 2}) * ${DAY} <= ${now}`,
      ),
    )
    .orderBy(asc(galleries.expiresAt))
    .limit(GALLERIES_A_SWEEP);
  const plan = near.flatMap(({ id, expiresAt, graceDays }) => {
    if (expiresAt === null || announcedAt({ expiresAt, graceDays }, tenant.timeZone) > now) return [];
    return [{ id, at: deletionAfter({ expiresAt, graceDays }, now, tenant.timeZone) }];
  });
  if (plan.length === 0) return null;
  const json = JSON.stringify(plan);
  await commit(
    studio,
    db
      .update(galleries)
      .set({
        deletionAt: sql`(select j.value ->> 'at' from json_each(${json}) j where j.value ->> 'id' = ${galleries.id})`,
      })
      .where(and(isUnplanned, sql`${galleries.id} in (select j.value ->> 'id' from json_each(${json}) j)`))
      .returning({ id: galleries.id }),
    {
      event: {
        name: "gallery.deletions_planned",
        payload: { galleryIds: plan.map(({ id }) => id), at: now },
      },
    },
  );
  return null;
}
