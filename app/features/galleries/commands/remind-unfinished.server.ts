import { and, asc, eq, gt, gte, isNull, or, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { DAY, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { accountLinks } from "../../account/index.server";
import { galleries } from "../schema";
import { favourites, favouritesLists } from "../schema/favourites";
import { galleryPeople } from "../schema/visitors";

const LISTS_A_SWEEP = 100;

/** Nobody is reminded of what they left so long ago. It bounds what a sweep reads. */
const FORGOTTEN_AFTER = 90 * DAY;

/**
 * Has those reminded who have begun a list, left it alone for as many days as its gallery says, and are not finished:
 * once, until they go on with it. A gallery that has closed reminds nobody. Returns when the next one is due.
 */
export async function remindUnfinished(studio: Studio): Promise<Instant | null> {
  const now = studio.clock.now();
  const days = sql`${galleries.proofing} ->> '$.remindAfterDays'`;
  const dueAt = sql<Instant>`${favouritesLists.changedAt} + (${days}) * ${DAY}`;
  const { id, galleryId, clientId, changedAt } = favouritesLists;
  const found = await studio.db
    .select({ id, galleryId, clientId, changedAt, dueAt })
    .from(favouritesLists)
    .innerJoin(galleries, eq(galleries.id, galleryId))
    .where(
      and(
        isNull(favouritesLists.finishedAt),
        isNull(favouritesLists.remindedAt),
        gt(changedAt, now - FORGOTTEN_AFTER),
        sql`${days} is not null`,
        eq(galleries.status, "published"),
        or(isNull(galleries.expiresAt), gte(galleries.expiresAt, now)),
        sql`exists (select 1 from ${favourites} f where f.list_id = ${id})`,
        // Whom only a name lets in is not reminded once it is taken back, nor told an address that became a secret.
        sql`(${galleries.visibility} <> 'people' and (${galleries.visibility} <> 'unlisted' or ${galleries.accessVersion} = 1) or exists (select 1 from ${galleryPeople} p
          where p.gallery_id = ${galleryId} and p.client_id = ${clientId} and p.revoked_at is null))`,
      ),
    )
    .orderBy(asc(dueAt))
    .limit(LISTS_A_SWEEP);
  for (const list of found) {
    if (list.dueAt > now) return list.dueAt;
    const link = await accountLinks.newLink(studio, "favourites", list.clientId);
    const isStillDue = and(
      eq(favouritesLists.id, list.id),
      isNull(favouritesLists.finishedAt),
      isNull(favouritesLists.remindedAt),
      eq(favouritesLists.changedAt, list.changedAt),
    );
    await commit(
      studio,
      studio.db
        .update(favouritesLists)
        .set({ remindedAt: now })
        .where(isStillDue)
        .returning({ id: favouritesLists.id }),
      {
        event: {
          name: "favourites.link_made",
          payload: { linkId: link.id, galleryId: list.galleryId, reason: "unfinished" },
        },
      },
      { before: [link.insert] },
    );
  }
  return found.length === LISTS_A_SWEEP ? now : null;
}
