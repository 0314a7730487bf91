/** The front door of the storefront. */
export { BUYER_COOKIE_SECONDS, buyerCookie } from "./buyer-token.server";
export { placeOrder } from "./commands/place-order.server";
export { settleOpenOrders } from "./commands/settle-open-orders.server";
export { handleProviderEvent } from "./provider-events.server";
