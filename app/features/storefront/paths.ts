export const ordersPath = "/studio/orders";
/** Where the provider sends the buyer after paying; the provider puts its reference in. */
export const checkoutReturnPath = (orderId: string) => `/checkout/${orderId}/return`;
/** The buyer's page of an order. */
export const buyerOrderPath = (orderId: string) => `/orders/${orderId}`;
