/** The front door of galleries. */

export { createGallery } from "./commands/create-gallery.server";
export { noteExpiredGalleries } from "./commands/note-expired-galleries.server";
export { publishGallery } from "./commands/publish-gallery.server";
export { galleryById, getGallery, listPublicGalleries, withinReach } from "./queries.server";
