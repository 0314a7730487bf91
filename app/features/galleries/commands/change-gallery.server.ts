import { eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import type { GalleryInput } from "../forms";
import type { Gallery } from "../model";
import { getGallery } from "../queries.server";
import { galleries } from "../schema";
import { gist } from "./create-gallery.server";

/** Changes what a gallery is made of; what is left out stays. Throws `not_found`. */
export async function changeGallery(
  studio: Studio,
  id: string,
  changes: Partial<GalleryInput>,
): Promise<Result<Gallery, "expiry_in_the_past">> {
  const before = await getGallery(studio, id);
  const { expiresAt } = changes;
  const moved = expiresAt !== undefined && expiresAt !== before.expiresAt;
  if (moved && expiresAt !== null && expiresAt < studio.clock.now()) return refuse("expiry_in_the_past");
  if (moved && expiresAt !== null) await studio.dueBy(expiresAt + 1);
  const values = { ...changes, ...(moved ? { expiryNotedAt: null } : {}) };
  if (Object.keys(values).length === 0) return ok(before);
  const [changed] = await commit(
    studio,
    studio.db.update(galleries).set(values).where(eq(galleries.id, id)).returning(),
    {
      audit: {
        action: "gallery.changed",
        subjectId: id,
        before: gist(before),
        after: gist({ ...before, ...changes }),
      },
    },
  );
  if (!changed) throw notFound();
  return ok(changed);
}
