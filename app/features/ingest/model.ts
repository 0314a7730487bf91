/** The pictures made of every photo for looking at: name, long edge in pixels, qualities. All carry the watermark. */
export const renditionSizes = [
  { name: "thumb", longEdge: 400, jpeg: 78, webp: 76 },
  { name: "grid", longEdge: 1024, jpeg: 82, webp: 80 },
  { name: "preview", longEdge: 2048, jpeg: 82, webp: 80 },
] as const;

/** The clean size for those who may download it. It is never shown. */
export const webSize = { name: "web", longEdge: 2048, jpeg: 88, webp: null } as const;

export type RenditionName = (typeof renditionSizes)[number]["name"];

/** Everything made of a photo, the clean size with it. */
export type StoredName = RenditionName | typeof webSize.name;

export type RenditionFormat = "jpeg" | "webp";

export const renditionNames = renditionSizes.map((size) => size.name);

/** What stands on every rendition: the studio's name or its logo, where, how strong and how large. */
export const placements = ["tiled", "center", "bottom-right", "bottom-left"] as const;
export type WatermarkPlacement = (typeof placements)[number];

export const watermarkKinds = ["text", "logo"] as const;

/** Sizes by name, as factors of the usual size. */
export const watermarkSizes = { small: 0.7, medium: 1, large: 1.5 } as const;
export type WatermarkSize = keyof typeof watermarkSizes;
export const watermarkSizeNames = ["small", "medium", "large"] as const;

/** Opacity in percent: below the least nobody sees it. */
export const watermarkOpacity = { least: 10, most: 100, usual: 30 } as const;

export interface WatermarkSettings {
  kind: (typeof watermarkKinds)[number];
  text: string;
  /** Where the logo lies among the studio's objects; null while there is none. */
  logoKey: string | null;
  placement: WatermarkPlacement;
  /** Percent. */
  opacity: number;
  size: WatermarkSize;
  /** Grows with every change; a photo made with an older one is made anew. */
  revision: number;
}

/** The largest logo taken, in bytes and in pixels a side. */
export const LARGEST_LOGO = 800_000;
export const LARGEST_LOGO_SIDE = 4000;

/** The largest file taken in one request: Cloudflare's limit for a body, less what goes around it. */
export const LARGEST_UPLOAD = 95 * 1024 * 1024;

export type PhotoStatus = "processing" | "ready" | "failed";

/** Why a file cannot be shown, as the codec says it: exactly, where it knows. The words stand in messages/. */
export type PictureFailure =
  | "unsupported"
  | "damaged"
  | "too_large"
  | "heic"
  | "avif"
  | "gif"
  | "video"
  | "unknown_kind"
  | "arithmetic_coding"
  | "lossless"
  | "hierarchical"
  | "bit_depth"
  | "component_count"
  | "sampling"
  | "height_behind_scan"
  | "header_far_behind"
  | "animated"
  | "webp_memory"
  | "no_preview"
  | "not_jpeg"
  | "big_tiff"
  | "compression"
  | "samples"
  | "colour_model"
  | "layout"
  | "too_many_pixels"
  | "too_much_work"
  | "needs_fallback"
  | "core_failed";

/** Why a photo could not be made ready. */
export type PhotoFailure = PictureFailure | "original_missing" | "internal";

/** What can be odd about a file that is shown all the same, as the codec says it. */
export type Oddity =
  | "truncated"
  | "corrupt"
  | "restart_damaged"
  | "surplus_bytes"
  | "profile_ignored"
  | "inks_approximated"
  | "scaled_by_memory"
  | "damaged"
  | "checksum"
  | "reduced";

/** Why an upload was refused. */
export type UploadRefusal =
  | { reason: "no_length" }
  | { reason: "empty" }
  | { reason: "too_large" }
  | { reason: "unreadable"; failure: PictureFailure }
  | { reason: "length_mismatch" };

/** Where a photo's original lies among the studio's objects. */
export const originalKey = (photoId: string) => `${photoId}/original`;

/** Where a rendition lies; a new version is another object, so that a cached one is never wrong. */
export const renditionKey = (
  photoId: string,
  version: number,
  name: StoredName,
  format: RenditionFormat = "jpeg",
) => `${photoId}/${version}/${name}.${format === "jpeg" ? "jpg" : format}`;

/** Pixels of a rendition: the photo scaled down to the long edge, never up. */
export function renditionSize(photo: { width: number; height: number }, name: RenditionName) {
  const longEdge = renditionSizes.find((size) => size.name === name)?.longEdge ?? 0;
  const scale = Math.min(1, longEdge / Math.max(photo.width, photo.height));
  return {
    width: Math.max(1, Math.round(photo.width * scale)),
    height: Math.max(1, Math.round(photo.height * scale)),
  };
}
