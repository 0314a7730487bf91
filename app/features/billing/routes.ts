import { route } from "@remix-run/route-config";

export const billingSettingsRoutes = [
  route("studio/settings/payments", "features/billing/routes/payments.tsx"),
];

/** Addresses that answer with a redirect, outside the workspace's frame. */
export const billingRoutes = [
  route("studio/settings/payments/continue", "features/billing/routes/continue-onboarding.ts"),
];
