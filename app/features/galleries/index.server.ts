/** The front door of galleries. */

export { announceReminders } from "./commands/announce-reminders.server";
export { applyServices } from "./commands/apply-services.server";
export { createGallery } from "./commands/create-gallery.server";
export { deleteOriginals } from "./commands/delete-originals.server";
export { noteExpiredGalleries } from "./commands/note-expired-galleries.server";
export { planDeletions } from "./commands/plan-deletions.server";
export { publishGallery } from "./commands/publish-gallery.server";
export { pinOf } from "./download-pin.server";
export {
  galleryById,
  getGallery,
  getSharedGallery,
  listPublicGalleries,
  withinReach,
} from "./queries.server";
export { enterGallery, provenClient, viewerOf } from "./viewer.server";
export { KEYS_COOKIE, VISITOR_COOKIE, visitorBehind } from "./visitor.server";
