export const galleriesPath = "/studio/galleries";
export const newGalleryPath = "/studio/galleries/new";
export const galleryPath = (id: string) => `/studio/galleries/${id}`;
export const gallerySettingsPath = (id: string) => `/studio/galleries/${id}/settings`;
/** Where its sections are made and its photos put in order. */
export const arrangePath = (id: string) => `/studio/galleries/${id}/arrange`;
/** Where it is opened to visitors, and they are told. */
export const publishPath = (id: string) => `/studio/galleries/${id}/publish`;
export const statisticsPath = (id: string) => `/studio/galleries/${id}/statistics`;
/** What happens when the gallery has expired. */
export const galleryExpiryPath = (id: string) => `/studio/galleries/${id}/expiry`;
/** Originals that will be deleted. */
export const deletionsPath = "/studio/galleries/deletions";
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

/** Where somebody sees what they have chosen, and where a mailed link to it is opened. */
export const favouritesPath = (key: string) => `/g/${key}/favourites`;
/** Where photos of a list beyond those included are paid. */
export const payExtrasPath = (key: string, listId: string) =>
  `/g/${key}/favourites/pay?list=${encodeURIComponent(listId)}`;
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
