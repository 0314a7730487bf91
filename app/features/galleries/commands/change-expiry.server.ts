import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import type { Gallery } from "../model";
import { getGallery } from "../queries.server";
import { galleries } from "../schema";

/** What happens at a gallery's end, and after it. */
export type ExpiryRules = Pick<Gallery, "reopenPrice" | "reopenDays" | "graceDays" | "deletesOriginals">;

/**
 * Changes what happens when a gallery has expired. When its originals are deleted is decided and told anew wherever
 * that changes. Throws `not_found`.
 */
export async function changeExpiry(studio: Studio, id: string, rules: ExpiryRules): Promise<void> {
  const before = await getGallery(studio, id);
  const isSame = (Object.keys(rules) as (keyof ExpiryRules)[]).every((key) => rules[key] === before[key]);
  if (isSame) return;
  const staysPlanned =
    rules.deletesOriginals === before.deletesOriginals && rules.graceDays === before.graceDays;
  const [changed] = await commit(
    studio,
    studio.db
      .update(galleries)
      .set({ ...rules, ...(staysPlanned ? {} : { deletionAt: null }) })
      .where(and(eq(galleries.id, id)))
      .returning({ id: galleries.id }),
    {
      audit: {
        action: "gallery.expiry_changed",
        subjectId: id,
        before: rulesOf(before),
        after: rulesOf(rules),
      },
    },
  );
  if (!changed) throw notFound();
}

function rulesOf({ reopenPrice, reopenDays, graceDays, deletesOriginals }: ExpiryRules) {
  return { reopenPrice, reopenDays, graceDays, deletesOriginals };
}
