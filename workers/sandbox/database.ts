const TABLES = [
  // `origin` is the sandbox's own scheme and host as the session's creator reached it; times are epoch seconds.
  `CREATE TABLE IF NOT EXISTS checkout_sessions (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'complete', 'expired')),
    params TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    origin TEXT NOT NULL,
    buyer_email TEXT,
    payment_intent TEXT,
    created INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  )`,
  "CREATE INDEX IF NOT EXISTS checkout_sessions_open ON checkout_sessions (status, expires_at)",
  // A row without a status is a request that is still being answered.
  `CREATE TABLE IF NOT EXISTS idempotency_keys (
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    status INTEGER,
    body TEXT,
    claimed_at_ms INTEGER NOT NULL,
    PRIMARY KEY (account, key)
  )`,
  // `session_id` is what the event is about: a session, or an account.
  `CREATE TABLE IF NOT EXISTS events (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    type TEXT NOT NULL,
    session_id TEXT NOT NULL,
    origin TEXT NOT NULL,
    payload TEXT NOT NULL,
    dropped INTEGER NOT NULL,
    created INTEGER NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL,
    attempted_at_ms INTEGER NOT NULL,
    took_ms INTEGER NOT NULL,
    status INTEGER,
    error TEXT
  )`,
  "CREATE INDEX IF NOT EXISTS deliveries_of_event ON deliveries (event_id, id)",
  `CREATE TABLE IF NOT EXISTS customers (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    params TEXT NOT NULL,
    created INTEGER NOT NULL
  )`,
  // `state` is what the onboarding page made of it; an account that is not here was never made here.
  `CREATE TABLE IF NOT EXISTS accounts (
    id TEXT PRIMARY KEY,
    params TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'active', 'restricted')),
    created INTEGER NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS account_links (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    return_url TEXT,
    refresh_url TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0
  )`,
  "CREATE TABLE IF NOT EXISTS faults (name TEXT PRIMARY KEY, active INTEGER NOT NULL)",
  `CREATE TABLE IF NOT EXISTS messages (
    id TEXT PRIMARY KEY,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    received_at_ms INTEGER NOT NULL
  )`,
];

let tablesExist = false;

/** Makes the sandbox's tables on an isolate's first request. Requests that race run the same harmless batch. */
export async function ensureTables(db: D1Database): Promise<void> {
  if (tablesExist) return;
  await db.batch(TABLES.map((sql) => db.prepare(sql)));
  tablesExist = true;
}
