/** The front door of ingest. */
export { retryPhoto } from "./commands/retry-photo.server";
export { uploadPhoto } from "./commands/upload-photo.server";
export { getReadyPhoto, listPhotos, type PhotoSummary } from "./queries.server";
