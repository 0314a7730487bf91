import { route } from "@remix-run/route-config";

/** What buyers and visitors open. */
export const downloadRoutes = [
  route("d/:token", "features/downloads/routes/download.tsx"),
  route("d/:token/more", "features/downloads/routes/more-photos.ts"),
  route("g/:key/downloads", "features/downloads/routes/gallery-downloads.tsx"),
];

/** What the studio sees of it. */
export const downloadWorkspaceRoutes = [
  route("studio/downloads", "features/downloads/routes/download-log.tsx"),
  route("studio/downloads/:linkId", "features/downloads/routes/link.tsx"),
];
