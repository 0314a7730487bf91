/** The front door of ingest. */
export { shiftedMoment } from "./captured-at.server";
export { keepAvifs } from "./commands/keep-avifs.server";
export { photoObjectKeys, withoutPhotos } from "./commands/remove-photos.server";
export { rerenderOutdated } from "./commands/rerender-outdated.server";
export { retryPhoto } from "./commands/retry-photo.server";
export { uploadPhoto } from "./commands/upload-photo.server";
export { deletableOriginals, removeOriginals, withoutOriginals } from "./originals.server";
export { outdatePhotos } from "./outdate-photos.server";
export { pngSize } from "./png-size";
export { listPhotos } from "./queries.server";
export { getShownPhoto, listShownPhotos, onShelf } from "./shown-photos.server";
