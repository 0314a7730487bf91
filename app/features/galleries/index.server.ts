/** The front door of galleries. */

export { createGallery } from "./commands/create-gallery.server";
export { forgetOldVisitors } from "./commands/forget-old-visitors.server";
export { noteExpiredGalleries } from "./commands/note-expired-galleries.server";
export { publishGallery } from "./commands/publish-gallery.server";
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
