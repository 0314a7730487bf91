import { and, desc, eq, inArray, or } from "drizzle-orm";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { linksOfOrders } from "../downloads/index.server";
import { galleries } from "../galleries/schema";
import { shownStatus } from "../storefront/model/money-states";
import { orderLines, orders } from "../storefront/schema";
import { clients } from "./schema";

/**
 * Orders that somebody meant: not one that was never paid, which anybody can place for any address. Of an order that
 * waits for a transfer its buyer was told by mail, which leads here.
 */
export const isBought = or(
  inArray(orders.status, ["processing", "authorized", "fulfilled", "review"]),
  and(eq(orders.status, "pending"), eq(orders.provider, "transfer")),
);

const ORDERS_SHOWN = 100;

/** The client who bought with a (normalised) address; null for one that nobody bought with. */
export async function buyerWithAddress(studio: Studio, email: string): Promise<string | null> {
  const buyer = await studio.db
    .select({ id: clients.id })
    .from(clients)
    .innerJoin(orders, eq(orders.clientId, clients.id))
    .where(and(eq(clients.email, email), isBought))
    .limit(1)
    .get();
  return buyer?.id ?? null;
}

/** The client who is asking. Throws `not_found` for anybody else. */
export async function ownClient({ db, actor }: Studio) {
  const client =
    actor.kind === "client" && actor.id
      ? await db
          .select({ id: clients.id, email: clients.email })
          .from(clients)
          .where(eq(clients.id, actor.id))
          .get()
      : undefined;
  if (!client) throw notFound();
  return client;
}

/** What a client bought, newest first, and the link to download it. */
export async function ordersOfClient(studio: Studio, clientId: string) {
  const rows = await studio.db
    .select({
      id: orders.id,
      status: orders.status,
      currency: orders.currency,
      totalAmount: orders.totalAmount,
      refundedAmount: orders.refundedAmount,
      disputeState: orders.disputeState,
      fulfilledAt: orders.fulfilledAt,
      createdAt: orders.createdAt,
      galleryName: galleries.name,
      photos: studio.db.$count(orderLines, eq(orderLines.orderId, orders.id)),
    })
    .from(orders)
    .innerJoin(galleries, eq(galleries.id, orders.galleryId))
    .where(and(eq(orders.clientId, clientId), isBought))
    .orderBy(desc(orders.id))
    .limit(ORDERS_SHOWN);
  const links = await linksOfOrders(
    studio,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, status: shownStatus(row), link: links.get(row.id) ?? null }));
}
