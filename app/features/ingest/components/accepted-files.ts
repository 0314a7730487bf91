/** What the picker offers everywhere, by type and, for raw files, by name. */
const READ =
  "image/jpeg,image/png,image/webp,image/tiff,image/avif,.jpg,.jpeg,.png,.webp,.tif,.tiff,.avif,.cr2,.cr3,.nef,.arw,.dng,.raf,.orf,.rw2";
const HEIC = "image/heic,.heic,.heif";
const ZIP = "application/zip,.zip";

/** What of a browser's navigator tells an iPhone or iPad. */
export interface Device {
  userAgent: string;
  maxTouchPoints: number;
}

/**
 * The `accept` of the picker; null before the browser is known. iOS hands over the photos of its library as JPEGs, with
 * everything in them, to a page that does not ask for HEIC: better than what we could make of them. Anywhere else a
 * HEIC lies in a folder and must be asked for, and so does a ZIP archive.
 */
export function acceptedFiles(device: Device | null): string {
  return device === null || isIos(device) ? READ : `${READ},${HEIC},${ZIP}`;
}

/** An iPad says that it is a Mac, of which none has a touch screen. */
function isIos({ userAgent, maxTouchPoints }: Device): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

/** Whether a file is a ZIP archive, whose files are meant. */
export function isZip({ name, type }: { name: string; type: string }): boolean {
  return /\.zip$/i.test(name) || /^application\/(x-)?zip(-compressed)?$/.test(type);
}
