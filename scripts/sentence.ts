/** An error whose message is all that a person needs; the command ends with it and a non-zero status. */
export class SentenceError extends Error {
  readonly kind = "sentence";
}
