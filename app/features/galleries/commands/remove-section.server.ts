import { eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import { sections } from "../schema";
import { getSection } from "../sections.server";

/** Takes a section away. Its photos stand before all sections then. Throws `not_found`. */
export async function removeSection(studio: Studio, galleryId: string, id: string): Promise<void> {
  const { name } = await getSection(studio, galleryId, id);
  await commit(studio, studio.db.delete(sections).where(eq(sections.id, id)).returning({ id: sections.id }), {
    audit: { action: "gallery.sections_changed", subjectId: galleryId, before: { section: name } },
  });
}
