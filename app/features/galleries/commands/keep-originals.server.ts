import { and, eq, isNull } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import { getGallery } from "../queries.server";
import { galleries } from "../schema";

/** Has the originals of a gallery kept for good. Throws `not_found`. */
export async function keepOriginals(studio: Studio, id: string): Promise<{ name: string; isKept: boolean }> {
  const { name } = await getGallery(studio, id);
  const kept = await commit(
    studio,
    studio.db
      .update(galleries)
      .set({ deletesOriginals: false, deletionAt: null })
      .where(
        and(eq(galleries.id, id), eq(galleries.deletesOriginals, true), isNull(galleries.originalsDeletedAt)),
      )
      .returning({ id: galleries.id }),
    { audit: { action: "gallery.originals_kept", subjectId: id } },
  );
  return { name, isKept: kept.length > 0 };
}
