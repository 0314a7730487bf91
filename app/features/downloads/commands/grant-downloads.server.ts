import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Studio } from "../../../tenancy/studio";
import { photos } from "../../ingest/schema";
import { orderLines, orders } from "../../storefront/schema";
import { insertLink, linkToken } from "../links.server";
import { linkLasts } from "../model";
import { entitlements } from "../schema";

/**
 * The statements that give an order's buyer the right to its files, in the sizes that were bought, and a link to them;
 * all photos are those that are ready at that moment and that the buyer saw, and things that are sent give no right. They go into the
 * batch that fulfils the order and do nothing unless the order stands as fulfilled there; doing them again
 * changes nothing.
 */
export async function grantDownloads(studio: Studio, orderId: string): Promise<BatchItem<"sqlite">[]> {
  const now = studio.clock.now();
  const isFulfilled = sql`exists (select 1 from ${orders} o where o.id = ${orderId} and o.status = 'fulfilled')`;
  const isEntitled = sql`${isFulfilled} and exists (select 1 from ${entitlements} e where e.order_id = ${orderId})`;
  const link = { id: firstLinkId(orderId), orderId, expiresAt: now + linkLasts.order };
  return [
    studio.db.run(sql`
      insert into ${entitlements} (id, order_id, line_id, photo_id, size, created_at)
      select 'ent_' || substr(l.id, 5), l.order_id, l.id, l.photo_id, l.file_size, ${now}
      from ${orderLines} l where l.order_id = ${orderId} and l.kind = 'photo' and ${isFulfilled}
      on conflict do nothing`),
    studio.db.run(sql`
      insert into ${entitlements} (id, order_id, line_id, photo_id, size, created_at)
      select 'ent_' || lower(hex(randomblob(13))), l.order_id, l.id, p.id, l.file_size, ${now}
      from ${orderLines} l join ${orders} o on o.id = l.order_id
      join ${photos} p on p.gallery_id = o.gallery_id and p.status = 'ready'
        and (p.hidden = 0 or o.sees_hidden = 1)
      where l.order_id = ${orderId} and l.kind = 'all_photos' and o.status = 'fulfilled'
      on conflict do nothing`),
    studio.db.run(await insertLink(studio, link, isEntitled)),
  ];
}

/** The token of the link that an order's buyer gets with it. */
export function downloadToken(studio: Studio, orderId: string): Promise<string> {
  return linkToken(studio, firstLinkId(orderId));
}

/** One for each order, however often that is fulfilled. */
const firstLinkId = (orderId: string) => `lnk_${orderId.slice(4)}`;
