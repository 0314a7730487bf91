/** The front door of galleries. */

export { announceReminders } from "./commands/announce-reminders.server";
export { applyServices } from "./commands/apply-services.server";
export { createGallery } from "./commands/create-gallery.server";
export { deleteOriginals } from "./commands/delete-originals.server";
export { forgetDayVisitors } from "./commands/forget-day-visitors.server";
export { forgetOldVisitors } from "./commands/forget-old-visitors.server";
export { noteExpiredGalleries } from "./commands/note-expired-galleries.server";
export { planDeletions } from "./commands/plan-deletions.server";
export { publishGallery } from "./commands/publish-gallery.server";
export { remindUnfinished } from "./commands/remind-unfinished.server";
export { sendDueMailings } from "./commands/send-due-mailings.server";
export { pinOf } from "./download-pin.server";
export { comeTo, letInto } from "./let-in.server";
export {
  galleryById,
  getGallery,
  listPublicGalleries,
  withinReach,
} from "./queries.server";
export { enterGallery, provenClient, viewerOf } from "./viewer.server";
export {
  type Browser,
  KEYS_COOKIE,
  makeVisitor,
  proveVisitor,
  setVisitor,
  VISITOR_COOKIE,
  visitorBehind,
} from "./visitor.server";
