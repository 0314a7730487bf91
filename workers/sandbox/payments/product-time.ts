import { productNow } from "../clock/product-clock";

/** The product's now in whole seconds since the epoch, as Stripe counts. */
export async function nowSeconds(directory: D1Database): Promise<number> {
  return Math.floor((await productNow(directory)) / 1000);
}
