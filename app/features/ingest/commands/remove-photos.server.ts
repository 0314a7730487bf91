import { eq, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Studio } from "../../../tenancy/studio";
import { originalKey, type RenditionFormat, renditionKey, renditionSizes, webSize } from "../model";
import { photoMetadata, photos, renditions } from "../schema";

/** For a WHERE: the gallery's photos that nobody has ordered. What was ordered belongs to its buyer too. */
const removable = (galleryId: string) =>
  sql`select p.id from ${photos} p where p.gallery_id = ${galleryId}
    and not exists (select 1 from order_lines l where l.photo_id = p.id)`;

/** Keys of everything in storage that belongs to a gallery's photos which nobody has ordered. */
export async function photoObjectKeys(studio: Studio, galleryId: string): Promise<string[]> {
  const rows = await studio.db
    .select({ id: photos.id, version: photos.version, renderingVersion: photos.renderingVersion })
    .from(photos)
    .where(sql`${photos.id} in (${removable(galleryId)})`);
  const formats: RenditionFormat[] = ["jpeg", "webp"];
  return rows.flatMap(({ id, version, renderingVersion }) => {
    const newest = Math.max(version, renderingVersion ?? 0);
    const versions = Array.from({ length: newest }, (_, i) => i + 1);
    return [
      originalKey(id),
      ...versions.flatMap((each) =>
        [...renditionSizes, webSize].flatMap(({ name }) =>
          formats.map((format) => renditionKey(id, each, name, format)),
        ),
      ),
    ];
  });
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
