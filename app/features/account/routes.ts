import { route } from "@remix-run/route-config";

/** Signing in and out, and what is reached by mailed links. */
export const accountRoutes = [
  route("sign-in", "features/account/routes/sign-in.tsx"),
  route("sign-in/code", "features/account/routes/sign-in-code.tsx"),
  route("sign-out", "features/account/routes/sign-out.ts"),
  route("forgot-password", "features/account/routes/forgot-password.tsx"),
  route("reset/:token", "features/account/routes/reset-password.tsx"),
  route("verify/:token", "features/account/routes/verify-email.tsx"),
  route("account/confirm", "features/account/routes/account-confirm.tsx"),
  route("account/verification", "features/account/routes/account-verification.ts"),
  route("account/devices", "features/account/routes/account-devices.ts"),
];

/** A member's own pages, in the frame of the workspace. */
export const accountWorkspaceRoutes = [
  route("account", "features/account/routes/account.tsx"),
  route("account/email", "features/account/routes/account-email.tsx"),
  route("account/password", "features/account/routes/account-password.tsx"),
  route("account/two-factor", "features/account/routes/account-two-factor.tsx"),
  route("account/keys", "features/account/routes/account-keys.tsx"),
  route("account/keys/new", "features/account/routes/account-keys-new.tsx"),
];
