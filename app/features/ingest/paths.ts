import type { RenditionName } from "./model";

/** Where a rendition is served. The version makes the address new whenever the picture is. */
export const renditionPath = (photo: { id: string; version: number }, name: RenditionName) =>
  `/media/${photo.id}/${photo.version}/${name}.jpg`;

/** `srcset` of a photo for a grid: thumb and grid with their widths. */
export function gridSrcSet(
  photo: { id: string; version: number },
  widths: { thumb: number; grid: number },
): string {
  return `${renditionPath(photo, "thumb")} ${widths.thumb}w, ${renditionPath(photo, "grid")} ${widths.grid}w`;
}

/** Where the browser and the API send a photo. */
export const uploadPath = (galleryId: string, filename: string) =>
  `/api/v1/galleries/${galleryId}/photos?filename=${encodeURIComponent(filename)}`;

/** A photo as the studio sees it, with all that is known of it. */
export const photoPath = (galleryId: string, photoId: string) =>
  `/studio/galleries/${galleryId}/photos/${photoId}`;

export const picturesPath = "/studio/settings/pictures";
export const watermarkLogoPath = "/studio/settings/pictures/logo.png";
