import { route } from "@remix-run/route-config";

export const accountRoutes = [
  route("sign-in", "features/account/routes/sign-in.tsx"),
  route("sign-out", "features/account/routes/sign-out.ts"),
];
