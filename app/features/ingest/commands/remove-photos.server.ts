import { eq, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Studio } from "../../../tenancy/studio";
import { photoMetadata, photos, renditions } from "../schema";

/** For a WHERE: the gallery's photos that nobody has ordered. What was ordered belongs to its buyer too. */
const removable = (galleryId: string) =>
  sql`select p.id from ${photos} p where p.gallery_id = ${galleryId}
    and not exists (select 1 from order_lines l where l.photo_id = p.id)`;

/** Keys of everything in storage that belongs to a gallery's photos which nobody has ordered. */
export async function photoObjectKeys(studio: Studio, galleryId: string): Promise<string[]> {
  const rows = await studio.db
    .select({ id: photos.id })
    .from(photos)
    .where(sql`${photos.id} in (${removable(galleryId)})`);
  const keys: string[] = [];
  for (const { id } of rows) keys.push(...(await studio.objects.list(`${id}/`)));
  return keys;
}

/** The statements that take the rows of a gallery's photos away which nobody has ordered. */
export function withoutPhotos(studio: Studio, galleryId: string): BatchItem<"sqlite">[] {
  const ids = removable(galleryId);
  return [
    studio.db.delete(renditions).where(sql`${renditions.photoId} in (${ids})`),
    studio.db.delete(photoMetadata).where(sql`${photoMetadata.photoId} in (${ids})`),
    studio.db.delete(photos).where(sql`${eq(photos.galleryId, galleryId)} and ${photos.id} in (${ids})`),
  ];
}
