import { and, eq, notExists, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import { galleries } from "../../galleries/schema";
import { photoObjectKeys, withoutPhotos } from "../../ingest/index.server";
import { orders } from "../../storefront/schema";

/** Keys that object storage takes away in one call. */
const KEYS_A_CALL = 1000;

/**
 * Takes the example away: the gallery, its photos and everything of them in storage. Orders never: photos that
 * somebody has ordered stay, in a draft that is a gallery like any other. Running it again after a failure goes on.
 *
 * @returns whether a gallery stayed for the sake of its orders
 */
export async function removeExample(studio: Studio): Promise<{ kept: boolean }> {
  const examples = await studio.db
    .select({ id: galleries.id })
    .from(galleries)
    .where(eq(galleries.demo, true));
  let kept = false;
  for (const { id } of examples) kept = (await removeOne(studio, id)) || kept;
  return { kept };
}

async function removeOne(studio: Studio, id: string): Promise<boolean> {
  const isExample = and(eq(galleries.id, id), eq(galleries.demo, true));
  // Closed first, so that nobody orders what is on its way out.
  await studio.db.update(galleries).set({ status: "draft" }).where(isExample);
  const keys = await photoObjectKeys(studio, id);
  for (let from = 0; from < keys.length; from += KEYS_A_CALL)
    await studio.objects.delete(keys.slice(from, from + KEYS_A_CALL));
  const hasNoOrders = notExists(
    studio.db.select({ one: sql`1` }).from(orders).where(eq(orders.galleryId, galleries.id)),
  );
  const removed = await commit(
    studio,
    studio.db.delete(galleries).where(and(isExample, hasNoOrders)).returning({ id: galleries.id }),
    { audit: { action: "demo.removed", subjectId: id } },
    { before: withoutPhotos(studio, id) },
  );
  if (removed.length > 0) return false;
  const kept = await commit(
    studio,
    studio.db.update(galleries).set({ demo: false }).where(isExample).returning({ id: galleries.id }),
    { audit: { action: "demo.removed", subjectId: id, after: { kept: true } } },
  );
  return kept.length > 0;
}
