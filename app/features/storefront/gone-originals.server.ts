import { type SQL, sql } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { photos } from "../ingest/schema";
import { orderLines, orders } from "./schema";

/** For a WHERE: something of an order is an original, or made of one, that has been deleted. */
export function lacksOriginals(orderId: string): SQL {
  const needsIt = sql`(l.file_size = 'original' or l.kind = 'physical')`;
  return sql`(exists (
      select 1 from ${orderLines} l join ${photos} p on p.id = l.photo_id
      where l.order_id = ${orderId} and ${needsIt} and p.original_deleted_at is not null)
    or exists (
      select 1 from ${orderLines} l join ${orders} o on o.id = l.order_id
      join ${photos} p on p.gallery_id = o.gallery_id and p.status = 'ready' and (p.hidden = 0 or o.sees_hidden = 1)
      where l.order_id = ${orderId} and l.kind = 'all_photos' and ${needsIt} and p.original_deleted_at is not null))`;
}

/** Whether something of an order is an original, or made of one, that has been deleted. */
export async function isLackingOriginals({ db }: Studio, orderId: string): Promise<boolean> {
  const row = await db
    .select({ id: orders.id })
    .from(orders)
    .where(sql`${orders.id} = ${orderId} and ${lacksOriginals(orderId)}`)
    .get();
  return row !== undefined;
}
