import { and, asc, eq } from "drizzle-orm";
import { notFound } from "../../lib/app-error";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import { orderLines, orders } from "./schema";
import { paymentAttempts } from "./schema/money";
import { orderServices } from "./schema/services";

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

/** What an order pays for that is no photo; null for an order of photos. */
export async function serviceOf({ db }: Studio, orderId: string) {
  return (await db.select().from(orderServices).where(eq(orderServices.orderId, orderId)).get()) ?? null;
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
