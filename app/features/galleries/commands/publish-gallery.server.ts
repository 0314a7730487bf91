import { and, eq, ne, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import type { Gallery } from "../model";
import { getGallery } from "../queries.server";
import { galleries } from "../schema";

/** Opens a gallery to visitors. Publishing a published one changes nothing. Throws `not_found`. */
export async function publishGallery(studio: Studio, id: string): Promise<Gallery> {
  const before = await getGallery(studio, id);
  if (before.expiresAt !== null) await studio.dueBy(before.expiresAt + 1);
  const [published] = await commit(
    studio,
    studio.db
      .update(galleries)
      .set({ status: "published", publishedAt: studio.clock.now() })
      .where(and(eq(galleries.id, id), ne(galleries.status, "published")))
      .returning(),
    { audit: { action: "gallery.published", subjectId: id } },
  );
  return published ?? before;
}

/** Closes a gallery to visitors; when it opens again, they come in anew. What was bought in it stays with the buyers. Throws `not_found`. */
export async function unpublishGallery(studio: Studio, id: string): Promise<Gallery> {
  const before = await getGallery(studio, id);
  const [draft] = await commit(
    studio,
    studio.db
      .update(galleries)
      .set({ status: "draft", accessVersion: sql`${galleries.accessVersion} + 1` })
      .where(and(eq(galleries.id, id), ne(galleries.status, "draft")))
      .returning(),
    { audit: { action: "gallery.unpublished", subjectId: id } },
  );
  return draft ?? before;
}
