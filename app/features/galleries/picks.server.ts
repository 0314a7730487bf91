import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import type { Studio } from "../../tenancy/studio";
import { clients } from "../clients/schema";
import { photos } from "../ingest/schema";
import type { PickedList, PickedPhoto, PicksFilter, PicksWhat, Said } from "./model/picks";
import { favourites, favouritesLists } from "./schema/favourites";
import { visitors } from "./schema/visitors";

/** The lists of a gallery, oldest first. Ask for the gallery first: it decides who may see them. */
export function listsForStudio(studio: Studio, galleryId: string): Promise<PickedList[]> {
  return listsWhere(studio, eq(favouritesLists.galleryId, galleryId));
}

/** The same, some at a time. */
export async function listsPage(
  studio: Studio,
  galleryId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<PickedList>> {
  const isNext = cursor === undefined ? undefined : gt(favouritesLists.id, cursor);
  const rows = await listsWhere(studio, and(eq(favouritesLists.galleryId, galleryId), isNext), limit + 1);
  return pageOf(rows, limit, ({ id }) => id);
}

/** One photo of a list, and what was said of it there. */
export interface PhotoOfList extends Omit<Said, "listId"> {
  id: string;
  filename: string;
}

/** The photos of a list by their ids, some at a time. */
export async function photosOfList(
  { db }: Studio,
  listId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<PhotoOfList>> {
  const rows = await db
    .select({
      id: favourites.photoId,
      filename: photos.filename,
      mark: favourites.mark,
      label: sql<PhotoOfList["label"]>`${favourites.label}`,
      comment: favourites.comment,
      at: favourites.at,
    })
    .from(favourites)
    .innerJoin(photos, eq(photos.id, favourites.photoId))
    .where(
      and(eq(favourites.listId, listId), cursor === undefined ? undefined : gt(favourites.photoId, cursor)),
    )
    .orderBy(asc(favourites.photoId))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ id }) => id);
}

/** One list; undefined where it is gone. */
export async function listForStudio(studio: Studio, listId: string): Promise<PickedList | undefined> {
  return (await listsWhere(studio, eq(favouritesLists.id, listId)))[0];
}

function listsWhere({ db }: Studio, where: SQL | undefined, limit = -1): Promise<PickedList[]> {
  const count = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`.mapWith(Number);
  return db
    .select({
      id: favouritesLists.id,
      galleryId: favouritesLists.galleryId,
      name: favouritesLists.name,
      note: favouritesLists.note,
      person: { id: clients.id, name: clients.name, email: clients.email },
      isProven: sql`${visitors.provenAt} is not null`.mapWith(Boolean),
      chosen: count(sql`${favourites.mark} is 'chosen'`),
      rejected: count(sql`${favourites.mark} is 'rejected'`),
      labelled: count(sql`${favourites.label} is not null`),
      commented: count(sql`${favourites.comment} is not null and ${favourites.comment} <> ''`),
      extrasPaid: favouritesLists.extrasPaid,
      finishedAt: favouritesLists.finishedAt,
      changedAt: favouritesLists.changedAt,
    })
    .from(favouritesLists)
    .innerJoin(clients, eq(clients.id, favouritesLists.clientId))
    .leftJoin(
      visitors,
      and(eq(visitors.id, favouritesLists.visitorId), eq(visitors.clientId, favouritesLists.clientId)),
    )
    .leftJoin(favourites, eq(favourites.listId, favouritesLists.id))
    .where(where)
    .groupBy(favouritesLists.id)
    .orderBy(asc(favouritesLists.id))
    .limit(limit);
}

/** Photos of a gallery of which the lists say what is asked for, by file name. */
export async function pickedPhotos(
  { db }: Studio,
  galleryId: string,
  filter: PicksFilter,
  { offset = 0, limit }: { offset?: number; limit: number },
): Promise<PickedPhoto[]> {
  const said = sql<string>`json_group_array(json_object('listId', ${favourites.listId}, 'mark', ${favourites.mark},
    'label', ${favourites.label}, 'comment', ${favourites.comment}, 'at', ${favourites.at}))`;
  const rows = await db
    .select({
      id: photos.id,
      filename: photos.filename,
      version: photos.version,
      width: photos.width,
      height: photos.height,
      status: photos.status,
      said,
    })
    .from(favourites)
    .innerJoin(favouritesLists, eq(favouritesLists.id, favourites.listId))
    .innerJoin(photos, eq(photos.id, favourites.photoId))
    .where(isPicked(galleryId, filter))
    .groupBy(photos.id)
    .having(isInEnough(galleryId, filter))
    .orderBy(asc(photos.filename), asc(photos.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ status, said: json, ...photo }) => ({
    ...photo,
    isReady: status === "ready",
    said: JSON.parse(json) as Said[],
  }));
}

/** The ids of the same photos, for a WHERE of a statement that changes them. */
export function pickedIds({ db }: Studio, galleryId: string, filter: PicksFilter) {
  return db
    .select({ id: favourites.photoId })
    .from(favourites)
    .innerJoin(favouritesLists, eq(favouritesLists.id, favourites.listId))
    .where(isPicked(galleryId, filter))
    .groupBy(favourites.photoId)
    .having(isInEnough(galleryId, filter));
}

function isPicked(galleryId: string, { lists, what }: PicksFilter): SQL | undefined {
  const among = sql`${favourites.listId} in (select value from json_each(${JSON.stringify(lists)}))`;
  return and(eq(favouritesLists.galleryId, galleryId), lists.length === 0 ? undefined : among, saysSo(what));
}

function saysSo(what: PicksWhat): SQL {
  if (what === "taken") return sql`(${favourites.mark} is 'chosen' or ${favourites.label} is not null)`;
  if (what === "rejected") return sql`${favourites.mark} is 'rejected'`;
  if (what === "commented") return sql`${favourites.comment} <> ''`;
  return sql`${favourites.label} is ${Number(what.slice("label-".length))}`;
}

function isInEnough(galleryId: string, { lists, match }: PicksFilter): SQL | undefined {
  if (match === "any") return undefined;
  if (match === "several") return sql`count(*) > 1`;
  return lists.length === 0
    ? sql`count(*) = (select count(*) from favourites_lists l where l.gallery_id = ${galleryId})`
    : sql`count(*) = ${new Set(lists).size}`;
}
