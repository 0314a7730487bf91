/** The front door of galleries. */

export { createGallery } from "./commands/create-gallery.server";
export { forgetDayVisitors } from "./commands/forget-day-visitors.server";
export { noteExpiredGalleries } from "./commands/note-expired-galleries.server";
export { publishGallery } from "./commands/publish-gallery.server";
export { sendDueMailings } from "./commands/send-due-mailings.server";
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
