import { eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { ok, type Result } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { choosePrices } from "../../storefront/index.server";
import { sections } from "../schema";
import { getSection } from "../sections.server";

/**
 * Renames a section, and says what is sold of its photos; a list of null is what the gallery sells. Throws
 * `not_found`.
 */
export async function changeSection(
  studio: Studio,
  galleryId: string,
  id: string,
  { name, priceListId }: { name: string; priceListId: string | null },
): Promise<Result<null, "no_such_list">> {
  const before = await getSection(studio, galleryId, id);
  const list = await choosePrices(studio, { priceListId }, before.priceListId);
  if (!list.ok) return list;
  await commit(
    studio,
    studio.db
      .update(sections)
      .set({ name, priceListId: list.value })
      .where(eq(sections.id, id))
      .returning({ id: sections.id }),
    {
      audit: {
        action: "gallery.sections_changed",
        subjectId: galleryId,
        before: { section: before.name, priceListId: before.priceListId },
        after: { section: name, priceListId: list.value },
      },
    },
  );
  return ok(null);
}
