import { eq, sql } from "drizzle-orm";
import { notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import type { Gallery } from "../model";
import { galleries } from "../schema";

/** Opens a gallery to visitors. Publishing a published one changes nothing. Throws `not_found`. */
export async function publishGallery(studio: Studio, id: string): Promise<Gallery> {
  const [published] = await studio.db
    .update(galleries)
    .set({
      status: "published",
      publishedAt: sql`case when ${galleries.status} = 'published' then ${galleries.publishedAt} else ${studio.clock.now()} end`,
    })
    .where(eq(galleries.id, id))
    .returning();
  if (!published) throw notFound();
  if (published.expiresAt !== null) await studio.dueBy(published.expiresAt + 1);
  return published;
}

/** Closes a gallery to visitors. What was bought in it stays with the buyers. Throws `not_found`. */
export async function unpublishGallery(studio: Studio, id: string): Promise<Gallery> {
  const [draft] = await studio.db
    .update(galleries)
    .set({ status: "draft" })
    .where(eq(galleries.id, id))
    .returning();
  if (!draft) throw notFound();
  return draft;
}
