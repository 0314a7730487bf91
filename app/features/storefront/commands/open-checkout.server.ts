import { eq, sql } from "drizzle-orm";
import { type CheckoutSession, isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { announce } from "../../../events/commit";
import { errorFields, log } from "../../../lib/log";
import type { Studio } from "../../../tenancy/studio";
import { galleryById } from "../../galleries/index.server";
import { addressBecameSecret, type Gallery, shareKeyOf } from "../../galleries/model";
import { sharePath } from "../../galleries/paths";
import { attemptById, type Order } from "../attempts.server";
import { storefrontWords } from "../messages/words";
import { checkoutLines } from "../model/checkout-lines";
import { buyerOrderPath, cartPath, checkoutReturnPath } from "../paths";
import { providerNamed } from "../payment-methods.server";
import { getOrder } from "../queries.server";
import { orders } from "../schema";
import { paymentAttempts } from "../schema/money";

type OpenedCheckout = { url: string } & Pick<CheckoutSession, "transfer">;

/**
 * Has the provider open a checkout for an attempt and notes it. Asked again for the same attempt, it is the same
 * checkout: the key names the attempt, and everything that is sent stands in its rows.
 *
 * @returns where to send the buyer, or why that is not to be had: a "refused" attempt will never have a checkout
 */
export async function openCheckout(
  studio: Studio,
  attemptId: string,
): Promise<OpenedCheckout | "unreachable" | "refused"> {
  const paying = await attemptById(studio, attemptId);
  if (!paying) throw new Error(`there is no attempt ${attemptId}`);
  const { id, orderId, number, provider, charge, platformFee, payUntil } = paying.attempt;
  const { order, lines } = await getOrder(studio, orderId);
  const { db, tenant } = studio;
  const payments = providerNamed(studio, provider);
  const gallery = await galleryById(studio, order.galleryId);
  const names = new Map(lines.map((line) => [line.id, line.name]));
  try {
    const session = await payments.createCheckout({
      orderId,
      studioId: tenant.id,
      email: order.email,
      currency: order.currency,
      lines: checkoutLines(asPriced(order, lines), {
        ofLine: (line) => `${names.get(line)} · ${gallery.name}`,
        // The provider refuses a repeated request whose words differ, so they do not follow whoever asks.
        tax: storefrontWords(tenant.homeLocale).cart.tax,
        all: gallery.name,
      }),
      platformFee,
      successUrl: `${tenant.origin}${checkoutReturnPath(orderId)}?session={CHECKOUT_SESSION_ID}`,
      cancelUrl: tenant.origin + wayBack(order, gallery, lines),
      payUntil,
      charge,
      idempotencyKey: `order:${orderId}:session:${number}`,
    });
    const url = session.url ?? tenant.origin + buyerOrderPath(orderId);
    const isOurs = sql`exists (select 1 from ${paymentAttempts} a where a.id = ${id} and a.checkout_ref = ${session.ref}
      and a.state = 'open')`;
    const [noted] = await db.batch([
      db
        .update(paymentAttempts)
        .set({ state: "open", checkoutRef: session.ref, checkoutUrl: session.url })
        .where(sql`${paymentAttempts.id} = ${id} and ${paymentAttempts.state} in ('creating', 'open')`)
        .returning({ id: paymentAttempts.id }),
      ...(session.transfer
        ? [announce(studio, { name: "order.transfer_expected", payload: { orderId } })]
        : []),
      db
        .update(orders)
        .set({ checkoutRef: session.ref, checkoutUrl: session.url })
        .where(sql`${eq(orders.id, orderId)} and ${orders.status} = 'pending' and ${isOurs}`),
    ]);
    if (session.transfer) studio.afterCommit();
    // Given up while the provider was answering: nobody is to pay for it.
    if (noted.length === 0) await payments.expireCheckout(session.ref);
    return { url, transfer: session.transfer };
  } catch (error) {
    if (!isPaymentProviderError(error)) throw error;
    log("error", "a checkout could not be opened", {
      studioId: tenant.id,
      orderId,
      reason: error.reason,
      ...errorFields(error),
    });
    return error.reason === "unreachable" ? "unreachable" : "refused";
  }
}

type Line = Awaited<ReturnType<typeof getOrder>>["lines"][number];

function asPriced(order: Order, lines: readonly Line[]) {
  return {
    lines: lines.map(({ id, unitAmount, quantity }) => ({ key: id, unit: unitAmount, quantity })),
    shipping: order.shippingName === null ? null : { name: order.shippingName, amount: order.shippingAmount },
    taxIncluded: order.taxIncluded,
    taxAmount: order.taxAmount,
    total: order.totalAmount,
  };
}

/**
 * Where a buyer comes who does not pay: the same for everybody who asks, because the provider refuses a repeated request
 * that differs. It tells no address that became a secret since.
 */
function wayBack({ id, cartId }: Order, gallery: Gallery, lines: readonly Line[]): string {
  if (addressBecameSecret(gallery)) return buyerOrderPath(id);
  const key = shareKeyOf(gallery);
  return cartId ? cartPath(key) : sharePath(key) + stillChosen(lines);
}

/** Addresses are cut off somewhere; a choice of more photos is made anew. */
const CHOSEN_IN_ADDRESS = 80;

/** The query with which the gallery shows these photos as chosen. */
function stillChosen(lines: readonly Line[]): string {
  const ids = lines.flatMap(({ photoId }) => (photoId ? [photoId] : []));
  if (ids.length === 0 || ids.length > CHOSEN_IN_ADDRESS) return "";
  return `?${new URLSearchParams(ids.map((id) => ["photo", id]))}`;
}
