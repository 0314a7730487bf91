/** The receipt of a paid order. */
export const receiptPath = (orderId: string) => `/orders/${orderId}/receipt.pdf`;
/** What somebody is about to buy in a gallery, by the gallery's own address. */
export const cartPath = (galleryKey: string) => `/g/${galleryKey}/cart`;
/** Where something of one photo, or of the whole gallery, is chosen. */
export const buyPath = (galleryKey: string, photoId?: string) =>
  photoId ? `/g/${galleryKey}/buy?photo=${photoId}` : `/g/${galleryKey}/buy`;
export const checkoutPath = (galleryKey: string) => `/g/${galleryKey}/checkout`;
/** Where a gallery that has expired is opened again. */
export const reopenPath = (galleryKey: string) => `/g/${galleryKey}/reopen`;
/** A cart by the link that was mailed. */
export const mailedCartPath = (token: string) => `/cart/${token}`;

export const priceListsPath = "/studio/price-lists";
export const priceListPath = (id: string) => `/studio/price-lists/${id}`;
export const productPath = (listId: string, productId: string | "new") =>
  `/studio/price-lists/${listId}/products/${productId}`;
export const priceListPreviewPath = (id: string) => `/studio/price-lists/${id}/preview`;
export const taxRatesPath = "/studio/settings/tax/rates";
export const shippingPath = "/studio/settings/shipping";
export const shippingMethodPath = (id: string | "new") => `/studio/settings/shipping/${id}`;

/** How buyers may pay, beside the studio's account at the provider. */
export const paymentWaysPath = "/studio/settings/payments/ways";

/** Provider, orders and ledger compared; of one month, "2026-11", where it is named. */
export const reconciliationPath = (month?: string) =>
  month === undefined ? "/studio/money/reconciliation" : `/studio/money/reconciliation?month=${month}`;

export const ordersPath = "/studio/orders";
/** Where the filter of the list is posted to: the answer is the file. */
export const ordersExportPath = "/studio/orders/export";
/** An order as the studio sees it. */
export const orderPath = (id: string) => `/studio/orders/${id}`;
export const salesReportPath = "/studio/reports/sales";
/** Where something of an order is given back. */
export const refundPath = (id: string) => `/studio/orders/${id}/refund`;
/** Where the provider sends the buyer after paying; the provider puts its reference in. */
export const checkoutReturnPath = (orderId: string) => `/checkout/${orderId}/return`;
/** The buyer's page of an order. */
export const buyerOrderPath = (orderId: string) => `/orders/${orderId}`;
