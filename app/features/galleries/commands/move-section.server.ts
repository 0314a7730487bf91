import { eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import { moved } from "../model/sections";
import { sections } from "../schema";
import { getSection, sectionsOf } from "../sections.server";

/** Puts a section one place further up or down; at the end of the list it stays. Throws `not_found`. */
export async function moveSection(studio: Studio, galleryId: string, id: string, by: -1 | 1): Promise<void> {
  const { name } = await getSection(studio, galleryId, id);
  const ids = (await sectionsOf(studio, galleryId)).map((section) => section.id);
  const order = moved(ids, ids.indexOf(id), by);
  if (order.every((each, at) => each === ids[at])) return;
  const place = sql`(select j.key from json_each(${JSON.stringify(order)}) j where j.value = ${sections.id})`;
  await commit(
    studio,
    studio.db
      .update(sections)
      .set({ position: sql`coalesce(${place}, ${sections.position})` })
      .where(eq(sections.galleryId, galleryId))
      .returning({ id: sections.id }),
    { audit: { action: "gallery.sections_changed", subjectId: galleryId, after: { section: name } } },
  );
}
