/** The front door of ingest. */
export { retryPhoto } from "./commands/retry-photo.server";
export { getReadyPhoto, listPhotos } from "./queries.server";
