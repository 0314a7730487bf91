import { and, desc, eq, inArray } from "drizzle-orm";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import { buyerToken } from "../buyer-token.server";
import type { Provider } from "../model/money-states";
import type { ServiceKind } from "../model/services";
import { buyerOrderPath } from "../paths";
import { orders } from "../schema";
import { orderServices } from "../schema/services";
import { closeOrders } from "./give-way.server";

/** Orders of one service that are neither settled nor over; there is one at a time, unless two tabs were very quick. */
const ORDERS_OF_A_SERVICE = 50;

export type UnsettledService = Awaited<ReturnType<typeof unsettledServices>>[number];

/** The orders of a service that wait for money, or whose money is on its way; the newest first. */
export async function unsettledServices(
  { db }: Pick<Studio, "db">,
  { kind, subjectId }: { kind: ServiceKind; subjectId: string },
) {
  return db
    .select({
      id: orders.id,
      email: orders.email,
      buyerTokenHash: orders.buyerTokenHash,
      status: orders.status,
      provider: orders.provider,
      total: orders.totalAmount,
      currency: orders.currency,
      checkoutRef: orders.checkoutRef,
      checkoutUrl: orders.checkoutUrl,
      payUntil: orders.payUntil,
      quantity: orderServices.quantity,
    })
    .from(orderServices)
    .innerJoin(orders, eq(orders.id, orderServices.orderId))
    .where(
      and(
        eq(orderServices.kind, kind),
        eq(orderServices.subjectId, subjectId),
        inArray(orders.status, ["pending", "processing", "authorized", "review"]),
      ),
    )
    .orderBy(desc(orders.id))
    .limit(ORDERS_OF_A_SERVICE);
}

/** What is to be ordered now, as its order would say it. */
interface Wanted {
  quantity: number;
  /** In minor units of the studio's currency. */
  total: number;
  email: string;
  /** How it is to be paid; left out where an order that waits may be paid as it was placed. */
  provider?: Provider | undefined;
}

/**
 * Takes up the one of somebody's unsettled orders that is just what they want now, so that it is paid once however
 * often it is ordered; those that are not are closed. Null where a new order is to be placed. The caller has made sure
 * that the orders are of the one who asks, who is let see the order that is taken up.
 *
 * @returns "paid_meanwhile" where the money of one is there or on its way
 */
export async function takeUpServiceOrder(
  studio: Studio,
  unsettled: readonly UnsettledService[],
  wanted: Wanted,
): Promise<
  Result<
    { id: string; buyerToken: string; checkoutUrl: string } | null,
    { reason: "paid_meanwhile" | "payment_unavailable" }
  >
> {
  if (unsettled.some(({ status }) => status !== "pending")) return refuse({ reason: "paid_meanwhile" });
  const same = unsettled.find((order) => isPayable(studio, order) && isAsWanted(studio, order, wanted));
  if (same) {
    const checkoutUrl = same.checkoutUrl ?? studio.tenant.origin + buyerOrderPath(same.id);
    return ok({ id: same.id, checkoutUrl, buyerToken: await buyerToken(studio, same.id) });
  }
  const way = await closeOrders(
    studio,
    unsettled.map(({ id }) => id),
  );
  return way === "free" ? ok(null) : refuse({ reason: way });
}

/** A transfer has no page of its own to be paid on: the order's says where to. */
function isPayable(
  { clock }: Studio,
  { provider, checkoutRef, checkoutUrl, payUntil }: UnsettledService,
): boolean {
  const hasPage = provider === "transfer" ? checkoutRef !== null : checkoutUrl !== null;
  return hasPage && payUntil > clock.now();
}

function isAsWanted(
  { tenant }: Studio,
  order: UnsettledService,
  { quantity, total, email, provider }: Wanted,
): boolean {
  return (
    order.quantity === quantity &&
    order.total === total &&
    order.email === normalizeEmail(email) &&
    order.currency === tenant.currency &&
    (provider === undefined || order.provider === provider)
  );
}
