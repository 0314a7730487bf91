import { route } from "@remix-run/route-config";

/** Signing in and out, and what is reached by mailed links. */
export const accountRoutes = [
  route("sign-in", "features/account/routes/sign-in.tsx"),
  route("sign-in/code", "features/account/routes/sign-in-code.tsx"),
  route("sign-out", "features/account/routes/sign-out.ts"),
  route("forgot-password", "features/account/routes/forgot-password.tsx"),
  route("reset/:token", "features/account/routes/reset-password.tsx"),
  route("verify/:token", "features/account/routes/verify-email.tsx"),
  route("join/:token", "features/account/routes/join.tsx"),
  route("account/confirm", "features/account/routes/account-confirm.tsx"),
  route("account/verification", "features/account/routes/account-verification.ts"),
  route("account/devices", "features/account/routes/account-devices.ts"),
  route("studio/audit/export/file", "features/account/routes/audit-file.ts"),
];

/** The people of the studio, in the frame of the workspace. */
export const peopleWorkspaceRoutes = [
  route("studio/people", "features/account/routes/members.tsx"),
  route("studio/people/invite", "features/account/routes/members-invite.tsx"),
  route("studio/people/:memberId", "features/account/routes/members-one.tsx"),
];

/** A member's own pages, in the frame of the workspace. */
export const accountWorkspaceRoutes = [
  route("account", "features/account/routes/account.tsx"),
  route("account/email", "features/account/routes/account-email.tsx"),
  route("account/password", "features/account/routes/account-password.tsx"),
  route("account/two-factor", "features/account/routes/account-two-factor.tsx"),
  route("account/keys", "features/account/routes/account-keys.tsx"),
  route("account/keys/new", "features/account/routes/account-keys-new.tsx"),
  route("account/leave", "features/account/routes/account-leave.tsx"),
];

/** What the studio keeps of itself, in the frame of the settings. */
export const accountSettingsRoutes = [
  route("studio/audit", "features/account/routes/audit-log.tsx"),
  route("studio/audit/export", "features/account/routes/audit-export.tsx"),
];
