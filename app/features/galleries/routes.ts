import { route } from "@remix-run/route-config";

/** What visitors open, and what only forms are sent to. */
export const galleryRoutes = [
  route("studio/galleries/:galleryId/assignments", "features/galleries/routes/gallery-assignments.ts"),
  route("g/:key/enter", "features/galleries/routes/enter.tsx"),
  route("g/:key/photos", "features/galleries/routes/shelf-photos.ts"),
  route("g/:key/hide", "features/galleries/routes/hide-photo.ts"),
  route("studio/galleries/:galleryId/favourites/file", "features/galleries/routes/picks-file.ts"),
  route("g/:key/favourites", "features/galleries/routes/favourites.tsx"),
  route("g/:key/favourites/state", "features/galleries/routes/favourites-state.ts"),
  route("g/:key/favourites/pay", "features/galleries/routes/pay-extras.tsx"),
  route("g/:key/favourites/enter/:token", "features/galleries/routes/favourites-enter.tsx"),
  route("g/:key", "features/galleries/routes/shared-gallery.tsx", [
    route("photos/:photoId", "features/galleries/routes/shared-photo.tsx"),
  ]),
];

export const galleryWorkspaceRoutes = [
  route("studio/galleries", "features/galleries/routes/gallery-list.tsx"),
  route("studio/galleries/deletions", "features/galleries/routes/deletions.tsx"),
  route("studio/galleries/new", "features/galleries/routes/new-gallery.tsx"),
  route("studio/galleries/:galleryId", "features/galleries/routes/gallery.tsx"),
  route("studio/galleries/:galleryId/favourites", "features/galleries/routes/picks.tsx"),
  route("studio/galleries/:galleryId/settings", "features/galleries/routes/gallery-settings.tsx"),
  route("studio/galleries/:galleryId/people", "features/galleries/routes/gallery-people.tsx"),
  route("studio/galleries/:galleryId/arrange", "features/galleries/routes/arrange.tsx"),
  route("studio/galleries/:galleryId/publish", "features/galleries/routes/publish.tsx"),
  route("studio/galleries/:galleryId/statistics", "features/galleries/routes/statistics.tsx"),
  route("studio/galleries/:galleryId/expiry", "features/galleries/routes/gallery-expiry.tsx"),
];
