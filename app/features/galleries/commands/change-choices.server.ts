import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { photos } from "../../ingest/schema";
import type { Place } from "../choosing.server";
import { isSeenBy, ownList } from "../favourites.server";
import { type ChoiceChange, type ChoiceRefusal, type Chooser, isOfMode, limitOf } from "../model/favourites";
import { favourites, favouritesLists } from "../schema/favourites";
import { firstList } from "./change-list.server";

/**
 * Says what somebody thinks of photos, in a list of theirs or, where none is named, in their first one. Each change
 * names the state that is wanted, so that the same ones may come again. Throws `not_found` for a list that is not
 * theirs.
 *
 * @returns the list, and which photos were refused, and why: the others are as they were wanted
 */
export async function changeChoices(
  studio: Studio,
  place: Place,
  chooser: Chooser,
  { listId, changes }: { listId: string | null; changes: readonly ChoiceChange[] },
): Promise<Result<{ listId: string; refused: Record<string, ChoiceRefusal> }, "finished">> {
  const { gallery } = place;
  const list =
    listId === null
      ? await firstList(studio, place, chooser)
      : await ownList(studio, gallery.id, chooser, listId);
  if (list.finishedAt !== null) return refuse("finished");
  const refused: Record<string, ChoiceRefusal> = {};
  const fitting: ChoiceChange[] = [];
  for (const change of changes) {
    if (isOfMode(gallery.proofing.mode, change)) fitting.push(change);
    else refused[change.photoId] = "other_mode";
  }
  if (fitting.length === 0) return ok({ listId: list.id, refused });
  const results = await studio.db.batch([
    ...fitting.map((change) => changing(studio, place, list.id, change)),
    ...tidying(studio, list.id),
  ] as unknown as [BatchItem<"sqlite">]);
  for (const [position, change] of fitting.entries())
    if ((results[position] as unknown[]).length === 0)
      refused[change.photoId] = await whyNot(studio, place, change.photoId);
  const isFinished = Object.keys(refused).length > 0 && (await isFinishedNow(studio, list.id));
  return isFinished ? refuse("finished") : ok({ listId: list.id, refused });
}

/** One change of one photo, guarded: the list is open, the photo is seen, the limit is not passed. */
function changing(studio: Studio, { gallery, viewer }: Place, listId: string, change: ChoiceChange) {
  const { mark, label, comment, photoId } = change;
  const said: { column: SQL; value: string | number | null }[] = [
    ...(mark === undefined ? [] : [{ column: sql`mark`, value: mark }]),
    ...(label === undefined ? [] : [{ column: sql`label`, value: label }]),
    ...(comment === undefined ? [] : [{ column: sql`comment`, value: comment.trim() }]),
  ];
  const limit = mark === "chosen" ? limitOf(gallery.proofing) : null;
  const list = (parts: SQL[]) => sql.join(parts, sql`, `);
  return studio.db.all<[photoId: string]>(sql`
    insert into ${favourites} (list_id, photo_id, at, ${list(said.map(({ column }) => column))})
    select l.id, ${photos}.id, ${studio.clock.now()}, ${list(said.map(({ value }) => sql`${value}`))}
    from favourites_lists l, ${photos}
    where l.id = ${listId} and l.finished_at is null and ${photos}.id = ${photoId}
      and ${photos}.gallery_id = l.gallery_id and ${isSeenBy(viewer)}
      and ${limit === null ? sql`1` : hasRoom(viewer.seesHidden, listId, photoId, limit)}
    on conflict (list_id, photo_id) do update set at = excluded.at,
      ${list(said.map(({ column }) => sql`${column} = excluded.${column}`))}
    returning photo_id`);
}

/** Whether one more may be chosen, or it is chosen already. */
function hasRoom(seesHidden: boolean, listId: string, photoId: string, limit: number): SQL {
  return sql`(exists (select 1 from favourites f where f.list_id = ${listId} and f.photo_id = ${photoId} and f.mark = 'chosen')
    or (select count(*) from favourites f join photos p on p.id = f.photo_id
      where f.list_id = ${listId} and f.mark = 'chosen' and p.status = 'ready'
        and ${seesHidden ? sql`1` : sql`p.hidden = 0`}) < ${limit})`;
}

/** Takes out what says nothing any more, and notes that the list was worked on. */
function tidying({ db, clock }: Studio, listId: string): BatchItem<"sqlite">[] {
  const isEmpty = and(isNull(favourites.mark), isNull(favourites.label), eq(favourites.comment, ""));
  return [
    db.delete(favourites).where(and(eq(favourites.listId, listId), isEmpty)),
    db
      .update(favouritesLists)
      .set({ changedAt: clock.now(), remindedAt: null })
      .where(and(eq(favouritesLists.id, listId), isNull(favouritesLists.finishedAt))),
  ];
}

async function whyNot({ db }: Studio, { gallery, viewer }: Place, photoId: string): Promise<ChoiceRefusal> {
  const seen = await db
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.id, photoId), eq(photos.galleryId, gallery.id), isSeenBy(viewer)))
    .get();
  return seen ? "limit" : "photo_gone";
}

async function isFinishedNow({ db }: Studio, listId: string): Promise<boolean> {
  const isOpen = and(eq(favouritesLists.id, listId), isNull(favouritesLists.finishedAt));
  return (
    (await db.select({ id: favouritesLists.id }).from(favouritesLists).where(isOpen).get()) === undefined
  );
}
