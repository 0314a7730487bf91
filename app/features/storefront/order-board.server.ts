import { and, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { addDays, endOfDay } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { clients } from "../clients/schema";
import { galleries } from "../galleries/schema";
import type { ShownStatus } from "./model/money-states";
import { type OrderFilter, openStatuses } from "./model/order-filter";
import { orderLines, orders } from "./schema";
import { transfers } from "./schema/money";
import { isShownAs } from "./shown-as.server";

/** The orders that a filter means, newest first; a cursor is the id of an order after which to go on. */
export async function boardOfOrders(
  studio: Studio,
  filter: OrderFilter,
  { cursor, limit }: { cursor?: string; limit: number },
) {
  const rows = await studio.db
    .select({
      id: orders.id,
      email: orders.email,
      status: orders.status,
      provider: orders.provider,
      currency: orders.currency,
      totalAmount: orders.totalAmount,
      refundedAmount: orders.refundedAmount,
      disputeState: orders.disputeState,
      createdAt: orders.createdAt,
      galleryId: orders.galleryId,
      galleryName: galleries.name,
      lines: studio.db.$count(orderLines, eq(orderLines.orderId, orders.id)),
    })
    .from(orders)
    .innerJoin(galleries, eq(galleries.id, orders.galleryId))
    .where(and(...isMeant(studio, filter), cursor ? lt(orders.id, cursor) : undefined))
    .orderBy(desc(orders.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (order) => order.id) satisfies Page<(typeof rows)[number]>;
}

/** How many orders there are of each status that waits for something. Answered by indexes of those alone. */
export async function openOrders({ db }: Studio): Promise<Map<ShownStatus, number>> {
  const [waiting, disputed] = await db.batch([
    db
      .select({ status: orders.status, count: sql<number>`count(*)` })
      .from(orders)
      .where(inArray(orders.status, ["pending", "processing", "authorized", "review"]))
      .groupBy(orders.status),
    db.select({ count: sql<number>`count(*)` }).from(orders).where(isShownAs("disputed")),
  ]);
  const counts = new Map<ShownStatus, number>(waiting.map(({ status, count }) => [status, count]));
  counts.set("disputed", disputed[0]?.count ?? 0);
  return new Map(openStatuses.map((status) => [status, counts.get(status) ?? 0]));
}

/** The conditions of a filter. */
export function isMeant(studio: Studio, { q, status, from, to }: OrderFilter): (SQL | undefined)[] {
  const { timeZone } = studio.tenant;
  return [
    ...(status ? [isShownAs(status)] : []),
    ...(q ? [isFoundBy(studio, q)] : []),
    ...(from ? [gte(orders.createdAt, endOfDay(addDays(from, -1), timeZone) + 1)] : []),
    ...(to ? [lt(orders.createdAt, endOfDay(to, timeZone) + 1)] : []),
  ];
}

/** Orders that carry an id, a receipt's number or a transfer's reference, or whose buyer's address has it in it. */
function isFoundBy({ db }: Studio, q: string): SQL {
  const text = q.toLowerCase();
  const byAddress = db
    .select({ id: clients.id })
    .from(clients)
    .where(sql`instr(${clients.email}, ${text}) > 0 and ${clients.email} not like 'erased:%'`);
  const byReference = db
    .select({ id: transfers.orderId })
    .from(transfers)
    .where(eq(transfers.ref, q.toUpperCase()));
  const number = /^[0-9a-z]{8}$/.test(text) ? sql`substr(${orders.id}, -8) = ${text}` : sql`false`;
  return sql`(${eq(orders.id, text)} or ${number} or ${inArray(orders.id, byReference)}
    or ${inArray(orders.clientId, byAddress)})`;
}
