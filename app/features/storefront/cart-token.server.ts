import type { Studio } from "../../tenancy/studio";

/** How long a browser remembers its cart. */
export const CART_COOKIE_SECONDS = 60 * 24 * 60 * 60;

/** The cookie in which a browser keeps the key to its cart of one gallery. */
export const cartCookie = (galleryId: string) => `cart-${galleryId}`;

/** The key to a cart, which can be made again when it is to be mailed. */
export async function cartToken(studio: Studio, cartId: string): Promise<string> {
  return studio.linkToken(`cart:${cartId}`);
}
