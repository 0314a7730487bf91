import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import type { ShownStatus } from "./model/money-states";
import { orders } from "./schema";
import { paymentAttempts, refundLines, refunds } from "./schema/money";
import { isShownAs } from "./shown-as.server";

interface Paged {
  cursor?: string | undefined;
  limit: number;
}

/** Orders, newest first, as far as they are asked for. */
export async function ordersPage(
  { db }: Studio,
  {
    cursor,
    limit,
    status,
    customerId,
    galleryId,
  }: Paged & {
    status?: ShownStatus | undefined;
    customerId?: string | undefined;
    galleryId?: string | undefined;
  },
): Promise<Page<typeof orders.$inferSelect>> {
  const rows = await db
    .select()
    .from(orders)
    .where(
      and(
        cursor ? lt(orders.id, cursor) : undefined,
        status && isShownAs(status),
        customerId ? eq(orders.clientId, customerId) : undefined,
        galleryId ? eq(orders.galleryId, galleryId) : undefined,
      ),
    )
    .orderBy(desc(orders.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ id }) => id);
}

type Refund = typeof refunds.$inferSelect & { lines: (typeof refundLines.$inferSelect)[] };

/** Refunds, newest first, each with the lines it is for. */
export async function refundsPage(
  studio: Studio,
  { cursor, limit, orderId }: Paged & { orderId?: string | undefined },
): Promise<Page<Refund>> {
  const rows = await studio.db
    .select()
    .from(refunds)
    .where(
      and(cursor ? lt(refunds.id, cursor) : undefined, orderId ? eq(refunds.orderId, orderId) : undefined),
    )
    .orderBy(desc(refunds.id))
    .limit(limit + 1);
  const { items, nextCursor } = pageOf(rows, limit, ({ id }) => id);
  return { items: await withLines(studio, items), nextCursor };
}

/** One refund. Throws `not_found`. */
export async function getRefund(studio: Studio, id: string): Promise<Refund> {
  const [refund] = await withLines(studio, await studio.db.select().from(refunds).where(eq(refunds.id, id)));
  if (!refund) throw notFound();
  return refund;
}

async function withLines({ db }: Studio, rows: readonly (typeof refunds.$inferSelect)[]): Promise<Refund[]> {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const lines = await db
    .select()
    .from(refundLines)
    .where(sql`${refundLines.refundId} in (select value from json_each(${ids}))`)
    .orderBy(asc(refundLines.id));
  return rows.map((row) => ({ ...row, lines: lines.filter(({ refundId }) => refundId === row.id) }));
}

/** Attempts to pay, newest first. */
export async function attemptsPage(
  { db }: Studio,
  { cursor, limit, orderId }: Paged & { orderId?: string | undefined },
): Promise<Page<typeof paymentAttempts.$inferSelect>> {
  const rows = await db
    .select()
    .from(paymentAttempts)
    .where(
      and(
        cursor ? lt(paymentAttempts.id, cursor) : undefined,
        orderId ? eq(paymentAttempts.orderId, orderId) : undefined,
      ),
    )
    .orderBy(desc(paymentAttempts.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ id }) => id);
}

/** One attempt to pay. Throws `not_found`. */
export async function getAttempt({ db }: Studio, id: string) {
  const attempt = await db.select().from(paymentAttempts).where(eq(paymentAttempts.id, id)).get();
  if (!attempt) throw notFound();
  return attempt;
}

/** The order that a call was to place and has placed before; undefined where it has not. */
export async function orderWithId({ db }: Studio, id: string) {
  return db.select().from(orders).where(eq(orders.id, id)).get();
}
