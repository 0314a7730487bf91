import { sql } from "drizzle-orm";
import { dayOf } from "../../../lib/time";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { galleryDays, galleryDayVisitors } from "../schema/visitors";

/** What tells one browser from another for a day: its network, and what it says of itself. */
export interface Seen {
  network: string;
  device: string;
}

/**
 * Counts that a gallery was looked at, and by how many browsers that day. What is kept of a browser is a hash that
 * nobody can make on another day, and it goes when the day is over. Members are not to be counted.
 */
export async function countView(studio: Studio, galleryId: string, { network, device }: Seen): Promise<void> {
  const day = dayOf(studio.clock.now(), studio.tenant.timeZone);
  const secret = await studio.linkToken(`gallery-day:${day}`);
  const hash = await tokenHash(`${secret}:${network}:${device}`);
  await studio.db.batch([
    studio.db.run(sql`
      insert into ${galleryDayVisitors} (gallery_id, day, hash) values (${galleryId}, ${day}, ${hash})
      on conflict do nothing`),
    studio.db.run(sql`
      insert into ${galleryDays} (gallery_id, day, views, visitors) values (${galleryId}, ${day}, 1, changes())
      on conflict do update set views = views + 1, visitors = visitors + excluded.visitors`),
  ]);
}
