/** How many photos a page brings when it is sent. */
export const PHOTOS_A_PAGE = 36;
/** How many of those with their pictures: with the cover and the studio's logo, a page as sent has twelve. */
export const PICTURES_A_PAGE = 10;
/** How many photos a page fetches when it wants more. */
export const PHOTOS_A_FETCH = 200;

/** A photo as a visitor's page knows it. */
export interface TilePhoto {
  id: string;
  filename: string;
  caption: string | null;
  version: number;
  width: number;
  height: number;
  /** A tiny blurred picture, base64; null for a photo of which nothing is known yet. */
  thumbhash: string | null;
  hidden: boolean;
}

/** Leaves out what a visitor's page has no use for. */
export function tilePhoto(photo: TilePhoto): TilePhoto {
  const { id, filename, caption, version, width, height, thumbhash, hidden } = photo;
  return { id, filename, caption, version, width, height, thumbhash, hidden };
}
