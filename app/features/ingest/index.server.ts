/** The front door of ingest. */
export { keepAvifs } from "./commands/keep-avifs.server";
export { rerenderOutdated } from "./commands/rerender-outdated.server";
export { retryPhoto } from "./commands/retry-photo.server";
export { getReadyPhoto, listPhotos } from "./queries.server";
