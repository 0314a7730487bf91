import { MINUTE } from "../../lib/time";

/** How often somebody may have photos processed again. */
export const processingLimit = { most: 10, windowMs: MINUTE } as const;

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

export type RenditionFormat = "jpeg" | "webp" | "avif";

/** Quality of the AVIF that is made of the preview, 0 to 100: at this one it looks like the WebP and is smaller. */
export const AVIF_QUALITY = 60;

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

/** Whose copyright and credit stand in the renditions: nobody's, the file's own, or else the studio's. */
export const creditSources = ["none", "file", "studio"] as const;
export type CreditSource = (typeof creditSources)[number];

export interface WatermarkSettings {
  kind: (typeof watermarkKinds)[number];
  text: string;
  /** Where the logo lies among the studio's objects; null while there is none. */
  logoKey: string | null;
  placement: WatermarkPlacement;
  /** Percent. */
  opacity: number;
  size: WatermarkSize;
}

/** How a studio's pictures are made. */
export interface PictureSettings extends WatermarkSettings {
  credits: CreditSource;
  /** Also makes an AVIF of the preview, later and on its own. */
  avif: boolean;
  /** Grows with every change of what renditions look like or say; a photo made with an older one is made anew. */
  revision: number;
}

/** The largest logo taken, in bytes and in pixels a side. */
export const LARGEST_LOGO = 800_000;
export const LARGEST_LOGO_SIDE = 2000;

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

/** Why a ZIP archive is not opened at all: a key of the words. */
export type ZipRefusal = "not_zip" | "damaged" | "split" | "too_many_files" | "unbelievable" | "no_photos";

/** Why a file of a ZIP archive is not uploaded: a key of the words. */
export type ZipFileRefusal =
  | "archive_inside"
  | "encrypted"
  | "unknown_compression"
  | "file_too_large"
  | "file_damaged"
  | "unbelievable";

/** Where a photo's original lies among the studio's objects. */
export const originalKey = (photoId: string) => `${photoId}/original`;

/** The pictures that one attempt made of a version of a photo. */
export interface RenditionSet {
  id: string;
  version: number;
  /** Null for sets from before attempts had names. */
  attempt: string | null;
}

/**
 * Where a rendition lies. Each attempt writes under keys of its own and the photo's row says which one is shown, so
 * what two attempts at once write never mixes, and a cached picture is never wrong.
 */
export const renditionKey = (set: RenditionSet, name: StoredName, format: RenditionFormat = "jpeg") =>
  `${renditionFolder(set)}${name}.${format === "jpeg" ? "jpg" : format}`;

/** What the keys of a set's renditions begin with. */
export const renditionFolder = ({ id, version, attempt }: RenditionSet) =>
  `${id}/${version}${attempt === null ? "" : `-${attempt}`}/`;

/** The version that an object of a photo was made for; null for the original. */
export function versionOfKey(photoId: string, key: string): number | null {
  const [, version] = /^(\d+)[-/]/.exec(key.slice(photoId.length + 1)) ?? [];
  return version === undefined ? null : Number(version);
}

/** An exposure time as photographers write it: "1/250", or seconds from a third on. */
export function shutterTime(seconds: number): string {
  return seconds < 0.3 ? `1/${Math.round(1 / seconds)}` : String(Math.round(seconds * 10) / 10);
}

/** Pixels of a rendition: the photo scaled down to the long edge, never up. */
export function renditionSize(photo: { width: number; height: number }, name: RenditionName) {
  const longEdge = renditionSizes.find((size) => size.name === name)?.longEdge ?? 0;
  const scale = Math.min(1, longEdge / Math.max(photo.width, photo.height));
  return {
    width: Math.max(1, Math.round(photo.width * scale)),
    height: Math.max(1, Math.round(photo.height * scale)),
  };
}
