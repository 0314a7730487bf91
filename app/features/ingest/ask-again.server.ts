import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../../db/remote-database";
import { photos } from "./schema";

interface PhotoVersion {
  photoId: string;
  version: number;
}

/** The statement that takes back that a version of a photo was given up, so that its job finds it waiting again. */
export function askAgainForRender(db: Database, { photoId, version }: PhotoVersion) {
  return db
    .update(photos)
    .set({
      renderingVersion: version,
      failure: null,
      status: sql`case when ${photos.status} = 'ready' then 'ready' else 'processing' end`,
    })
    .where(
      and(
        eq(photos.id, photoId),
        isNull(photos.renderingVersion),
        isNotNull(photos.failure),
        or(
          and(eq(photos.status, "failed"), eq(photos.version, version)),
          and(eq(photos.status, "ready"), eq(photos.version, version - 1)),
        ),
      ),
    );
}

/** The same for an AVIF of the version that is shown. */
export function askAgainForAvif(db: Database, { photoId, version }: PhotoVersion) {
  return db
    .update(photos)
    .set({ avif: "asked" })
    .where(and(eq(photos.id, photoId), eq(photos.version, version), eq(photos.avif, "failed")));
}
