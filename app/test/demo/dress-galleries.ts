import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { galleries, sections } from "~/features/galleries/schema";
import { photos } from "~/features/ingest/schema";
import { newId } from "~/lib/ids";
import { Directory } from "~/tenancy/directory";
import type { Env } from "~/tenancy/env";
import { openStudio } from "~/tenancy/open-studio";
import type { DemoStudio } from "./demo-studios";

/** Gives the demo's galleries their looks and sections. What has sections already is left as it is. */
export async function dressGalleries(env: Env, demo: DemoStudio): Promise<void> {
  const opened = await openStudio(env, await new Directory(env.DIRECTORY).bySlug(demo.studio.slug), () => {});
  if (!opened.ok) throw new Error(`the demo studio did not open: ${opened.refusal}`);
  const { db, clock } = opened.studio;
  for (const { name, look, sections: parts } of demo.galleries) {
    const gallery = await db.select().from(galleries).where(eq(galleries.name, name)).get();
    if (!gallery || gallery.shotOn !== null) continue;
    await db.update(galleries).set(look).where(eq(galleries.id, gallery.id));
    for (const [position, { name: heading, photos: count }] of parts.entries()) {
      const id = newId("section");
      await db
        .insert(sections)
        .values({ id, galleryId: gallery.id, name: heading, position, createdAt: clock.now() });
      const free = await db
        .select({ id: photos.id })
        .from(photos)
        .where(and(eq(photos.galleryId, gallery.id), isNull(photos.sectionId)))
        .orderBy(asc(photos.id))
        .limit(count);
      const ids = free.map((photo) => photo.id);
      if (ids.length > 0) await db.update(photos).set({ sectionId: id }).where(inArray(photos.id, ids));
    }
  }
}
