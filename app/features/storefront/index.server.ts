/** The front door of the storefront. */

export { BUYER_COOKIE_SECONDS, buyerCookie } from "./buyer-token.server";
export { CART_COOKIE_SECONDS, cartCookie } from "./cart-token.server";
export { choosePrices } from "./commands/choose-prices.server";
export { forgetOldCarts } from "./commands/forget-old-carts.server";
export { mendPeriod } from "./commands/mend-difference.server";
export { placeOrder } from "./commands/place-order.server";
export { placeServiceOrder, priceService } from "./commands/place-service-order.server";
export { settleMoney } from "./commands/settle-money.server";
export { settleOpenOrders } from "./commands/settle-open-orders.server";
export { takeUpServiceOrder, unsettledServices } from "./commands/take-up-service-order.server";
export { paymentMethodsOf } from "./payment-methods.server";
export { listsToChoose, pricesOf, summariesOf } from "./price-list-queries.server";
export { handleProviderEvent } from "./provider-events.server";
export { reconcile } from "./reconcile.server";
export { reopeningOffer } from "./reopening-offer.server";
export { linesInCart, putIntoCart, shopOf } from "./shop.server";
