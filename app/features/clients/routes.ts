import { route } from "@remix-run/route-config";

/** What clients open: the way in by mail, and their own page. */
export const clientRoutes = [
  route("client", "features/clients/routes/client-home.tsx"),
  route("client/sign-in", "features/clients/routes/client-sign-in.tsx"),
  route("client/enter/:token", "features/clients/routes/client-enter.tsx"),
  route("client/sign-out", "features/clients/routes/client-sign-out.ts"),
  route("studio/people-data/:personId/file", "features/clients/routes/person-file.ts"),
];

/** What the studio holds of one person, in the frame of the settings. */
export const clientSettingsRoutes = [
  route("studio/people-data", "features/clients/routes/people-data.tsx"),
  route("studio/people-data/:personId", "features/clients/routes/person-data.tsx"),
];
