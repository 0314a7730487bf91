import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { isErased } from "../clients/model";
import { clients } from "../clients/schema";
import { photos } from "../ingest/schema";
import type { Choices, Chooser, FavouritesList } from "./model/favourites";
import type { Viewer } from "./model/roles";
import { favourites, favouritesLists } from "./schema/favourites";
import { provenClient } from "./viewer.server";

/** Who is choosing here: by proof, or by what their browser was told; null while nobody has said. */
export async function chooserOf(studio: Studio): Promise<Chooser | null> {
  const { visitor } = studio.actor;
  const proven = provenClient(studio);
  const clientId = proven ?? visitor?.clientId ?? null;
  if (clientId === null) return null;
  const client = await studio.db
    .select({ name: clients.name, email: clients.email })
    .from(clients)
    .where(eq(clients.id, clientId))
    .get();
  if (!client || isErased(client.email)) return null;
  return { clientId, isProven: proven !== null, visitorId: visitor?.id ?? null, ...client };
}

/** For a WHERE about lists: those of a gallery that are open to who is choosing. */
export function isTheirs(galleryId: string, { clientId, isProven, visitorId }: Chooser): SQL | undefined {
  const isOfBrowser = visitorId === null ? sql`0` : eq(favouritesLists.visitorId, visitorId);
  return and(
    eq(favouritesLists.galleryId, galleryId),
    eq(favouritesLists.clientId, clientId),
    isProven ? undefined : isOfBrowser,
  );
}

/** For a WHERE about photos: those that somebody in a gallery sees. */
export const isSeenBy = ({ seesHidden }: Pick<Viewer, "seesHidden">) =>
  and(eq(photos.status, "ready"), seesHidden ? undefined : eq(photos.hidden, false));

type Eyes = Pick<Viewer, "seesHidden">;

/** The lists that are open to who is choosing, oldest first. What they no longer see is not counted. */
export async function listsOf(
  { db }: Studio,
  galleryId: string,
  viewer: Eyes,
  chooser: Chooser,
): Promise<FavouritesList[]> {
  const count = (condition: SQL) =>
    sql<number>`coalesce(sum(${photos.id} is not null and ${condition}), 0)`.mapWith(Number);
  const rows = await db
    .select({
      id: favouritesLists.id,
      name: favouritesLists.name,
      note: favouritesLists.note,
      finishedAt: favouritesLists.finishedAt,
      extrasPaid: favouritesLists.extrasPaid,
      changedAt: favouritesLists.changedAt,
      chosen: count(sql`${favourites.mark} is 'chosen'`),
      rejected: count(sql`${favourites.mark} is 'rejected'`),
      labelled: count(sql`${favourites.label} is not null`),
    })
    .from(favouritesLists)
    .leftJoin(favourites, eq(favourites.listId, favouritesLists.id))
    .leftJoin(photos, and(eq(photos.id, favourites.photoId), isSeenBy(viewer)))
    .where(isTheirs(galleryId, chooser))
    .groupBy(favouritesLists.id)
    .orderBy(asc(favouritesLists.id));
  return rows.map(({ finishedAt, ...list }) => ({ ...list, isFinished: finishedAt !== null }));
}

/** One list that is open to who is choosing. Throws `not_found`. */
export async function ownList({ db }: Studio, galleryId: string, chooser: Chooser, listId: string) {
  const list = await db
    .select()
    .from(favouritesLists)
    .where(and(eq(favouritesLists.id, listId), isTheirs(galleryId, chooser)))
    .get();
  if (!list) throw notFound();
  return list;
}

/** What was said in a list of the photos that its maker sees. */
export async function choicesIn({ db }: Studio, viewer: Eyes, listId: string): Promise<Choices> {
  const rows = await db
    .select({
      photoId: favourites.photoId,
      mark: favourites.mark,
      label: favourites.label,
      comment: favourites.comment,
    })
    .from(favourites)
    .innerJoin(photos, eq(photos.id, favourites.photoId))
    .where(and(eq(favourites.listId, listId), isSeenBy(viewer)));
  return Object.fromEntries(
    rows.map(({ photoId, ...choice }) => [photoId, choice as Choices[string]]),
  ) as Choices;
}

/** Whether another browser began a list for this client here, which only a proof opens. */
export async function hasListsElsewhere(
  { db }: Studio,
  galleryId: string,
  clientId: string,
  visitorId: string | null,
): Promise<boolean> {
  const isOther =
    visitorId === null
      ? undefined
      : or(isNull(favouritesLists.visitorId), sql`${favouritesLists.visitorId} <> ${visitorId}`);
  const found = await db
    .select({ id: favouritesLists.id })
    .from(favouritesLists)
    .where(and(eq(favouritesLists.clientId, clientId), eq(favouritesLists.galleryId, galleryId), isOther))
    .limit(1)
    .get();
  return found !== undefined;
}

/** Photos of a list that its maker sees, with what they said, in the order of their names. */
export async function photosIn(
  { db }: Studio,
  viewer: Eyes,
  listId: string,
  { offset, limit }: { offset: number; limit: number },
) {
  return db
    .select({
      id: photos.id,
      filename: photos.filename,
      version: photos.version,
      width: photos.width,
      height: photos.height,
      mark: favourites.mark,
      label: sql<Choices[string]["label"]>`${favourites.label}`,
      comment: favourites.comment,
    })
    .from(favourites)
    .innerJoin(photos, eq(photos.id, favourites.photoId))
    .where(and(eq(favourites.listId, listId), isSeenBy(viewer)))
    .orderBy(asc(photos.filename), asc(photos.id))
    .limit(limit)
    .offset(offset);
}
