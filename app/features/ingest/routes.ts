import { route } from "@remix-run/route-config";

/** Addresses that answer with bytes or a redirect, outside the workspace's frame. */
export const ingestRoutes = [
  route("studio/galleries/:galleryId/photos", "features/ingest/routes/upload-form.ts"),
];
