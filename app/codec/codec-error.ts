/**
 * Why a file cannot be made into pictures:
 * `unsupported` – a sound file of a kind we do not read; `damaged` – it breaks its own format;
 * `too_large` – reading it would cost more memory or time than one picture may.
 */
export type CodecFailure = "unsupported" | "damaged" | "too_large";

/**
 * The one error this folder throws about a file. Recognise it by `kind`: a Worker bundles some modules twice,
 * and `instanceof` fails across the copies. The message is for logs, never for people.
 */
export class CodecError extends Error {
  readonly kind = "codec_error";
  readonly failure: CodecFailure;

  constructor(failure: CodecFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CodecError";
    this.failure = failure;
  }
}

export function isCodecError(error: unknown): error is CodecError {
  return error instanceof Error && "kind" in error && error.kind === "codec_error";
}
