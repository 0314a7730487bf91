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
/** More photos of a section as JSON, for a page that is open already. */
export const sharedPhotosPath = (
  key: string,
  { section, cursor }: { section: string | null; cursor: string | null },
) => {
  const query = new URLSearchParams();
  if (section !== null) query.set("section", section);
  if (cursor !== null) query.set("cursor", cursor);
  return `/g/${key}/photos?${query}`;
};
/** Where hiding a photo, and showing it again, is posted to. */
export const sharedHidePath = (key: string) => `/g/${key}/hide`;
