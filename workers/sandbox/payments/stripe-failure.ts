/** The body of every refusal: `{ error: { type, code, message, param } }`. */
export interface StripeErrorBody {
  error: {
    type: "invalid_request_error" | "idempotency_error" | "api_error";
    code?: string;
    message: string;
    param?: string;
  };
}

/** A refusal in Stripe's words. Thrown anywhere below `/v1` and answered by the API's error handler. */
export class StripeFailure extends Error {
  readonly kind = "stripe_failure";
  /** @param status the HTTP status of the answer. */
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 500,
    readonly error: StripeErrorBody["error"],
  ) {
    super(error.message);
  }
}

export function isStripeFailure(error: unknown): error is StripeFailure {
  return error instanceof Error && (error as Error & { kind?: string }).kind === "stripe_failure";
}

/** A 400 about one parameter, named as in `line_items[0][quantity]`. */
export function badParameter(param: string, code: string, message: string): StripeFailure {
  return new StripeFailure(400, { type: "invalid_request_error", code, message, param });
}

/** The one answer for an object that does not exist and for one that belongs to another account. */
export function noSuch(kind: string, id: string): StripeFailure {
  return new StripeFailure(404, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${kind}: ${id}`,
    param: "id",
  });
}

/** The same for a session, whose parameter Stripe calls by its name. */
export function noSuchSession(id: string): StripeFailure {
  return new StripeFailure(404, { ...noSuch("checkout.session", id).error, param: "session" });
}
