import { route } from "@remix-run/route-config";

/** Pages of the platform's own host, and the one on a studio's host that its new owner comes in by. */
export const signupRoutes = [
  route("start", "features/signup/routes/start.tsx"),
  route("start/slug", "features/signup/routes/slug-check.ts"),
  route("start/waiting", "features/signup/routes/waiting.tsx"),
  route("welcome", "features/signup/routes/welcome.tsx"),
];
