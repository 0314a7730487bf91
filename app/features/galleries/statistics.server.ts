import { and, desc, eq, gte, sql } from "drizzle-orm";
import { addDays, dayOf, formatDay } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { downloads } from "../downloads/schema";
import { photos } from "../ingest/schema";
import { getGallery } from "./queries.server";
import { favourites, favouritesLists } from "./schema/favourites";
import { galleryDays } from "./schema/visitors";

/** Days in the chart, today the last of them. */
const DAYS = 30;
const MOST_CHOSEN = 12;

/** How often a gallery was looked at, downloaded from, and what was chosen in it. Throws `not_found`. */
export async function statisticsOf(studio: Studio, galleryId: string) {
  const gallery = await getGallery(studio, galleryId);
  const { db, clock, tenant } = studio;
  const today = dayOf(clock.now(), tenant.timeZone);
  const first = addDays(today, 1 - DAYS);
  const isOfIt = eq(galleryDays.galleryId, galleryId);
  const sum = (column: "views" | "visitors") => sql<number>`coalesce(sum(${galleryDays[column]}), 0)`;
  const [all, days, taken, lists, chosen, mostChosen] = await Promise.all([
    db
      .select({ views: sum("views"), visitors: sum("visitors") })
      .from(galleryDays)
      .where(isOfIt)
      .get(),
    db
      .select({ day: galleryDays.day, views: galleryDays.views, visitors: galleryDays.visitors })
      .from(galleryDays)
      .where(and(isOfIt, gte(galleryDays.day, first)))
      .all(),
    db
      .select({ count: sql<number>`count(*)`, photos: sql<number>`coalesce(sum(${downloads.photos}), 0)` })
      .from(downloads)
      .where(eq(downloads.galleryId, galleryId))
      .get(),
    db.$count(favouritesLists, eq(favouritesLists.galleryId, galleryId)),
    db
      .select({ count: sql<number>`count(*)` })
      .from(favourites)
      .innerJoin(favouritesLists, eq(favouritesLists.id, favourites.listId))
      .where(and(eq(favouritesLists.galleryId, galleryId), eq(favourites.mark, "chosen")))
      .get(),
    listMostChosen(studio, galleryId),
  ]);
  const byDay = new Map(days.map((row) => [row.day, row]));
  return {
    id: galleryId,
    name: gallery.name,
    since: formatDay(gallery.publishedAt ?? gallery.createdAt, tenant.locale, tenant.timeZone),
    views: all?.views ?? 0,
    visitors: all?.visitors ?? 0,
    downloads: taken?.count ?? 0,
    downloadedPhotos: taken?.photos ?? 0,
    lists,
    chosen: chosen?.count ?? 0,
    mostChosen,
    days: Array.from({ length: DAYS }, (_, at) => {
      const day = addDays(first, at);
      const { views = 0, visitors = 0 } = byDay.get(day) ?? {};
      return { day, label: shortDay(day, tenant.locale), views, visitors };
    }),
  };
}

/** Photos that stand in the most lists. */
async function listMostChosen({ db }: Studio, galleryId: string) {
  const times = sql<number>`count(*)`;
  return db
    .select({
      id: photos.id,
      filename: photos.filename,
      version: photos.version,
      width: photos.width,
      height: photos.height,
      times,
    })
    .from(favourites)
    .innerJoin(favouritesLists, eq(favouritesLists.id, favourites.listId))
    .innerJoin(photos, eq(photos.id, favourites.photoId))
    .where(
      and(
        eq(favouritesLists.galleryId, galleryId),
        eq(favourites.mark, "chosen"),
        eq(photos.status, "ready"),
      ),
    )
    .groupBy(photos.id)
    .orderBy(desc(times), photos.id)
    .limit(MOST_CHOSEN)
    .all();
}

/** "13 Jun", by the conventions of a locale. */
function shortDay(day: string, locale: string): string {
  const style = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, style).format(Date.parse(`${day}T12:00Z`));
}
