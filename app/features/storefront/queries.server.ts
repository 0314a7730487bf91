import { and, asc, desc, eq, lt } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { notFound } from "../../lib/app-error";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import { galleries } from "../galleries/schema";
import { orderLines, orders } from "./schema";
import { paymentAttempts } from "./schema/money";

/** An order for the one who holds its buyer token. Throws `not_found` for a wrong token as for a wrong id. */
export async function getOrderOfBuyer(studio: Studio, id: string, token: string) {
  const order = await studio.db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), eq(orders.buyerTokenHash, await tokenHash(token))))
    .get();
  if (!order) throw notFound();
  return order;
}

/**
 * An order for whoever may see it as its buyer: by the key that a browser got with it, or as the client who bought it.
 * Throws `not_found` for everybody else, as for an order there is not.
 */
export async function getOrderForBuyer(studio: Studio, id: string, token: string | null) {
  const { kind, id: actorId } = studio.actor;
  if (token !== null || kind !== "client" || actorId === null)
    return getOrderOfBuyer(studio, id, token ?? "");
  const isTheirs = and(eq(orders.id, id), eq(orders.clientId, actorId));
  const order = await studio.db.select().from(orders).where(isTheirs).get();
  if (!order) throw notFound();
  return order;
}

/** An order for the studio itself, with its lines. Throws `not_found`. */
export async function getOrder(studio: Studio, id: string) {
  const [order, lines] = await Promise.all([
    studio.db.select().from(orders).where(eq(orders.id, id)).get(),
    studio.db.select().from(orderLines).where(eq(orderLines.orderId, id)).orderBy(asc(orderLines.position)),
  ]);
  if (!order) throw notFound();
  return { order, lines };
}

/** The studio's orders, newest first. */
export async function listOrders(studio: Studio, { cursor, limit }: { cursor?: string; limit: number }) {
  const rows = await studio.db
    .select({
      id: orders.id,
      email: orders.email,
      status: orders.status,
      currency: orders.currency,
      totalAmount: orders.totalAmount,
      createdAt: orders.createdAt,
      galleryId: orders.galleryId,
      galleryName: galleries.name,
      photos: studio.db.$count(orderLines, eq(orderLines.orderId, orders.id)),
    })
    .from(orders)
    .innerJoin(galleries, eq(galleries.id, orders.galleryId))
    .where(cursor ? lt(orders.id, cursor) : undefined)
    .orderBy(desc(orders.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (order) => order.id) satisfies Page<(typeof rows)[number]>;
}

/** The order whose checkout session this is, or was. Throws `not_found` unless both belong together. */
export async function orderOfCheckout(studio: Studio, id: string, checkoutRef: string) {
  const order = await studio.db
    .select({ id: paymentAttempts.orderId })
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.orderId, id), eq(paymentAttempts.checkoutRef, checkoutRef)))
    .get();
  if (!order) throw notFound();
  return order;
}
