import { route } from "@remix-run/route-config";

/** What buyers open. */
export const storefrontRoutes = [
  route("checkout/:orderId/return", "features/storefront/routes/checkout-return.ts"),
  route("orders/:orderId", "features/storefront/routes/buyer-order.tsx"),
];

export const storefrontWorkspaceRoutes = [
  route("studio/orders", "features/storefront/routes/order-list.tsx"),
  route("studio/orders/:orderId", "features/storefront/routes/order.tsx"),
];
