import { route } from "@remix-run/route-config";

/** What buyers open. */
export const storefrontRoutes = [
  route("checkout/:orderId/return", "features/storefront/routes/checkout-return.ts"),
  route("orders/:orderId", "features/storefront/routes/buyer-order.tsx"),
  route("orders/:orderId/receipt.pdf", "features/storefront/routes/receipt.ts"),
  route("studio/orders/export", "features/storefront/routes/order-export.ts"),
  route("g/:key/buy", "features/storefront/routes/buy.tsx"),
  route("g/:key/cart", "features/storefront/routes/cart.tsx"),
  route("g/:key/checkout", "features/storefront/routes/checkout.tsx"),
  route("g/:key/reopen", "features/storefront/routes/reopen-gallery.tsx"),
  route("cart/:token", "features/storefront/routes/mailed-cart.ts"),
];

export const storefrontWorkspaceRoutes = [
  route("studio/orders", "features/storefront/routes/order-list.tsx"),
  route("studio/orders/:orderId", "features/storefront/routes/order.tsx"),
  route("studio/orders/:orderId/refund", "features/storefront/routes/refund.tsx"),
  route("studio/reports/sales", "features/storefront/routes/sales-report.tsx"),
  route("studio/money/reconciliation", "features/storefront/routes/reconciliation.tsx"),
  route("studio/price-lists", "features/storefront/routes/price-lists.tsx"),
  route("studio/price-lists/:listId", "features/storefront/routes/price-list.tsx"),
  route("studio/price-lists/:listId/preview", "features/storefront/routes/price-list-preview.tsx"),
  route("studio/price-lists/:listId/products/:productId", "features/storefront/routes/product.tsx"),
];

export const storefrontSettingsRoutes = [
  route("studio/settings/payments/ways", "features/storefront/routes/payment-ways.tsx"),
  route("studio/settings/tax/rates", "features/storefront/routes/tax-rates.tsx"),
  route("studio/settings/shipping", "features/storefront/routes/shipping.tsx"),
  route("studio/settings/shipping/:methodId", "features/storefront/routes/shipping-method.tsx"),
];
