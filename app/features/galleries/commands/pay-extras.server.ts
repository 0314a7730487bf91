import { and, desc, eq } from "drizzle-orm";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { buyerToken, placeServiceOrder } from "../../storefront/index.server";
import type { OrderRefusal } from "../../storefront/model";
import { orders } from "../../storefront/schema";
import { orderServices } from "../../storefront/schema/services";
import type { Place } from "../choosing.server";
import { listsOf } from "../favourites.server";
import { type Chooser, extrasOf } from "../model/favourites";

export type ExtrasRefusal = OrderRefusal | { reason: "nothing_due" } | { reason: "under_way" };

/**
 * Places the order for photos of a finished list beyond those included, or finds the one that waits for its payment
 * already: pressed twice it is paid once. Whoever names a list that is not theirs owes nothing.
 *
 * @param title what it is called on the order and its receipt
 */
export async function payExtras(
  studio: Studio,
  { gallery, viewer }: Place,
  chooser: Chooser,
  { listId, title }: { listId: string; title: string },
): Promise<Result<{ id: string; buyerToken: string; checkoutUrl: string }, ExtrasRefusal>> {
  const lists = await listsOf(studio, gallery.id, viewer, chooser);
  const list = lists.find(({ id }) => id === listId);
  const { extraPrice } = gallery.proofing;
  const unpaid = list?.isFinished ? extrasOf(gallery.proofing, list).unpaid : 0;
  if (extraPrice === null || unpaid === 0) return refuse({ reason: "nothing_due" });
  const waiting = await newestOrderOf(studio, listId);
  if (waiting?.status === "processing" || waiting?.status === "authorized")
    return refuse({ reason: "under_way" });
  if (waiting?.status === "pending" && waiting.quantity === unpaid && waiting.checkoutUrl !== null) {
    const { id, checkoutUrl } = waiting;
    return ok({ id, checkoutUrl, buyerToken: await buyerToken(studio, id) });
  }
  return placeServiceOrder(studio, {
    gallery,
    kind: "extra_picks",
    subjectId: listId,
    amount: extraPrice,
    quantity: unpaid,
    email: chooser.email,
    title,
  });
}

function newestOrderOf({ db }: Studio, listId: string) {
  return db
    .select({
      id: orders.id,
      status: orders.status,
      checkoutUrl: orders.checkoutUrl,
      quantity: orderServices.quantity,
    })
    .from(orderServices)
    .innerJoin(orders, eq(orders.id, orderServices.orderId))
    .where(and(eq(orderServices.kind, "extra_picks"), eq(orderServices.subjectId, listId)))
    .orderBy(desc(orders.id))
    .limit(1)
    .get();
}
