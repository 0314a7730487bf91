import { type Context, Hono } from "hono";
import { readJson, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { AppError, type ErrorType, notFound } from "../../lib/app-error";
import { SECOND } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { linkOfOrder } from "../downloads/index.server";
import { galleryById } from "../galleries/index.server";
import { placeOrder } from "./commands/place-order.server";
import { newOrderBody } from "./forms";
import { orderRefusalSentence } from "./messages/refusals";
import type { OrderRefusal } from "./model";
import { getOrderOfBuyer } from "./queries.server";

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

/** /api/v1/orders: buying needs no sign-in. */
export const ordersApi = new Hono<HttpEnv>()
  .post("/", async (c) => {
    const studio = studioOf(c);
    const { galleryId, photoIds, email } = await readJson(c, newOrderBody);
    const gallery = await galleryById(studio, galleryId);
    if (gallery.status !== "published") throw notFound();
    const placed = await placeOrder(studio, { gallery, photoIds, email });
    if (!placed.ok) {
      const { refusal } = placed;
      const sentence = orderRefusalSentence(studio.tenant, refusal);
      if (refusal.reason !== "too_many") throw new AppError(errorTypes[refusal.reason], sentence);
      const seconds = Math.max(1, Math.ceil((refusal.until - studio.clock.now()) / SECOND));
      throw new AppError("rate_limited", sentence, { retryAfterSeconds: seconds });
    }
    return sendData(c, placed.value, 201);
  })
  .get("/:id", async (c) => {
    const studio = studioOf(c);
    const order = await getOrderOfBuyer(studio, c.req.param("id"), buyerTokenIn(c));
    const link = order.status === "fulfilled" ? await linkOfOrder(studio, order.id) : null;
    return sendData(c, {
      id: order.id,
      status: order.status,
      total: { amount: order.totalAmount, currency: order.currency },
      checkoutUrl: order.status === "pending" ? order.checkoutUrl : null,
      archiveUrl: link?.open ? `${link.url}/archive.zip` : null,
    });
  });

/** The buyer token as a bearer token, or as `?buyerToken=`. */
function buyerTokenIn(c: Context<HttpEnv>): string {
  const bearer = /^bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  const token = bearer ?? c.req.query("buyerToken");
  if (!token) throw new AppError("unauthenticated", "Send the order's buyer token as a bearer token.");
  return token;
}

function studioOf(c: Context<HttpEnv>): Studio {
  if (!c.var.studio) throw notFound();
  return c.var.studio;
}
