export const galleriesPath = "/studio/galleries";
export const newGalleryPath = "/studio/galleries/new";
export const galleryPath = (id: string) => `/studio/galleries/${id}`;
export const gallerySettingsPath = (id: string) => `/studio/galleries/${id}/settings`;
/** Where its sections are made and its photos put in order. */
export const arrangePath = (id: string) => `/studio/galleries/${id}/arrange`;
/** Where it is opened to visitors, and they are told. */
export const publishPath = (id: string) => `/studio/galleries/${id}/publish`;
export const statisticsPath = (id: string) => `/studio/galleries/${id}/statistics`;
/** Where assignments are posted to. */
export const galleryAssignmentsPath = (id: string) => `/studio/galleries/${id}/assignments`;

/** The gallery as visitors see it. */
export const sharePath = (key: string) => `/g/${key}`;
export const sharedPhotoPath = (key: string, photoId: string) => `/g/${key}/photos/${photoId}`;
/** The link that somebody who is named in a gallery gets by mail. */
export const personLinkPath = (key: string, token: string) => `/g/${key}/enter?token=${token}`;
/** Who is named in a gallery, for the studio. */
export const galleryPeoplePath = (id: string) => `/studio/galleries/${id}/people`;
