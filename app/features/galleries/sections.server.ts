import { and, asc, eq } from "drizzle-orm";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { getGallery } from "./queries.server";
import { sections } from "./schema";

export type Section = typeof sections.$inferSelect;

/** The sections of a gallery in their order. */
export function sectionsOf({ db }: Studio, galleryId: string): Promise<Section[]> {
  return db
    .select()
    .from(sections)
    .where(eq(sections.galleryId, galleryId))
    .orderBy(asc(sections.position), asc(sections.id))
    .all();
}

/** One section of a gallery that the one who asks may see. Throws `not_found`. */
export async function getSection(studio: Studio, galleryId: string, id: string): Promise<Section> {
  await getGallery(studio, galleryId);
  const found = await studio.db
    .select()
    .from(sections)
    .where(and(eq(sections.id, id), eq(sections.galleryId, galleryId)))
    .get();
  if (!found) throw notFound();
  return found;
}
