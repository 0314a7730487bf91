import { sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { MOST_SECTIONS } from "../model/sections";
import { getGallery } from "../queries.server";
import { sections } from "../schema";

/** Adds a section behind the others. Throws `not_found`. @returns its id */
export async function addSection(
  studio: Studio,
  galleryId: string,
  name: string,
): Promise<Result<string, "too_many">> {
  await getGallery(studio, galleryId);
  const id = newId("section");
  const added = await commit(
    studio,
    studio.db.all<{ id: string }>(sql`
      insert into ${sections} (id, gallery_id, name, position, created_at)
      select ${id}, ${galleryId}, ${name}, coalesce(max(position), -1) + 1, ${studio.clock.now()}
      from ${sections} where gallery_id = ${galleryId} having count(*) < ${MOST_SECTIONS} returning id`),
    { audit: { action: "gallery.sections_changed", subjectId: galleryId, after: { section: name } } },
  );
  return added.length > 0 ? ok(id) : refuse("too_many");
}
