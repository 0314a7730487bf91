import { and, eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Studio } from "../../tenancy/studio";
import { photos } from "./schema";

/** Older than every revision of the settings: such a photo is made anew by the next sweep. */
const OLDEST = -1;

/** The statement that has all photos of a gallery made anew. Call `dueBy` before it commits. */
export function outdatePhotos({ db }: Studio, galleryId: string): BatchItem<"sqlite"> {
  return db
    .update(photos)
    .set({ settingsRevision: OLDEST })
    .where(and(eq(photos.galleryId, galleryId), eq(photos.status, "ready")));
}
