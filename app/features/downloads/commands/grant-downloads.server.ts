import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { orderLines, orders } from "../../storefront/schema";
import { LINK_LASTS } from "../model";
import { downloadLinks, entitlements } from "../schema";

/**
 * The statements that give an order's buyer the right to its photos, and a link to them. They go into the
 * batch that fulfils the order and do nothing unless the order stands as fulfilled there; doing them again
 * changes nothing.
 */
export async function grantDownloads(studio: Studio, orderId: string): Promise<BatchItem<"sqlite">[]> {
  const now = studio.clock.now();
  const isFulfilled = sql`exists (select 1 from ${orders} o where o.id = ${orderId} and o.status = 'fulfilled')`;
  const hash = await tokenHash(await downloadToken(studio, orderId));
  return [
    studio.db.run(sql`
      insert into ${entitlements} (id, order_id, photo_id, size, created_at)
      select 'ent_' || substr(l.id, 5), l.order_id, l.photo_id, 'original', ${now}
      from ${orderLines} l where l.order_id = ${orderId} and ${isFulfilled}
      on conflict do nothing`),
    studio.db.run(sql`
      insert into ${downloadLinks} (id, order_id, token_hash, expires_at, created_at)
      select ${firstLinkId(orderId)}, ${orderId}, ${hash}, ${now + LINK_LASTS}, ${now}
      where ${isFulfilled} on conflict do nothing`),
  ];
}

/** The token of the link that an order's buyer gets; it is not stored anywhere. */
export function downloadToken(studio: Studio, orderId: string): Promise<string> {
  return studio.linkToken(`download:${firstLinkId(orderId)}`);
}

function firstLinkId(orderId: string): string {
  return `lnk_${orderId.slice(4)}`;
}
