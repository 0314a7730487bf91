import { and, eq, ne, sql } from "drizzle-orm";
import { audited } from "../../../events/audit";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import type { Gallery } from "../model";
import { getGallery } from "../queries.server";
import { galleries } from "../schema";

/** Opens a gallery to visitors. Publishing a published one changes nothing. Throws `not_found`. */
export async function publishGallery(studio: Studio, id: string): Promise<Gallery> {
  const before = await getGallery(studio, id);
  await lookAtItsEnd(studio, before);
  const [published] = await commit(studio, opening(studio, id), { audit: publicationOf(id) });
  return published ?? before;
}

/** The statements that open a gallery to visitors and tell of it, for a transaction of which that is the beginning. */
export async function publication(studio: Studio, gallery: Gallery) {
  await lookAtItsEnd(studio, gallery);
  return [opening(studio, gallery.id), ...(await audited(studio, publicationOf(gallery.id)))];
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

function opening({ db, clock }: Studio, id: string) {
  return db
    .update(galleries)
    .set({ status: "published", publishedAt: clock.now() })
    .where(and(eq(galleries.id, id), ne(galleries.status, "published")))
    .returning();
}

const publicationOf = (id: string) => ({ action: "gallery.published" as const, subjectId: id });

/** Has the sweep look at the studio when the gallery expires. */
async function lookAtItsEnd(studio: Studio, { expiresAt }: Gallery): Promise<void> {
  if (expiresAt !== null) await studio.dueBy(expiresAt + 1);
}
