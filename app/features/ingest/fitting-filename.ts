/** The endings by which files of a media type are known, the usual one first. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/png": ["png"],
  "image/tiff": ["tif", "tiff"],
  "image/webp": ["webp"],
  "image/heic": ["heic", "heif", "hif"],
  "image/avif": ["avif"],
  "image/x-cr2": ["cr2"],
  "image/x-cr3": ["cr3"],
  "image/x-nef": ["nef", "nrw"],
  "image/x-arw": ["arw", "sr2"],
  "image/x-dng": ["dng"],
  "image/x-raf": ["raf"],
  "image/x-orf": ["orf", "ori"],
  "image/x-rw2": ["rw2"],
};

/**
 * A file's name with an ending that says what the file is: "mountain.exe" that holds a JPEG is "mountain.exe.jpg". One
 * that fits stays as it is written.
 */
export function fittingFilename(filename: string, contentType: string): string {
  const endings = ENDINGS[contentType];
  const ending = /\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase() ?? "";
  return endings === undefined || endings.includes(ending) ? filename : `${filename}.${endings[0]}`;
}
