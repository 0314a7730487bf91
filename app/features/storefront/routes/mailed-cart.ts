import { redirect } from "@remix-run/cloudflare";
import { cookieHeader } from "../../../http/cookies";
import { studioLoader } from "../../../http/studio-route";
import { notFound } from "../../../lib/app-error";
import { addressFor, galleryById } from "../../galleries/index.server";
import { cartOfToken } from "../cart-queries.server";
import { CART_COOKIE_SECONDS, cartCookie } from "../cart-token.server";
import { cartPath } from "../paths";

/**
 * Gives a browser the key to a cart that was mailed. It may be opened any number of times, and changes nothing. It is
 * no way into a gallery whose address has become a secret.
 */
export const loader = studioLoader({ may: "public" }, async ({ studio, params, request, context }) => {
  const token = params.token ?? "";
  const cart = await cartOfToken(studio, token);
  if (!cart) throw notFound();
  const gallery = await galleryById(studio, cart.galleryId);
  if (gallery.status !== "published") throw notFound();
  const key = await addressFor(studio, gallery);
  if (key === null) throw notFound();
  context.setCookie(cookieHeader(cartCookie(gallery.id), token, CART_COOKIE_SECONDS, request));
  throw redirect(cartPath(key));
});
