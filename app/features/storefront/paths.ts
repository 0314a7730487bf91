export const ordersPath = "/studio/orders";
/** An order as the studio sees it. */
export const orderPath = (id: string) => `/studio/orders/${id}`;
/** Where the provider sends the buyer after paying; the provider puts its reference in. */
export const checkoutReturnPath = (orderId: string) => `/checkout/${orderId}/return`;
/** The buyer's page of an order. */
export const buyerOrderPath = (orderId: string) => `/orders/${orderId}`;
