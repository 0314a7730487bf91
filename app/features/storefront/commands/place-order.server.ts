import { eq } from "drizzle-orm";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { audited } from "../../../events/audit";
import { newId } from "../../../lib/ids";
import { errorFields, log } from "../../../lib/log";
import type { Money } from "../../../lib/money";
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
import { buyerToken } from "../buyer-token.server";
import { type Catalogue, catalogueOf } from "../catalogue.server";
import { type Delivery, type DraftOrder, draftOrder, type WantedLine } from "../draft-order.server";
import { storefrontWords } from "../messages/words";
import { ASK_PROVIDER_AFTER, type OrderRefusal, orderLimits, PAY_WITHIN } from "../model";
import type { Address } from "../model/address";
import { checkoutLines } from "../model/checkout-lines";
import { PLATFORM_FEE_RATE, platformFee } from "../model/platform-fee";
import { buyerOrderPath, cartPath, checkoutReturnPath } from "../paths";
import { orders } from "../schema";
import { fulfilFreeOrder } from "./fulfil-order.server";
import { type OrderHead, orderRows } from "./insert-order.server";

/** What is ordered: lines of a cart, or the originals of some photos. */
type Wanted =
  | { lines: readonly WantedLine[]; photoIds?: undefined }
  | { photoIds: readonly string[]; lines?: undefined };

export type OrderRequest = Wanted & {
  gallery: Gallery;
  email: string;
  delivery?: Delivery;
  address?: Address | null;
  /** That files are delivered at once and cannot be given back then; asked for by pages. */
  consented?: boolean;
  /** The total that the buyer was shown, where we know it. */
  shownTotal?: number;
  /** The cart it was made from. */
  cartId?: string;
  /** An id of an order that is not there yet, where it has to be the same each time it is tried. */
  id?: string;
};

export interface PlacedOrder {
  id: string;
  total: Money;
  /** Lets the buyer see the order. */
  buyerToken: string;
  /** Where to send the buyer: the provider's payment page, or the order itself when nothing is to be paid. */
  checkoutUrl: string;
}

/**
 * Places an order in an open gallery: the server prices it, the buyer becomes a client, and the provider opens a
 * checkout for it. An order whose checkout cannot be opened stays unpaid and runs out.
 */
export async function placeOrder(
  studio: Studio,
  request: OrderRequest,
): Promise<Result<PlacedOrder, OrderRefusal>> {
  const { gallery, shownTotal } = request;
  if (galleryState(gallery, studio.clock.now()) !== "open") return refuse({ reason: "gallery_closed" });
  const catalogue = await catalogueOf(studio, gallery);
  if (!catalogue) return refuse({ reason: "not_sold" });
  const lines = wantedLines(catalogue, request);
  if (!lines) return refuse({ reason: "not_sold" });
  const delivery = request.delivery ?? { country: request.address?.country ?? null, shippingMethodId: null };
  const drafted = await draftOrder(studio, { gallery, catalogue, lines, delivery });
  if (!drafted.ok) return drafted;
  const draft = drafted.value;
  const { currency, total: amount, missing } = draft.priced;
  if (shownTotal !== undefined && shownTotal !== amount) return refuse({ reason: "price_changed" });
  if (missing > 0) return refuse({ reason: "below_minimum", missing: { amount: missing, currency } });
  if (draft.isSent && !request.address) return refuse({ reason: "no_address" });
  if (amount > 0 && !(await canSell(studio))) return refuse({ reason: "payment_unavailable" });
  if (amount === 0 && !(await hasVerifiedOwner(studio))) return refuse({ reason: "studio_unverified" });

  const id = request.id ?? newId("order");
  const total = { amount, currency };
  const token = await buyerToken(studio, id);
  const email = normalizeEmail(request.email);
  const until = await countOrder(studio, { email, total });
  if (until !== null) return refuse({ reason: "too_many", until });
  const order: OrderHead = {
    id,
    galleryId: gallery.id,
    clientId: clientIdOf(email),
    email,
    address: draft.isSent ? (request.address ?? null) : null,
    country: delivery.country,
    consented: request.consented ?? false,
    cartId: request.cartId ?? null,
    buyerTokenHash: await tokenHash(token),
    payUntil: studio.clock.now() + PAY_WITHIN,
  };
  await insertOrder(studio, order, draft);
  if (amount === 0) {
    await fulfilFreeOrder(studio, id);
    return ok({ id, total, buyerToken: token, checkoutUrl: studio.tenant.origin + buyerOrderPath(id) });
  }
  const checkoutUrl = await openCheckout(studio, { order, gallery, draft });
  if (!checkoutUrl) return refuse({ reason: "payment_unavailable" });
  return ok({ id, total, buyerToken: token, checkoutUrl });
}

/** The lines of an order; null where originals are asked for and the gallery sells none. */
function wantedLines(catalogue: Catalogue, wanted: Wanted): readonly WantedLine[] | null {
  if (wanted.lines) return wanted.lines;
  const original = catalogue.products.find(
    ({ kind, fileSize }) => kind === "photo" && fileSize === "original",
  );
  if (!original) return null;
  // In the order of the gallery, whatever the order in which they were named.
  return [...new Set(wanted.photoIds)]
    .sort()
    .map((photoId) => ({ productId: original.id, photoId, quantity: 1 }));
}

/** Counts an order for the network it comes from, and one that is mailed at once for whom it is mailed to. */
function countOrder(
  studio: Studio,
  { email, total }: { email: string; total: Money },
): Promise<Instant | null> {
  const { window: windowMs, perNetwork, freePerRecipient } = orderLimits;
  const network = studio.actor.from?.network;
  return countAttempt(studio, [
    ...(network === undefined ? [] : [{ subject: `order:network:${network}`, most: perNetwork, windowMs }]),
    ...(total.amount === 0
      ? [{ subject: `order:recipient:${email}`, most: freePerRecipient, windowMs }]
      : []),
  ]);
}

async function insertOrder(studio: Studio, order: OrderHead, draft: DraftOrder): Promise<void> {
  const { id, email, galleryId } = order;
  const { total: amount, currency, lines } = draft.priced;
  await studio.dueBy(studio.clock.now() + ASK_PROVIDER_AFTER);
  const [insertHead, insertLines] = orderRows(studio, order, draft);
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
  ]);
}

interface Placed {
  order: OrderHead;
  gallery: Gallery;
  draft: DraftOrder;
}

/** Opens the provider's page for an order; null when the provider is not to be had. */
async function openCheckout(studio: Studio, { order, gallery, draft }: Placed): Promise<string | null> {
  const { origin, locale } = studio.tenant;
  const { priced, items } = draft;
  const key = shareKeyOf(gallery);
  const back = order.cartId ? cartPath(key) : sharePath(key) + stillChosen(items);
  try {
    const session = await studio.payments.createCheckout({
      orderId: order.id,
      studioId: studio.tenant.id,
      email: order.email,
      currency: priced.currency,
      lines: checkoutLines(priced, {
        ofLine: (line) => `${items[Number(line)]?.product.name} · ${gallery.name}`,
        tax: storefrontWords(locale).cart.tax,
        all: gallery.name,
      }),
      platformFee: platformFee(priced.total, PLATFORM_FEE_RATE),
      successUrl: `${origin}${checkoutReturnPath(order.id)}?session={CHECKOUT_SESSION_ID}`,
      cancelUrl: origin + back,
      payUntil: order.payUntil,
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
function stillChosen(items: DraftOrder["items"]): string {
  const ids = items.flatMap(({ photo }) => (photo ? [photo.id] : []));
  if (ids.length > CHOSEN_IN_ADDRESS) return "";
  return `?${new URLSearchParams(ids.map((id) => ["photo", id]))}`;
}
