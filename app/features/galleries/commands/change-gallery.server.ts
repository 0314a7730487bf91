import { eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { outdatePhotos } from "../../ingest/index.server";
import { passwordOf, pinOf, sealPassword, sealPin } from "../download-pin.server";
import type { GalleryInput } from "../forms";
import type { Gallery } from "../model";
import { type GalleryRights, galleryRoles } from "../model/roles";
import { getGallery } from "../queries.server";
import { galleries } from "../schema";
import { type GalleryRefusal, gist, withShorthand } from "./create-gallery.server";

/**
 * Changes what a gallery is made of; what is left out stays. Another password and another way in send everybody who
 * came in by the old one back to the door at once. Throws `not_found`.
 */
export async function changeGallery(
  studio: Studio,
  id: string,
  changes: Partial<GalleryInput>,
): Promise<Result<Gallery, GalleryRefusal>> {
  const before = await getGallery(studio, id);
  const { expiresAt } = changes;
  const moved = expiresAt !== undefined && expiresAt !== before.expiresAt;
  if (moved && expiresAt !== null && expiresAt < studio.clock.now()) return refuse("expiry_in_the_past");
  if (moved && expiresAt !== null) await studio.dueBy(expiresAt + 1);
  const { freeDownloads, password, downloadPin, ...plain } = changes;
  const rights = withShorthand(plain.rights ?? before.rights, freeDownloads);
  const values = {
    ...plain,
    ...(plain.rights || freeDownloads ? { rights } : {}),
    ...(moved ? { expiryNotedAt: null, expirySetAt: studio.clock.now(), deletionAt: null } : {}),
    ...(await downloadChanges(studio, before, { downloadPin, rights })),
    ...(await accessChanges(studio, before, { password, visibility: plain.visibility })),
  };
  const isLocked = (plain.visibility ?? before.visibility) === "password";
  if (isLocked && (values.password === undefined ? before.password : values.password) === null)
    return refuse("password_missing");
  if (Object.keys(values).length === 0) return ok(before);
  const rerenders = changes.watermark !== undefined && changes.watermark !== before.watermark;
  if (rerenders) await studio.dueBy(studio.clock.now());
  const [changed] = await commit(
    studio,
    studio.db.update(galleries).set(values).where(eq(galleries.id, id)).returning(),
    {
      audit: {
        action: "gallery.changed",
        subjectId: id,
        before: gist(before),
        after: gist({ ...before, ...plain, ...values }),
      },
    },
    { after: rerenders ? [outdatePhotos(studio, id)] : [] },
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
  { downloadPin, rights }: { downloadPin: string | null | undefined; rights: GalleryRights },
): Promise<Partial<Pick<Gallery, "downloadPin" | "freeDownloadsSince">>> {
  const hasNewPin = downloadPin !== undefined && downloadPin !== (await pinOf(studio, before));
  const takesBack = galleryRoles.some(
    (role) => rights[role].download === "none" && before.rights[role].download !== "none",
  );
  const endsLinks = hasNewPin || takesBack;
  const sealed = hasNewPin && downloadPin !== null ? await sealPin(studio, before.id, downloadPin) : null;
  return {
    ...(downloadPin === undefined ? {} : { downloadPin: hasNewPin ? sealed : before.downloadPin }),
    ...(endsLinks ? { freeDownloadsSince: studio.clock.now() } : {}),
  };
}

/**
 * What a change means for those who are in: with another password, and with another way in, they come in anew. Nobody
 * is in a gallery that was never published, so that its first version is still the one that everybody comes by.
 */
async function accessChanges(
  studio: Studio,
  before: Gallery,
  { password, visibility }: Pick<Partial<GalleryInput>, "password" | "visibility">,
) {
  const hasNewPassword = password !== undefined && password !== (await passwordOf(studio, before));
  const hasNewWay = visibility !== undefined && visibility !== before.visibility;
  const sealed = hasNewPassword && password !== null ? await sealPassword(studio, before.id, password) : null;
  return {
    ...(hasNewPassword ? { password: sealed } : {}),
    ...(hasNewPassword || hasNewWay
      ? { accessVersion: sql`${galleries.accessVersion} + (${galleries.publishedAt} is not null)` }
      : {}),
  };
}
