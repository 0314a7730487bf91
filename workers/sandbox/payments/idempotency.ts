import { StripeFailure } from "./stripe-failure";

/** What identifies a repeated request: the account, the key, and what was asked for under it. */
export interface IdempotentRequest {
  account: string;
  key: string;
  /** Method, path and parameters, independent of the parameters' order. */
  fingerprint: string;
}

/** An answer that can be kept and replayed: an HTTP status and a JSON text. */
export interface Answer {
  status: number;
  body: string;
}

/** After this many milliseconds an unanswered request counts as lost, and its key is free again. */
const LOST_AFTER_MS = 60_000;

/**
 * Answers a request once per key: the first run's answer is kept and replayed to every repetition.
 * A run that throws leaves no trace, as at Stripe, where a refused parameter does not use up its key.
 * @throws StripeFailure 400 when the key was used for something else, 409 while the first run is under way;
 *   and whatever `run` throws.
 */
export async function answerOnce(
  db: D1Database,
  request: IdempotentRequest,
  run: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  if (!(await claim(db, request))) return { ...(await earlierAnswer(db, request)), replayed: true };
  try {
    const answer = await run();
    await db
      .prepare("UPDATE idempotency_keys SET status = ?, body = ? WHERE account = ? AND key = ?")
      .bind(answer.status, answer.body, request.account, request.key)
      .run();
    return { ...answer, replayed: false };
  } catch (error) {
    await db
      .prepare("DELETE FROM idempotency_keys WHERE account = ? AND key = ? AND status IS NULL")
      .bind(request.account, request.key)
      .run();
    throw error;
  }
}

/** Takes the key for this run; false when it is taken already. */
async function claim(db: D1Database, { account, key, fingerprint }: IdempotentRequest): Promise<boolean> {
  const now = Date.now();
  const [, inserted] = await db.batch([
    db
      .prepare(
        "DELETE FROM idempotency_keys WHERE account = ? AND key = ? AND status IS NULL AND claimed_at_ms < ?",
      )
      .bind(account, key, now - LOST_AFTER_MS),
    db
      .prepare(
        "INSERT OR IGNORE INTO idempotency_keys (account, key, fingerprint, claimed_at_ms) VALUES (?, ?, ?, ?)",
      )
      .bind(account, key, fingerprint, now),
  ]);
  return inserted?.meta.changes === 1;
}

async function earlierAnswer(db: D1Database, request: IdempotentRequest): Promise<Answer> {
  const earlier = await db
    .prepare("SELECT fingerprint, status, body FROM idempotency_keys WHERE account = ? AND key = ?")
    .bind(request.account, request.key)
    .first<{ fingerprint: string; status: number | null; body: string | null }>();
  if (earlier !== null && earlier.fingerprint !== request.fingerprint) {
    throw new StripeFailure(400, {
      type: "idempotency_error",
      message:
        "Keys for idempotent requests can only be used with the same parameters they were first used with. " +
        `Try using a key other than '${request.key}' if you meant to execute a different request.`,
    });
  }
  if (earlier === null || earlier.status === null || earlier.body === null) {
    throw new StripeFailure(409, {
      type: "idempotency_error",
      code: "idempotency_key_in_use",
      message: `There is currently another in-progress request using this Idempotent Key (${request.key}).`,
    });
  }
  return { status: earlier.status, body: earlier.body };
}

/** JSON with every object's keys in order, so that equal parameters give equal text. */
export function orderedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
