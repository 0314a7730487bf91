import { and, eq, sql } from "drizzle-orm";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { audited } from "../../../events/audit";
import { newId } from "../../../lib/ids";
import { errorFields, log } from "../../../lib/log";
import { type Money, times } from "../../../lib/money";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { countAttempt, hasVerifiedOwner } from "../../account/index.server";
import { canSell } from "../../billing/index.server";
import { clientIdOf, registerClient } from "../../clients/index.server";
import { type Gallery, galleryState, shareKeyOf } from "../../galleries/model";
import { sharePath } from "../../galleries/paths";
import { photos } from "../../ingest/schema";
import { buyerToken } from "../buyer-token.server";
import { ASK_PROVIDER_AFTER, type OrderRefusal, orderLimits, PAY_WITHIN } from "../model";
import { buyerOrderPath, checkoutReturnPath } from "../paths";
import { orderLines, orders } from "../schema";
import { fulfilFreeOrder } from "./fulfil-order.server";

export interface OrderRequest {
  gallery: Gallery;
  photoIds: string[];
  email: string;
  /** The price that the buyer was shown, where we know it. */
  shownPrice?: number;
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
 * Places an order for photos of an open gallery: the server prices it, the buyer becomes a client, and the
 * provider opens a checkout for it. An order whose checkout cannot be opened stays unpaid and runs out.
 */
export async function placeOrder(
  studio: Studio,
  request: OrderRequest,
): Promise<Result<PlacedOrder, OrderRefusal>> {
  const { gallery, shownPrice } = request;
  if (galleryState(gallery, studio.clock.now()) !== "open") return refuse({ reason: "gallery_closed" });
  if (shownPrice !== undefined && shownPrice !== gallery.priceAmount)
    return refuse({ reason: "price_changed" });
  const photoIds = [...new Set(request.photoIds)];
  if (photoIds.length === 0) return refuse({ reason: "no_photos" });
  if (gallery.priceAmount > 0 && !(await canSell(studio))) return refuse({ reason: "payment_unavailable" });
  if (gallery.priceAmount === 0 && !(await hasVerifiedOwner(studio)))
    return refuse({ reason: "studio_unverified" });
  const chosen = await readyPhotos(studio, gallery.id, photoIds);
  if (chosen.length !== photoIds.length) return refuse({ reason: "photos_gone" });

  const price = { amount: gallery.priceAmount, currency: gallery.priceCurrency };
  const total = times(price, chosen.length);
  const id = newId("order");
  const token = await buyerToken(studio, id);
  const order = { id, gallery, email: normalizeEmail(request.email), total };
  const until = await countOrder(studio, order);
  if (until !== null) return refuse({ reason: "too_many", until });
  const payUntil = studio.clock.now() + PAY_WITHIN;
  await insertOrder(studio, order, { price, chosen, payUntil, tokenHash: await tokenHash(token) });

  if (total.amount === 0) {
    await fulfilFreeOrder(studio, id);
    return ok({ id, total, buyerToken: token, checkoutUrl: studio.tenant.origin + buyerOrderPath(id) });
  }
  const checkoutUrl = await openCheckout(studio, order, { price, chosen, payUntil });
  if (!checkoutUrl) return refuse({ reason: "payment_unavailable" });
  return ok({ id, total, buyerToken: token, checkoutUrl });
}

interface Draft {
  id: string;
  gallery: Gallery;
  email: string;
  total: Money;
}

/** Counts an order for the network it comes from, and one that is mailed at once for whom it is mailed to. */
function countOrder(studio: Studio, { email, total }: Draft): Promise<Instant | null> {
  const { window: windowMs, perNetwork, freePerRecipient } = orderLimits;
  const network = studio.actor.from?.network;
  return countAttempt(studio, [
    ...(network === undefined ? [] : [{ subject: `order:network:${network}`, most: perNetwork, windowMs }]),
    ...(total.amount === 0
      ? [{ subject: `order:recipient:${email}`, most: freePerRecipient, windowMs }]
      : []),
  ]);
}

interface Pricing {
  price: Money;
  chosen: { id: string; filename: string }[];
  payUntil: number;
}

function readyPhotos(studio: Studio, galleryId: string, photoIds: string[]) {
  return studio.db
    .select({ id: photos.id, filename: photos.filename })
    .from(photos)
    .where(
      and(
        eq(photos.galleryId, galleryId),
        eq(photos.status, "ready"),
        sql`${photos.id} in (select value from json_each(${JSON.stringify(photoIds)}))`,
      ),
    )
    .orderBy(photos.id);
}

async function insertOrder(
  studio: Studio,
  order: Draft,
  pricing: Pricing & { tokenHash: string },
): Promise<void> {
  const { id, gallery, email, total } = order;
  const now = studio.clock.now();
  const lines = pricing.chosen.map((photo, position) => ({ ...photo, line: newId("line"), position }));
  await studio.dueBy(now + ASK_PROVIDER_AFTER);
  await studio.db.batch([
    registerClient(studio, email),
    studio.db.insert(orders).values({
      id,
      galleryId: gallery.id,
      clientId: clientIdOf(email),
      email,
      currency: total.currency,
      totalAmount: total.amount,
      buyerTokenHash: pricing.tokenHash,
      payUntil: pricing.payUntil,
      createdAt: now,
    }),
    studio.db.run(sql`
      insert into ${orderLines} (id, order_id, position, photo_id, filename, amount)
      select value ->> 'line', ${id}, value ->> 'position', value ->> 'id', value ->> 'filename', ${pricing.price.amount}
      from json_each(${JSON.stringify(lines)})`),
    ...(await audited(studio, {
      action: "order.placed",
      subjectId: id,
      after: { gallery: gallery.id, photos: lines.length, amount: total.amount, currency: total.currency },
      person: { email },
    })),
  ]);
}

/** Opens the provider's page for an order; null when the provider is not to be had. */
async function openCheckout(studio: Studio, order: Draft, pricing: Pricing): Promise<string | null> {
  const { origin } = studio.tenant;
  try {
    const session = await studio.payments.createCheckout({
      orderId: order.id,
      studioId: studio.tenant.id,
      email: order.email,
      currency: order.total.currency,
      lines: [{ name: order.gallery.name, amount: pricing.price.amount, quantity: pricing.chosen.length }],
      platformFee: 0,
      successUrl: `${origin}${checkoutReturnPath(order.id)}?session={CHECKOUT_SESSION_ID}`,
      cancelUrl: origin + sharePath(shareKeyOf(order.gallery)) + stillChosen(pricing.chosen),
      payUntil: pricing.payUntil,
      idempotencyKey: `order:${order.id}:session:1`,
    });
    await studio.db
      .update(orders)
      .set({ checkoutRef: session.ref, checkoutUrl: session.url })
      .where(eq(orders.id, order.id));
    return session.url;
  } catch (error) {
    if (!isPaymentProviderError(error)) throw error;
    log("error", "a checkout could not be opened", {
      studioId: studio.tenant.id,
      orderId: order.id,
      reason: error.reason,
      ...errorFields(error),
    });
    return null;
  }
}

/** Addresses are cut off somewhere; a choice of more photos is made anew. */
const CHOSEN_IN_ADDRESS = 80;

/** The query with which the gallery shows these photos as chosen. */
function stillChosen(chosen: Pricing["chosen"]): string {
  if (chosen.length > CHOSEN_IN_ADDRESS) return "";
  return `?${new URLSearchParams(chosen.map(({ id }) => ["photo", id]))}`;
}
