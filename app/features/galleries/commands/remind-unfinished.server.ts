import { and, eq, isNull, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { DAY, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { accountLinks } from "../../account/index.server";
import { favouritesLists } from "../schema/favourites";

const LISTS_A_SWEEP = 100;

/** Nobody is reminded of what they left so long ago. It bounds what a sweep reads. */
const FORGOTTEN_AFTER = 90 * DAY;

interface Due {
  id: string;
  galleryId: string;
  clientId: string;
  changedAt: Instant;
  dueAt: Instant;
}

/**
 * Has those reminded who have begun a list, left it alone for as many days as its gallery says, and are not finished:
 * once, until they go on with it. A gallery that has closed reminds nobody. Returns when the next one is due.
 */
export async function remindUnfinished(studio: Studio): Promise<Instant | null> {
  const now = studio.clock.now();
  const found = await studio.db.all<Due>(sql`
    select l.id, l.gallery_id as galleryId, l.client_id as clientId, l.changed_at as changedAt,
      l.changed_at + (g.proofing ->> '$.remindAfterDays') * ${DAY} as dueAt
    from favourites_lists l join galleries g on g.id = l.gallery_id
    where l.finished_at is null and l.reminded_at is null and l.changed_at > ${now - FORGOTTEN_AFTER}
      and g.proofing ->> '$.remindAfterDays' is not null
      and g.status = 'published' and (g.expires_at is null or g.expires_at >= ${now})
      and exists (select 1 from favourites f where f.list_id = l.id)
    order by dueAt limit ${LISTS_A_SWEEP}`);
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
