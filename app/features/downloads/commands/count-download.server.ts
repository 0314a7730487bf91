import { sql } from "drizzle-orm";
import { newId } from "../../../lib/ids";
import type { Studio } from "../../../tenancy/studio";
import { COUNTS_ONCE_FOR, type DownloadSize } from "../model";
import type { DownloadLink } from "../queries.server";
import { downloadLinks, downloads } from "../schema";

/** What is about to be handed out. */
export interface Handout {
  /** Null for an archive, whole or a part of it: all parts in one size are one download. */
  photoId: string | null;
  size: DownloadSize;
  /** How many photos are in it. */
  photos: number;
}

/**
 * Notes a download, for every answer that carries bytes of a file (not for HEAD, 304 and 416), before the first byte:
 * at whatever byte it begins, since a range that leaves out the first one is no other download. What this link has
 * handed out within `COUNTS_ONCE_FOR` goes on under the same note. Of two requests at once one is noted.
 *
 * @returns false for something new when the link has handed out as often as it may: nothing may be sent
 */
export async function countDownload(studio: Studio, link: DownloadLink, handout: Handout): Promise<boolean> {
  const { photoId, size, photos } = handout;
  const now = studio.clock.now();
  const isGoingOn = sql`link_id = ${link.id} and photo_id is ${photoId} and size = ${size} and at > ${now - COUNTS_ONCE_FOR}`;
  const mayBegin = sql`exists (select 1 from ${downloadLinks} l where l.id = ${link.id} and l.revoked_at is null
    and (l.max_downloads is null
      or l.max_downloads > (select count(*) from ${downloads} d where d.link_id = l.id)))`;
  const [, noted] = await studio.db.batch([
    studio.db.run(sql`
      insert into ${downloads} (id, link_id, order_id, gallery_id, photo_id, size, photos, at)
      select ${newId("download")}, ${link.id}, ${link.orderId}, ${link.galleryId}, ${photoId}, ${size}, ${photos}, ${now}
      where not exists (select 1 from ${downloads} where ${isGoingOn}) and ${mayBegin}`),
    studio.db.select({ id: downloads.id }).from(downloads).where(isGoingOn).limit(1),
  ]);
  return noted.length > 0;
}
