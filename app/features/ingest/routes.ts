import { route } from "@remix-run/route-config";

export const ingestWorkspaceRoutes = [
  route("studio/settings/watermark", "features/ingest/routes/watermark.tsx"),
];

/** Addresses that answer with bytes or a redirect, outside the workspace's frame. */
export const ingestRoutes = [
  route("studio/galleries/:galleryId/photos", "features/ingest/routes/upload-form.ts"),
  route("studio/settings/watermark/logo.png", "features/ingest/routes/watermark-logo.ts"),
];
