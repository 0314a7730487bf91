import { eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { pinOf, sealPin } from "../download-pin.server";
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
  const values = {
    ...changes,
    ...(moved ? { expiryNotedAt: null, expirySetAt: studio.clock.now(), deletionAt: null } : {}),
    ...(await downloadChanges(studio, before, changes)),
  };
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

/**
 * What a change means for the links that visitors hold: with another PIN, and once nothing is given any more, they
 * open no more, also when it is given again.
 */
async function downloadChanges(
  studio: Studio,
  before: Gallery,
  { downloadPin, freeDownloads }: Partial<GalleryInput>,
): Promise<Partial<Pick<Gallery, "downloadPin" | "freeDownloadsSince">>> {
  const hasNewPin = downloadPin !== undefined && downloadPin !== (await pinOf(studio, before));
  const endsLinks = hasNewPin || (freeDownloads === "none" && before.freeDownloads !== "none");
  const sealed = hasNewPin && downloadPin !== null ? await sealPin(studio, before.id, downloadPin) : null;
  return {
    ...(downloadPin === undefined ? {} : { downloadPin: hasNewPin ? sealed : before.downloadPin }),
    ...(endsLinks ? { freeDownloadsSince: studio.clock.now() } : {}),
  };
}
