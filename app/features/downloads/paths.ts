import type { DownloadSize } from "./model";

/** Which part of an archive: the first is 1, and `of` names the most that a part may hold. */
interface ArchivePartChoice {
  part: number;
  of: "2gb" | "4gb";
}

export const downloadPath = (token: string) => `/d/${token}`;

/** The photos behind a cursor, as data that the page adds to itself. */
export const morePhotosPath = (token: string, size: DownloadSize, cursor: string) =>
  `/d/${token}/more${query({ size, cursor })}`;

/** The archive in a size ("original" where it is left out), whole or one part of it. */
export const archivePath = (token: string, size?: DownloadSize, choice?: ArchivePartChoice) =>
  `/d/${token}/archive.zip${query({ size, part: choice?.part, of: choice?.of })}`;

/** One photo as a file; without a size the largest there is a right to. */
export const originalPath = (token: string, photoId: string, size?: DownloadSize) =>
  `/d/${token}/photos/${photoId}${query({ size })}`;

export const downloadThumbPath = (token: string, photoId: string) => `/d/${token}/thumbs/${photoId}.jpg`;

/** Where a visitor gets a link to what a gallery gives; a PIN is asked for there. */
export const galleryDownloadsPath = (key: string) => `/g/${key}/downloads`;

/** What was downloaded in the studio; of one gallery, or all of it. */
export const downloadLogPath = (galleryId?: string) => `/studio/downloads${query({ gallery: galleryId })}`;

/** One link as the studio sees it. */
export const linkPath = (linkId: string) => `/studio/downloads/${linkId}`;

function query(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? ""
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
