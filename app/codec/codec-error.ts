/**
 * Why a file cannot be made into pictures:
 * `unsupported` – a sound file of a kind we do not read; `damaged` – it breaks its own format;
 * `too_large` – reading it would cost more memory or time than one picture may.
 */
export type CodecFailure = "unsupported" | "damaged" | "too_large";

/**
 * What exactly stands in the way, where people can do something about it. Whoever shows it finds the words:
 * `heic`, `avif` and `gif` are still pictures to be converted, `video` and `unknown_kind` are none,
 * `animated` is a WebP of several frames, `no_preview` a raw file without a JPEG inside,
 * `big_tiff`, `compression`, `samples` (bits or number format), `colour_model` and `layout` are ways to save a file.
 */
export type CodecDetail =
  | "unknown_kind"
  | "video"
  | "gif"
  | "heic"
  | "avif"
  | "animated"
  | "webp_memory"
  | "no_preview"
  | "big_tiff"
  | "compression"
  | "samples"
  | "colour_model"
  | "layout";

interface CodecErrorOptions extends ErrorOptions {
  detail?: CodecDetail;
}

/**
 * The one error this folder throws about a file. Recognise it by `kind`: a Worker bundles some modules twice,
 * and `instanceof` fails across the copies. The message is for logs, never for people.
 */
export class CodecError extends Error {
  readonly kind = "codec_error";
  readonly failure: CodecFailure;
  readonly detail: CodecDetail | null;

  constructor(failure: CodecFailure, message: string, options: CodecErrorOptions = {}) {
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
