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
import { type Gallery, galleryState } from "../../galleries/model";
import { beginAttempt, newAttemptId } from "../attempts.server";
import { buyerToken } from "../buyer-token.server";
import { type Catalogue, catalogueOf } from "../catalogue.server";
import {
  type Delivery,
  type DraftOrder,
  draftOrder,
  readyPhotos,
  type WantedLine,
} from "../draft-order.server";
import { ASK_PROVIDER_AFTER, type OrderRefusal, orderLimits, PAY_WITHIN, TRANSFER_WITHIN } from "../model";
import type { Address } from "../model/address";
import type { Provider } from "../model/money-states";
import { soldAs } from "../model/section-lists";
import { buyerOrderPath } from "../paths";
import { paymentMethodsOf } from "../payment-methods.server";
import { fulfilFreeOrder } from "./fulfil-order.server";
import { giveWay } from "./give-way.server";
import { type OrderHead, orderRows } from "./insert-order.server";
import { openCheckout } from "./open-checkout.server";

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
  /** Whether photos that are hidden from guests are there for the buyer; without, they are not. */
  seesHidden?: boolean;
  /** The cart it was made from. */
  cartId?: string;
  /** How the buyer pays; where nothing is said by card, if the studio takes cards. */
  provider?: Provider;
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
  /** What to write on a transfer, and where it goes in the studio's own words; null where none is to be made. */
  transfer: { reference: string; instructions: string } | null;
}

/**
 * Places an order in an open gallery: the server prices it, the buyer becomes a client, and the provider opens a
 * checkout for it. An order whose checkout cannot be opened stays unpaid and runs out.
 */
export async function placeOrder(
  studio: Studio,
  request: OrderRequest,
): Promise<Result<PlacedOrder, OrderRefusal>> {
  const { gallery, shownTotal, seesHidden = false } = request;
  if (galleryState(gallery, studio.clock.now()) !== "open") return refuse({ reason: "gallery_closed" });
  const catalogue = await catalogueOf(studio, gallery);
  if (!catalogue) return refuse({ reason: "not_sold" });
  const lines = await wantedLines(studio, { gallery, catalogue, seesHidden }, request);
  if (!lines) return refuse({ reason: "not_sold" });
  const delivery = request.delivery ?? { country: request.address?.country ?? null, shippingMethodId: null };
  const drafted = await draftOrder(studio, { gallery, catalogue, lines, delivery, seesHidden });
  if (!drafted.ok) return drafted;
  const draft = drafted.value;
  const { currency, total: amount, missing } = draft.priced;
  if (shownTotal !== undefined && shownTotal !== amount) return refuse({ reason: "price_changed" });
  if (missing > 0) return refuse({ reason: "below_minimum", missing: { amount: missing, currency } });
  if (draft.isSent && !request.address) return refuse({ reason: "no_address" });
  const { card, transfer, charge } = await paymentMethodsOf(studio);
  const provider =
    amount === 0 ? "stripe" : (request.provider ?? (card || !transfer ? "stripe" : "transfer"));
  const isTaken = provider === "stripe" ? card : transfer !== null;
  if (amount > 0 && !isTaken) return refuse({ reason: "payment_unavailable" });
  const mailsAtOnce = amount === 0 || provider === "transfer";
  if (mailsAtOnce && !(await hasVerifiedOwner(studio))) return refuse({ reason: "studio_unverified" });

  const way = request.cartId ? await giveWay(studio, request.cartId) : "free";
  if (way !== "free") return refuse({ reason: way });

  const id = request.id ?? newId("order");
  const total = { amount, currency };
  const token = await buyerToken(studio, id);
  const email = normalizeEmail(request.email);
  const until = await countOrder(studio, { email, mailsAtOnce });
  if (until !== null) return refuse({ reason: "too_many", until });
  const order: OrderHead = {
    id,
    galleryId: gallery.id,
    clientId: clientIdOf(email),
    email,
    address: draft.isSent ? (request.address ?? null) : null,
    country: delivery.country,
    consented: request.consented ?? false,
    seesHidden,
    cartId: request.cartId ?? null,
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
  await insertOrder(studio, { order, draft, attempt });
  if (amount === 0) {
    await fulfilFreeOrder(studio, id);
    return ok({
      id,
      total,
      buyerToken: token,
      checkoutUrl: studio.tenant.origin + buyerOrderPath(id),
      transfer: null,
    });
  }
  const opened = await openCheckout(studio, attempt.id);
  if (typeof opened === "string") return refuse({ reason: "payment_unavailable" });
  return ok({ id, total, buyerToken: token, checkoutUrl: opened.url, transfer: opened.transfer });
}

/** The lines of an order; null where originals are asked for and the gallery sells none. */
async function wantedLines(
  studio: Studio,
  { gallery, catalogue, seesHidden }: { gallery: Gallery; catalogue: Catalogue; seesHidden: boolean },
  wanted: Wanted,
): Promise<readonly WantedLine[] | null> {
  if (wanted.lines) return wanted.lines;
  const original = catalogue.products.find(
    ({ kind, fileSize }) => kind === "photo" && fileSize === "original",
  );
  if (!original) return null;
  // In the order of the gallery, whatever the order in which they were named.
  const photoIds = [...new Set(wanted.photoIds)].sort();
  const found =
    catalogue.sectionLists.size > 0 ? await readyPhotos(studio, gallery.id, photoIds, seesHidden) : new Map();
  return photoIds.map((photoId) => {
    const product = soldAs(catalogue, original, found.get(photoId) ?? null) ?? original;
    return { productId: product.id, photoId, quantity: 1 };
  });
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
  draft: DraftOrder;
  attempt: Omit<Parameters<typeof beginAttempt>[1], "total">;
}

async function insertOrder(studio: Studio, { order, draft, attempt }: Placed): Promise<void> {
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
    ...(amount > 0 ? [beginAttempt(studio, { ...attempt, total: { amount, currency } })] : []),
  ]);
}
