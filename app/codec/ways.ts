import { CodecError } from "./codec-error";
import type { FileKind, RawKind } from "./sniff";

/**
 * How a kind of file becomes pixels: decoded by the JPEG codec, row by row from PNG or TIFF, by the WebP decoder, or
 * by way of the JPEG inside a raw file.
 */
export type Way =
  | { by: "jpeg" }
  | { by: "png" }
  | { by: "tiff" }
  | { by: "webp" }
  | { by: "preview"; kind: RawKind };

/** Throws CodecError (`unsupported`, with the detail that names the kind) for what is not decoded here. */
export function wayOf(kind: FileKind | null): Way {
  switch (kind) {
    case "jpeg":
    case "png":
    case "tiff":
    case "webp":
      return { by: kind };
    case null:
      throw new CodecError("unsupported", "The file is no known picture", { detail: "unknown_kind" });
    case "gif":
    case "heic":
    case "avif":
    case "video":
      throw new CodecError("unsupported", `The file is ${kind}`, { detail: kind });
    default:
      return { by: "preview", kind };
  }
}
