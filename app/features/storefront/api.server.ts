import { type Context, Hono } from "hono";
import type { z } from "zod";
import { admitted, readJson, readQuery, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { AppError, type ErrorType, notFound } from "../../lib/app-error";
import { SECOND } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { linkOfOrder } from "../downloads/index.server";
import { galleryById } from "../galleries/index.server";
import type { Gallery } from "../galleries/model";
import { tellOrder, tellWholeOrder } from "./api-answers";
import { newOrderBody, ordersQuery } from "./api-forms";
import { ordersPage, orderWithId } from "./api-queries.server";
import { buyerTokenIn, studioOf } from "./asked-by-buyer.server";
import { buyerToken } from "./buyer-token.server";
import { catalogueOf } from "./catalogue.server";
import { type OrderRequest, placeOrder } from "./commands/place-order.server";
import type { PlacedOrder } from "./commands/record-order.server";
import { orderRefusalSentence } from "./messages/refusals";
import type { OrderRefusal } from "./model";
import { shownStatus } from "./model/money-states";
import { buyerOrderPath } from "./paths";
import { getOrder, getOrderOfBuyer } from "./queries.server";
import { countedRefunds } from "./refunds.server";

const errorTypes: Record<Exclude<OrderRefusal["reason"], "too_many">, ErrorType> = {
  gallery_closed: "gone",
  no_photos: "invalid_request",
  photos_gone: "conflict",
  not_sold: "conflict",
  below_minimum: "conflict",
  no_address: "conflict",
  no_shipping: "conflict",
  too_large: "conflict",
  price_changed: "conflict",
  paid_meanwhile: "conflict",
  payment_unavailable: "unavailable",
  studio_unverified: "forbidden",
};

/** /api/v1/orders: buying needs no sign-in, and buyers see their own order by its token. */
export const ordersApi = new Hono<HttpEnv>()
  .get("/", async (c) => {
    const studio = admitted(c, "orders:read");
    const { items, nextCursor } = await ordersPage(studio, readQuery(c, ordersQuery));
    return sendData(c, { items: items.map(tellOrder), nextCursor });
  })
  .post("/", async (c) => {
    const studio = studioOf(c);
    const body = await readJson(c, newOrderBody);
    const id = orderIdOf(c);
    const before = id && (await placedBefore(studio, id));
    if (before) return sendData(c, before, 201);
    const gallery = await galleryById(studio, body.galleryId);
    if (gallery.status !== "published") throw notFound();
    const placed = await placeOrder(studio, {
      ...(await requestIn(studio, gallery, body)),
      ...(id ? { id } : {}),
    });
    if (!placed.ok) throw asError(studio, placed.refusal);
    return sendData(c, placed.value, 201);
  })
  .get("/:id", async (c) => {
    const id = c.req.param("id");
    const token = buyerTokenIn(c);
    if (token === null) return sendData(c, await orderForStudio(admitted(c, "orders:read"), id));
    return sendData(c, await orderForBuyer(studioOf(c), id, token));
  });

/** The id of an order that is placed once for an Idempotency-Key, however often it has to be tried. */
const orderIdOf = (c: Context<HttpEnv>) => c.var.callKey?.replace(/^[a-z]+_/, "ord_");

/** What the same call placed before its process died; null where it did not come so far. */
async function placedBefore(studio: Studio, id: string): Promise<PlacedOrder | null> {
  const order = await orderWithId(studio, id);
  if (!order) return null;
  const { origin } = studio.tenant;
  return {
    id,
    total: { amount: order.totalAmount, currency: order.currency },
    buyerToken: await buyerToken(studio, id),
    checkoutUrl: order.checkoutUrl ?? origin + buyerOrderPath(id),
  };
}

async function requestIn(
  studio: Studio,
  gallery: Gallery,
  body: z.infer<typeof newOrderBody>,
): Promise<OrderRequest> {
  const { email, photoIds, lines, country, shippingMethodId, address, consent, expectedTotal } = body;
  if (expectedTotal) {
    const currency = (await catalogueOf(studio, gallery))?.currency;
    if (currency !== expectedTotal.currency) throw asError(studio, { reason: "price_changed" });
  }
  return {
    ...(lines ? { lines } : { photoIds: photoIds ?? [] }),
    gallery,
    email,
    delivery: { country: country ?? null, shippingMethodId: shippingMethodId ?? null },
    address: address && country ? { ...address, country } : null,
    consented: consent,
    ...(expectedTotal ? { shownTotal: expectedTotal.amount } : {}),
  };
}

function asError(studio: Studio, refusal: OrderRefusal): AppError {
  const sentence = orderRefusalSentence(studio.tenant, refusal);
  if (refusal.reason !== "too_many") return new AppError(errorTypes[refusal.reason], sentence);
  const retryAfterSeconds = Math.max(1, Math.ceil((refusal.until - studio.clock.now()) / SECOND));
  return new AppError("rate_limited", sentence, { retryAfterSeconds });
}

async function orderForStudio(studio: Studio, id: string) {
  const { order, lines } = await getOrder(studio, id);
  return tellWholeOrder(order, lines, (await countedRefunds(studio, id)).parts);
}

async function orderForBuyer(studio: Studio, id: string, token: string) {
  const order = await getOrderOfBuyer(studio, id, token);
  const link = order.status === "fulfilled" ? await linkOfOrder(studio, order.id) : null;
  return {
    id: order.id,
    status: shownStatus(order),
    total: { amount: order.totalAmount, currency: order.currency },
    checkoutUrl: order.status === "pending" ? order.checkoutUrl : null,
    archiveUrl: link?.open ? `${link.url}/archive.zip` : null,
  };
}
