/** The command was understood and cannot be done; the message says why, and what to do about it. */
export class Refusal extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

/** The command was not understood. */
export class UsageError extends Error {}
