import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { DAY } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import type { Place } from "../choosing.server";
import { isTheirs, ownList } from "../favourites.server";
import { favouritesWords } from "../messages/words";
import { type Chooser, MOST_LISTS } from "../model/favourites";
import { favouritesLists } from "../schema/favourites";

type Row = typeof favouritesLists.$inferSelect;

/** Begins another list. Refused beyond the number that one client may have in a gallery. */
export async function createList(
  studio: Studio,
  { gallery }: Place,
  chooser: Chooser,
  name: string,
): Promise<Result<Row, "too_many">> {
  await dueForReminder(studio, gallery.proofing.remindAfterDays);
  const [list] = await insertList(
    studio,
    gallery.id,
    chooser,
    name,
    sql`(select count(*) from favourites_lists
      where gallery_id = ${gallery.id} and client_id = ${chooser.clientId}) < ${MOST_LISTS}`,
  );
  return list ? ok(await ownList(studio, gallery.id, chooser, list[0])) : refuse("too_many");
}

/** The list that a first heart goes to: the newest, one that is not finished if there is one, or one made now. */
export async function firstList(studio: Studio, { gallery }: Place, chooser: Chooser): Promise<Row> {
  const found = await newest(studio, gallery.id, chooser);
  if (found) return found;
  const words = favouritesWords(studio.tenant.locale);
  await dueForReminder(studio, gallery.proofing.remindAfterDays);
  // Two first hearts at once make one list.
  const isFirst = sql`not exists (select 1 from ${favouritesLists} where ${isTheirs(gallery.id, chooser)})`;
  const [made] = await insertList(studio, gallery.id, chooser, words.listOf(chooser.name), isFirst);
  const list = made
    ? await ownList(studio, gallery.id, chooser, made[0])
    : await newest(studio, gallery.id, chooser);
  if (!list) throw new Error("a list that was just made is not there");
  return list;
}

/** Changes the name of a list and the note on it. Throws `not_found`. */
export async function changeList(
  studio: Studio,
  { gallery }: Place,
  chooser: Chooser,
  { listId, name, note }: { listId: string; name: string; note: string },
): Promise<Result<void, "finished">> {
  const list = await ownList(studio, gallery.id, chooser, listId);
  const changed = await studio.db
    .update(favouritesLists)
    .set({ name, note, changedAt: studio.clock.now(), remindedAt: null })
    .where(and(eq(favouritesLists.id, list.id), isNull(favouritesLists.finishedAt)))
    .returning({ id: favouritesLists.id });
  return changed.length > 0 ? ok(undefined) : refuse("finished");
}

/** Removes a list with all that was said in it. Throws `not_found`. One that is finished, or paid for, stays. */
export async function removeList(
  studio: Studio,
  { gallery }: Place,
  chooser: Chooser,
  listId: string,
): Promise<Result<void, "finished">> {
  const list = await ownList(studio, gallery.id, chooser, listId);
  const isFree = and(isNull(favouritesLists.finishedAt), eq(favouritesLists.extrasPaid, 0));
  const removed = await studio.db
    .delete(favouritesLists)
    .where(and(eq(favouritesLists.id, list.id), isFree))
    .returning({ id: favouritesLists.id });
  return removed.length > 0 ? ok(undefined) : refuse("finished");
}

function newest({ db }: Studio, galleryId: string, chooser: Chooser): Promise<Row | undefined> {
  return db
    .select()
    .from(favouritesLists)
    .where(isTheirs(galleryId, chooser))
    .orderBy(sql`${favouritesLists.finishedAt} is not null`, desc(favouritesLists.id))
    .limit(1)
    .get();
}

function insertList(
  { db, clock }: Studio,
  galleryId: string,
  { clientId, visitorId }: Chooser,
  name: string,
  guard: ReturnType<typeof sql>,
) {
  const now = clock.now();
  return db.all<[id: string]>(sql`
    insert into favourites_lists (id, gallery_id, client_id, visitor_id, name, changed_at, created_at)
    select ${newId("favourites")}, ${galleryId}, ${clientId}, ${visitorId}, ${name}, ${now}, ${now} where ${guard}
    returning id`);
}

/** A list that is left alone is to be looked at again then. */
async function dueForReminder(studio: Studio, days: number | null): Promise<void> {
  if (days !== null) await studio.dueBy(studio.clock.now() + days * DAY);
}

/** Hearts go to this list from now on. Throws `not_found`. @returns its name */
export async function switchList(
  studio: Studio,
  { gallery }: Place,
  chooser: Chooser,
  listId: string,
): Promise<string> {
  const list = await ownList(studio, gallery.id, chooser, listId);
  await studio.db
    .update(favouritesLists)
    .set({ changedAt: studio.clock.now() })
    .where(and(eq(favouritesLists.id, list.id), isNull(favouritesLists.finishedAt)));
  return list.name;
}
