/**
 * Why a file cannot be made into pictures:
 * `unsupported` – a sound file of a kind we do not read; `damaged` – it breaks its own format;
 * `too_large` – reading it would cost more memory or time than one picture may.
 */
export type CodecFailure = "unsupported" | "damaged" | "too_large";

/** What exactly stands in the way, where people can do something about it. Whoever shows it finds the words. */
export const codecDetails = [
  // Files of other kinds: still pictures to be converted, and what is none.
  "heic",
  "avif",
  "gif",
  "video",
  "unknown_kind",
  // JPEG: ways of coding (ITU-T T.81, table B.1), sample depth, components, sampling, where the header lies.
  "arithmetic_coding",
  "lossless",
  "hierarchical",
  "bit_depth",
  "component_count",
  "sampling",
  "height_behind_scan",
  "header_far_behind",
  // WebP of several frames; WebP that takes more memory than its decoder may have.
  "animated",
  "webp_memory",
  // A raw file without a JPEG inside, and one whose preview is none.
  "no_preview",
  "not_jpeg",
  // TIFF: 64-bit offsets, compression, bits or number format of samples, colours, order of the data.
  "big_tiff",
  "compression",
  "samples",
  "colour_model",
  "layout",
  // Any kind: too many pixels, more work than a photograph takes, more memory than there is at any scale.
  "too_many_pixels",
  "too_much_work",
  "needs_fallback",
  // Our own decoder broke on the file.
  "core_failed",
] as const;
export type CodecDetail = (typeof codecDetails)[number];

interface Detailed extends ErrorOptions {
  detail: CodecDetail | null;
}

/**
 * The one error this folder throws about a file. What is not supported has a detail, or says that it has none.
 * Recognise it by `kind`: a Worker bundles some modules twice, and `instanceof` fails across the copies. The message
 * is for logs, never for people.
 */
export class CodecError extends Error {
  readonly kind = "codec_error";
  readonly failure: CodecFailure;
  readonly detail: CodecDetail | null;

  constructor(failure: CodecFailure, message: string, options: Detailed);
  constructor(failure: Exclude<CodecFailure, "unsupported">, message: string, options?: ErrorOptions);
  constructor(failure: CodecFailure, message: string, options: Partial<Detailed> = {}) {
    const { detail, ...rest } = options;
    super(message, rest);
    this.name = "CodecError";
    this.failure = failure;
    this.detail = detail ?? null;
  }
}

export function isCodecError(error: unknown): error is CodecError {
  return error instanceof Error && "kind" in error && error.kind === "codec_error";
}
