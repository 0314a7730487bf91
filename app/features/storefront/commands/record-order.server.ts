import type { BatchItem } from "drizzle-orm/batch";
import { audited } from "../../../events/audit";
import { newId } from "../../../lib/ids";
import type { Money } from "../../../lib/money";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { countAttempt, hasVerifiedOwner } from "../../account/index.server";
import { clientIdOf, registerClient } from "../../clients/index.server";
import { beginAttempt, newAttemptId } from "../attempts.server";
import { buyerToken } from "../buyer-token.server";
import { ASK_PROVIDER_AFTER, type OrderRefusal, orderLimits, PAY_WITHIN, TRANSFER_WITHIN } from "../model";
import type { Address } from "../model/address";
import type { Provider } from "../model/money-states";
import { buyerOrderPath } from "../paths";
import { paymentMethodsOf } from "../payment-methods.server";
import { fulfilFreeOrder } from "./fulfil-order.server";
import { giveWay } from "./give-way.server";
import { type OrderContent, type OrderHead, orderRows } from "./insert-order.server";
import { openCheckout } from "./open-checkout.server";

/** An order that is priced and may be placed, and who it is for. */
export interface PricedOrder {
  /** An id of an order that is not there yet, where it has to be the same each time it is tried. */
  id?: string | undefined;
  galleryId: string;
  email: string;
  content: OrderContent;
  address: Address | null;
  /** The country by which it was taxed; null for the studio's own. */
  country: string | null;
  consented: boolean;
  /** The cart it was made from: what was ordered from it before and is not paid makes room. */
  cartId?: string | undefined;
  /** How the buyer pays; where nothing is said by card, if the studio takes cards. */
  provider?: Provider | undefined;
  /** Statements of the same batch that say more of the order. */
  more?(orderId: string): BatchItem<"sqlite">[];
}

export interface PlacedOrder {
  id: string;
  total: Money;
  /** Lets the buyer see the order. */
  buyerToken: string;
  /** Where to send the buyer: the provider's payment page, or the order itself when nothing is to be paid. */
  checkoutUrl: string;
}

/**
 * Writes an order down and has the provider open a checkout for it; the buyer becomes a client. One that costs nothing
 * is fulfilled at once. An order whose checkout cannot be opened stays unpaid and runs out.
 */
export async function recordOrder(
  studio: Studio,
  priced: PricedOrder,
): Promise<Result<PlacedOrder, OrderRefusal>> {
  const { currency, total: amount } = priced.content.priced;
  const { card, transfer, charge } = await paymentMethodsOf(studio);
  const provider = amount === 0 ? "stripe" : (priced.provider ?? (card || !transfer ? "stripe" : "transfer"));
  const isTaken = provider === "stripe" ? card : transfer !== null;
  if (amount > 0 && !isTaken) return refuse({ reason: "payment_unavailable" });
  const mailsAtOnce = amount === 0 || provider === "transfer";
  if (mailsAtOnce && !(await hasVerifiedOwner(studio))) return refuse({ reason: "studio_unverified" });

  const way = priced.cartId ? await giveWay(studio, priced.cartId) : "free";
  if (way !== "free") return refuse({ reason: way });

  const id = priced.id ?? newId("order");
  const total = { amount, currency };
  const token = await buyerToken(studio, id);
  const email = normalizeEmail(priced.email);
  const until = await countOrder(studio, { email, mailsAtOnce });
  if (until !== null) return refuse({ reason: "too_many", until });
  const order: OrderHead = {
    id,
    galleryId: priced.galleryId,
    clientId: clientIdOf(email),
    email,
    address: priced.address,
    country: priced.country,
    consented: priced.consented,
    cartId: priced.cartId ?? null,
    buyerTokenHash: await tokenHash(token),
    payUntil: studio.clock.now() + (provider === "transfer" ? TRANSFER_WITHIN : PAY_WITHIN),
    provider,
  };
  const attempt = {
    id: newAttemptId(),
    orderId: id,
    number: 1,
    provider,
    charge: provider === "stripe" ? charge : ("now" as const),
    payUntil: order.payUntil,
  };
  await insertOrder(studio, { order, content: priced.content, attempt, more: priced.more?.(id) ?? [] });
  if (amount === 0) {
    await fulfilFreeOrder(studio, id);
    return ok({ id, total, buyerToken: token, checkoutUrl: studio.tenant.origin + buyerOrderPath(id) });
  }
  const opened = await openCheckout(studio, attempt.id);
  if (typeof opened === "string") return refuse({ reason: "payment_unavailable" });
  return ok({ id, total, buyerToken: token, checkoutUrl: opened.url });
}

/** Counts an order for the network it comes from, and one that is mailed about at once for whom it is mailed to. */
function countOrder(
  studio: Studio,
  { email, mailsAtOnce }: { email: string; mailsAtOnce: boolean },
): Promise<Instant | null> {
  const { window: windowMs, perNetwork, freePerRecipient } = orderLimits;
  const network = studio.actor.from?.network;
  return countAttempt(studio, [
    ...(network === undefined ? [] : [{ subject: `order:network:${network}`, most: perNetwork, windowMs }]),
    ...(mailsAtOnce ? [{ subject: `order:recipient:${email}`, most: freePerRecipient, windowMs }] : []),
  ]);
}

interface Placed {
  order: OrderHead;
  content: OrderContent;
  attempt: Omit<Parameters<typeof beginAttempt>[1], "total">;
  more: BatchItem<"sqlite">[];
}

async function insertOrder(studio: Studio, { order, content, attempt, more }: Placed): Promise<void> {
  const { id, email, galleryId } = order;
  const { total: amount, currency, lines } = content.priced;
  await studio.dueBy(studio.clock.now() + ASK_PROVIDER_AFTER);
  const [insertHead, insertLines] = orderRows(studio, order, content);
  await studio.db.batch([
    registerClient(studio, email),
    insertHead,
    insertLines,
    ...(await audited(studio, {
      action: "order.placed",
      subjectId: id,
      after: { gallery: galleryId, lines: lines.length, amount, currency },
      person: { email },
    })),
    ...more,
    ...(amount > 0 ? [beginAttempt(studio, { ...attempt, total: { amount, currency } })] : []),
  ]);
}
