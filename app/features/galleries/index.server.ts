/** The front door of galleries. */

export { announceReminders } from "./commands/announce-reminders.server";
export { applyServices } from "./commands/apply-services.server";
export { createGallery } from "./commands/create-gallery.server";
export { forgetDayVisitors } from "./commands/forget-day-visitors.server";
export { forgetOldVisitors } from "./commands/forget-old-visitors.server";
export { noteExpiredGalleries } from "./commands/note-expired-galleries.server";
export { publishGallery } from "./commands/publish-gallery.server";
export { remindUnfinished } from "./commands/remind-unfinished.server";
export { sendDueMailings } from "./commands/send-due-mailings.server";
export { pinOf } from "./download-pin.server";
export { letInto } from "./let-in.server";
export {
  galleryById,
  getGallery,
  listPublicGalleries,
  withinReach,
} from "./queries.server";
export { addressFor, enterGallery, viewerOf } from "./viewer.server";
export {
  type Browser,
  KEYS_COOKIE,
  VISITOR_COOKIE,
  visitorBehind,
} from "./visitor.server";
