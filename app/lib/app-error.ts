/** Every way a request can end without doing what it asked. One status each; the table is `statusOf`. */
export type ErrorType =
  | "invalid_request"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "gone"
  | "length_required"
  | "too_large"
  | "unsupported_media"
  | "rate_limited"
  | "unavailable"
  | "internal";

const statuses: Record<ErrorType, number> = {
  invalid_request: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  length_required: 411,
  too_large: 413,
  unsupported_media: 415,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/** The HTTP status that goes with an error type. */
export function statusOf(type: ErrorType): number {
  return statuses[type];
}

/**
 * A request that ends here, with words that may be shown to whoever sent it. Recognised by `kind`, because
 * two bundles of one class would fail `instanceof`.
 */
export class AppError extends Error {
  readonly kind = "app_error";
  constructor(
    readonly type: ErrorType,
    message: string,
    readonly details: { fields?: Record<string, string[]>; retryAfterSeconds?: number } = {},
  ) {
    super(message);
  }
}

export function isAppError(error: unknown): error is AppError {
  return typeof error === "object" && error !== null && (error as AppError).kind === "app_error";
}

/** Missing and somebody else's give this same answer. */
export function notFound(): AppError {
  return new AppError("not_found", "There is nothing at this address.");
}
