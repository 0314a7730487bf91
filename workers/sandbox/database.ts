const TABLES = [
  // The objects of Stripe's API as it shows them, and beside each what the sandbox remembers of it. `created` and
  // `due_at` are epoch seconds by the product's clock.
  `CREATE TABLE IF NOT EXISTS objects (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    created INTEGER NOT NULL,
    body TEXT NOT NULL,
    notes TEXT NOT NULL,
    version INTEGER NOT NULL,
    due_at INTEGER
  )`,
  "CREATE INDEX IF NOT EXISTS objects_of_account ON objects (kind, account, created)",
  "CREATE INDEX IF NOT EXISTS objects_due ON objects (due_at) WHERE due_at IS NOT NULL",
  // A version exists once: of two changes of the same one, the second fails.
  "CREATE TABLE IF NOT EXISTS object_versions (id TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id, version))",
  `CREATE TABLE IF NOT EXISTS api_calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    account TEXT NOT NULL,
    idempotency_key TEXT,
    status INTEGER NOT NULL,
    lost INTEGER NOT NULL
  )`,
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
  // `session_id` is the object that the event is about. `dropped`: 0 is delivered, 1 is withheld for good, 2 is held.
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
  "CREATE TABLE IF NOT EXISTS fault_values (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
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

/** Everything but the accounts: a studio that takes cards still takes them. */
const FORGOTTEN = [
  "api_calls",
  "deliveries",
  "events",
  "fault_values",
  "idempotency_keys",
  "messages",
  "object_versions",
  "objects",
];

/** Empties the sandbox of payments, events, faults and mails. */
export async function forgetEverything(db: D1Database): Promise<void> {
  await db.batch(FORGOTTEN.map((table) => db.prepare(`DELETE FROM ${table}`)));
}
