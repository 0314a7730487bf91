import { sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import { getPhoto } from "../queries.server";
import { photoMetadata } from "../schema";

/**
 * Writes the caption that visitors read; the one in the file stays in the file, and takes its place no more. Throws
 * `not_found`.
 */
export async function changeCaption(
  studio: Studio,
  galleryId: string,
  photoId: string,
  caption: string,
): Promise<void> {
  const { id } = await getPhoto(studio, galleryId, photoId);
  const written = { caption: caption === "" ? null : caption, captionedAt: studio.clock.now() };
  await commit(
    studio,
    studio.db
      .insert(photoMetadata)
      .values({ photoId: id, ...written })
      .onConflictDoUpdate({
        target: photoMetadata.photoId,
        set: written,
        setWhere: sql`${photoMetadata.caption} is not excluded.caption`,
      })
      .returning({ photoId: photoMetadata.photoId }),
    { audit: { action: "photo.captioned", subjectId: id } },
  );
}
