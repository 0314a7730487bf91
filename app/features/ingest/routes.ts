import { route } from "@remix-run/route-config";

export const ingestSettingsRoutes = [
  route("studio/settings/pictures", "features/ingest/routes/pictures.tsx"),
];

export const ingestWorkspaceRoutes = [
  route("studio/galleries/:galleryId/photos/:photoId", "features/ingest/routes/photo.tsx"),
];

/** Addresses that answer with bytes or a redirect, outside the workspace's frame. */
export const ingestRoutes = [
  route("studio/galleries/:galleryId/photos", "features/ingest/routes/upload-form.ts"),
  route("studio/settings/pictures/logo.png", "features/ingest/routes/watermark-logo.ts"),
];
