import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import { DAY } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { accountLinks } from "../../account/index.server";
import type { Place } from "../choosing.server";
import { ownList } from "../favourites.server";
import type { Chooser } from "../model/favourites";
import { getGallery } from "../queries.server";
import { favourites, favouritesLists } from "../schema/favourites";

/**
 * "I'm finished": nothing of the list changes any more, and the studio is told. Finished twice is as once. Throws
 * `not_found`; refused while nothing is in the list.
 */
export async function finishList(
  studio: Studio,
  { gallery }: Place,
  chooser: Chooser,
  listId: string,
): Promise<Result<void, "empty">> {
  const list = await ownList(studio, gallery.id, chooser, listId);
  const now = studio.clock.now();
  const isReady = and(
    eq(favouritesLists.id, list.id),
    isNull(favouritesLists.finishedAt),
    sql`exists (select 1 from ${favourites} f where f.list_id = ${list.id})`,
  );
  const [finished] = await commit(
    studio,
    studio.db
      .update(favouritesLists)
      .set({ finishedAt: now })
      .where(isReady)
      .returning({ id: favouritesLists.id }),
    {
      event: { name: "favourites.finished", payload: { listId: list.id, at: now } },
      audit: { action: "favourites.finished", subjectId: gallery.id, after: { list: list.id } },
    },
  );
  return finished || list.finishedAt !== null ? ok(undefined) : refuse("empty");
}

/** Opens a finished list again, and mails its maker a link to it. Throws `not_found`. @returns the list's name */
export async function reopenList(studio: Studio, galleryId: string, listId: string): Promise<string> {
  const gallery = await getGallery(studio, galleryId);
  const isOfGallery = and(eq(favouritesLists.id, listId), eq(favouritesLists.galleryId, gallery.id));
  const list = await studio.db.select().from(favouritesLists).where(isOfGallery).get();
  if (!list) throw notFound();
  const link = await accountLinks.newLink(studio, "favourites", list.clientId);
  const now = studio.clock.now();
  const days = gallery.proofing.remindAfterDays;
  if (days !== null) await studio.dueBy(now + days * DAY);
  await commit(
    studio,
    studio.db
      .update(favouritesLists)
      .set({ finishedAt: null, changedAt: now, remindedAt: null })
      .where(and(isOfGallery, isNotNull(favouritesLists.finishedAt)))
      .returning({ id: favouritesLists.id }),
    {
      event: {
        name: "favourites.link_made",
        payload: { linkId: link.id, galleryId: gallery.id, reason: "reopened" },
      },
      audit: { action: "favourites.reopened", subjectId: gallery.id, after: { list: list.id } },
    },
    { before: [link.insert] },
  );
  return list.name;
}
