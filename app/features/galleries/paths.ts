export const galleriesPath = "/studio/galleries";
export const newGalleryPath = "/studio/galleries/new";
export const galleryPath = (id: string) => `/studio/galleries/${id}`;
export const gallerySettingsPath = (id: string) => `/studio/galleries/${id}/settings`;
/** Where assignments are posted to. */
export const galleryAssignmentsPath = (id: string) => `/studio/galleries/${id}/assignments`;

/** The gallery as visitors see it. */
export const sharePath = (key: string) => `/g/${key}`;
/** Where the door of a gallery is: what it asks for is sent there. `to` is the page of it that was wanted. */
export const enterPath = (key: string, to?: string) =>
  `/g/${key}/enter${to === undefined || to === sharePath(key) ? "" : `?to=${encodeURIComponent(to)}`}`;
/** The link that somebody who is named in a gallery gets by mail. */
export const personLinkPath = (key: string, token: string) => `/g/${key}/enter?token=${token}`;
/** Who is named in a gallery, for the studio. */
export const galleryPeoplePath = (id: string) => `/studio/galleries/${id}/people`;
export const sharedPhotoPath = (key: string, photoId: string) => `/g/${key}/photos/${photoId}`;
