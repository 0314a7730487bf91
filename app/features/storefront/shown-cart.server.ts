import type { CartView } from "./cart-queries.server";
import { isCountable } from "./model/products";

/** A cart as pages show it: without what is the studio's own affair. */
export function shownCart(view: CartView) {
  const { priced, ways, delivery } = view;
  return {
    currency: priced.currency,
    lines: view.lines.map(({ id, quantity, product, photo, priced: line, before, next }) => ({
      id,
      quantity,
      name: product.name,
      detail: [product.dimensions, product.finish].filter(Boolean).join(", "),
      countable: isCountable(product),
      photo,
      unit: line.unit,
      amount: line.amount,
      trail: line.trail,
      before,
      next,
    })),
    gone: view.gone.map(({ id }) => ({ id })),
    goods: priced.goods,
    shipping: priced.shipping && { name: priced.shipping.name, amount: priced.shipping.amount },
    taxes: priced.taxes,
    taxIncluded: priced.taxIncluded,
    total: priced.total,
    missing: priced.missing,
    country: delivery.country,
    wayId: delivery.shippingMethodId,
    ways: ways.map(({ id, name, pickup }) => ({ id, name, pickup })),
    waysAtAll: view.waysAtAll,
    hasFiles: view.hasFiles,
    hasThings: view.hasThings,
    isSent: view.isSent,
    asksCountry: view.asksCountry,
  };
}
