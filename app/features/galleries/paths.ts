export const galleriesPath = "/studio/galleries";
export const newGalleryPath = "/studio/galleries/new";
export const galleryPath = (id: string) => `/studio/galleries/${id}`;
export const gallerySettingsPath = (id: string) => `/studio/galleries/${id}/settings`;
/** Where assignments are posted to. */
export const galleryAssignmentsPath = (id: string) => `/studio/galleries/${id}/assignments`;

/** The gallery as visitors see it. */
export const sharePath = (key: string) => `/g/${key}`;
export const sharedPhotoPath = (key: string, photoId: string) => `/g/${key}/photos/${photoId}`;

/** Where somebody sees what they have chosen, and where a mailed link to it is opened. */
export const favouritesPath = (key: string) => `/g/${key}/favourites`;
export const favouritesEnterPath = (key: string, token: string) => `/g/${key}/favourites/enter/${token}`;
/** What the controls on photos talk to. */
export const favouritesStatePath = (key: string) => `/g/${key}/favourites/state`;

/** What was chosen in a gallery, for the studio. */
export const picksPath = (id: string) => `/studio/galleries/${id}/favourites`;
export const picksFilePath = (id: string) => `/studio/galleries/${id}/favourites/file`;
