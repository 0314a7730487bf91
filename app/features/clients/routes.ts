import { route } from "@remix-run/route-config";

/** What clients open: the way in by mail, and their own page. */
export const clientRoutes = [
  route("client", "features/clients/routes/client-home.tsx"),
  route("client/sign-in", "features/clients/routes/client-sign-in.tsx"),
  route("client/enter/:token", "features/clients/routes/client-enter.tsx"),
  route("client/sign-out", "features/clients/routes/client-sign-out.ts"),
];
