import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Studio } from "../../tenancy/studio";
import { entitlements } from "../downloads/schema";
import { orderLines, orders } from "../storefront/schema";
import { originalKey } from "./model";
import { photos } from "./schema";

/** Objects that storage takes away at once. */
const KEYS_AT_ONCE = 500;

/** How many originals there are of something, and their bytes. */
export interface OriginalsSize {
  photos: number;
  bytes: number;
}

/**
 * For a WHERE about photos `p`: those whose originals may go. One that somebody bought and may still have, or of which
 * a thing was ordered, stays; so does one that is being worked on.
 */
const mayGo = sql`p.original_deleted_at is null and p.status <> 'processing' and p.rendering_version is null
  and not exists (select 1 from ${entitlements} e
    where e.photo_id = p.id and e.size = 'original' and e.refunded_at is null)
  and not exists (select 1 from ${orderLines} l join ${orders} o on o.id = l.order_id
    where l.photo_id = p.id and l.kind = 'physical' and o.status not in ('expired', 'failed', 'canceled'))`;

/** What would go if the originals of these galleries were deleted, by gallery; those without any are left out. */
export async function deletableOriginals(
  { db }: Studio,
  galleryIds: readonly string[],
): Promise<Map<string, OriginalsSize>> {
  if (galleryIds.length === 0) return new Map();
  const rows = await db.all<[string, number, number]>(sql`
    select p.gallery_id, count(*), sum(p.size) from ${photos} p
    where p.gallery_id in (select value from json_each(${JSON.stringify(galleryIds)})) and ${mayGo}
    group by p.gallery_id`);
  return new Map(rows.map(([galleryId, count, bytes]) => [galleryId, { photos: count, bytes }]));
}

/** The statement that notes that a gallery's originals are gone, where a condition holds; the bytes go after it. */
export function withoutOriginals({ db, clock }: Studio, galleryId: string, when: SQL): BatchItem<"sqlite"> {
  return db.run(sql`
    update ${photos} set original_deleted_at = ${clock.now()}
    where id in (select p.id from ${photos} p where p.gallery_id = ${galleryId} and ${mayGo}) and ${when}`);
}

/** Takes the originals of a gallery out of storage that are noted as gone. Doing it again changes nothing. */
export async function removeOriginals({ db, objects }: Studio, galleryId: string): Promise<void> {
  const gone = await db.all<[string]>(sql`
    select p.id from ${photos} p where p.gallery_id = ${galleryId} and p.original_deleted_at is not null order by p.id`);
  for (let from = 0; from < gone.length; from += KEYS_AT_ONCE)
    await objects.delete(gone.slice(from, from + KEYS_AT_ONCE).map(([id]) => originalKey(id)));
}
