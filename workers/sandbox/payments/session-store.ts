import { newEvent, storeEventAfterChange, type WebhookEvent } from "./events";
import { sessionObject } from "./session-object";
import {
  expiredSession,
  paidSession,
  SESSION_COLUMNS,
  type SessionRecord,
  type SessionRow,
  sessionFromRow,
} from "./session-record";

/** Stores a session that newSession made. */
export async function insertSession(db: D1Database, session: SessionRecord): Promise<void> {
  await db
    .prepare(
      `INSERT INTO checkout_sessions (id, account, status, params, currency, amount, origin, created, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      session.id,
      session.account,
      session.status,
      JSON.stringify(session.params),
      session.currency,
      session.amount,
      session.origin,
      session.created,
      session.expiresAt,
    )
    .run();
}

/** The session with this id, whoever it belongs to, or null. */
export async function findSession(db: D1Database, id: string): Promise<SessionRecord | null> {
  const row = await db
    .prepare(`SELECT ${SESSION_COLUMNS} FROM checkout_sessions WHERE id = ?`)
    .bind(id)
    .first<SessionRow>();
  return row ? sessionFromRow(row) : null;
}

/** The newest sessions, of one account or of all. */
export async function recentSessions(
  db: D1Database,
  limit: number,
  account?: string,
): Promise<SessionRecord[]> {
  const { results } = await db
    .prepare(
      `SELECT ${SESSION_COLUMNS} FROM checkout_sessions WHERE ?1 IS NULL OR account = ?1 ORDER BY rowid DESC LIMIT ?2`,
    )
    .bind(account ?? null, limit)
    .all<SessionRow>();
  return results.map(sessionFromRow);
}

/** How many sessions there are. */
export async function countSessions(db: D1Database): Promise<number> {
  return (await db.prepare("SELECT count(*) AS n FROM checkout_sessions").first<number>("n")) ?? 0;
}

/**
 * Pays a session: one guarded change, so that of many at once exactly one succeeds.
 * @param nowSeconds the product's now in epoch seconds; at `expires_at` it is too late.
 * @returns the event of the payment, or null when the session was no longer open.
 */
export async function payOnce(
  db: D1Database,
  session: SessionRecord,
  buyerEmail: string,
  nowSeconds: number,
): Promise<WebhookEvent | null> {
  const paid = paidSession(session, buyerEmail);
  const event = newEvent("checkout.session.completed", paid, sessionObject(paid), nowSeconds);
  const change = db
    .prepare(
      `UPDATE checkout_sessions SET status = 'complete', buyer_email = ?, payment_intent = ?
       WHERE id = ? AND status = 'open' AND expires_at > ?`,
    )
    .bind(paid.buyerEmail, paid.paymentIntent, paid.id, nowSeconds);
  return commit(db, change, event);
}

/**
 * Closes a session, whether or not its time has come: one guarded change.
 * @returns the event of the expiry, or null when the session was no longer open.
 */
export async function expireOnce(
  db: D1Database,
  session: SessionRecord,
  nowSeconds: number,
): Promise<WebhookEvent | null> {
  const expired = expiredSession(session);
  const event = newEvent("checkout.session.expired", expired, sessionObject(expired), nowSeconds);
  const change = db
    .prepare("UPDATE checkout_sessions SET status = 'expired' WHERE id = ? AND status = 'open'")
    .bind(session.id);
  return commit(db, change, event);
}

/** Runs a guarded change and, only if it changed the row, stores its event in the same transaction. */
async function commit(
  db: D1Database,
  change: D1PreparedStatement,
  event: WebhookEvent,
): Promise<WebhookEvent | null> {
  const [changed] = await db.batch([change, storeEventAfterChange(db, event)]);
  return changed?.meta.changes === 1 ? event : null;
}

/** The open sessions whose time has run out by `nowSeconds`. */
export async function lapsedSessions(db: D1Database, nowSeconds: number): Promise<SessionRecord[]> {
  const { results } = await db
    .prepare(`SELECT ${SESSION_COLUMNS} FROM checkout_sessions WHERE status = 'open' AND expires_at <= ?`)
    .bind(nowSeconds)
    .all<SessionRow>();
  return results.map(sessionFromRow);
}
