export const galleriesPath = "/studio/galleries";
export const newGalleryPath = "/studio/galleries/new";
export const galleryPath = (id: string) => `/studio/galleries/${id}`;
export const gallerySettingsPath = (id: string) => `/studio/galleries/${id}/settings`;
/** Where assignments are posted to. */
export const galleryAssignmentsPath = (id: string) => `/studio/galleries/${id}/assignments`;

/** The gallery as visitors see it. */
export const sharePath = (key: string) => `/g/${key}`;
export const sharedPhotoPath = (key: string, photoId: string) => `/g/${key}/photos/${photoId}`;
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
