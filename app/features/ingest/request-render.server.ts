import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { AuditEntry } from "../../events/audit-entry";
import { commit } from "../../events/commit";
import type { Studio } from "../../tenancy/studio";
import type { PhotoStatus } from "./model";
import { photos } from "./schema";

/**
 * Asks for the next version of a photo's renditions. What is shown stays until they are there; a photo that has
 * nothing to show is processing again. Returns false when one is being made already, when its original is gone, or
 * when the photo has changed since it was read.
 *
 * @param audit for the audit log, where a person asked for it
 */
export async function requestRender(
  studio: Studio,
  photo: { id: string; version: number; status: PhotoStatus },
  audit?: AuditEntry,
): Promise<boolean> {
  const next = photo.version + 1;
  const asked = await commit(
    studio,
    studio.db
      .update(photos)
      .set({
        renderingVersion: next,
        failure: null,
        ...(photo.status === "ready" ? {} : { status: "processing" as const, version: next }),
      })
      .where(unchanged(photo))
      .returning({ id: photos.id }),
    { event: { name: "photo.render_requested", payload: { photoId: photo.id, version: next } }, audit },
  );
  return asked.length > 0;
}

function unchanged({
  id,
  version,
  status,
}: {
  id: string;
  version: number;
  status: PhotoStatus;
}): SQL | undefined {
  return and(
    eq(photos.id, id),
    eq(photos.version, version),
    eq(photos.status, status),
    isNull(photos.renderingVersion),
    isNull(photos.originalDeletedAt),
  );
}
