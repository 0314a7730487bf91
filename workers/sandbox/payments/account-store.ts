import type { AccountParams } from "./account-object";
import { storeEventAfterChange, type WebhookEvent } from "./events";
import { objectId } from "./object-id";
import { StripeFailure } from "./stripe-failure";

/** What the onboarding page made of an account. */
export type AccountState = "new" | "active" | "restricted";

/** A connected account; `created` is epoch seconds by the product's clock. */
export interface AccountRecord {
  id: string;
  /** Of an adopted account nothing is known. */
  params: Partial<AccountParams>;
  state: AccountState;
  created: number;
}

export async function insertAccount(
  db: D1Database,
  params: AccountParams,
  created: number,
): Promise<AccountRecord> {
  const account = { id: objectId("acct_1", 15), params, state: "new" as const, created };
  await db
    .prepare("INSERT INTO accounts (id, params, state, created) VALUES (?, ?, ?, ?)")
    .bind(account.id, JSON.stringify(params), account.state, created)
    .run();
  return account;
}

/** An account made here; null for one that was given to a studio without the sandbox, as the demo's are. */
export async function findAccount(db: D1Database, id: string): Promise<AccountRecord | null> {
  const row = await db
    .prepare("SELECT id, params, state, created FROM accounts WHERE id = ?")
    .bind(id)
    .first<Omit<AccountRecord, "params"> & { params: string }>();
  return row && { ...row, params: JSON.parse(row.params) as Partial<AccountParams> };
}

/** Takes in an account that was not made here, as the active one that it counts for. */
export async function adoptAccount(db: D1Database, id: string): Promise<void> {
  await db
    .prepare("INSERT OR IGNORE INTO accounts (id, params, state, created) VALUES (?, '{}', 'active', 0)")
    .bind(id)
    .run();
}

/**
 * Changes the account that the event is about, and stores the event with it.
 * @returns the event, or none when the account is in this state already, or was not made here
 */
export async function changeAccountState(
  db: D1Database,
  state: AccountState,
  event: WebhookEvent,
): Promise<WebhookEvent[]> {
  const [changed] = await db.batch([
    db.prepare("UPDATE accounts SET state = ?1 WHERE id = ?2 AND state <> ?1").bind(state, event.objectId),
    storeEventAfterChange(db, event),
  ]);
  return changed?.meta.changes === 1 ? [event] : [];
}

/** Refuses a payment under an account that may not take cards. @throws StripeFailure 400 */
export async function refuseUnlessActive(db: D1Database, account: string): Promise<void> {
  const found = account === "" ? null : await findAccount(db, account);
  if (found === null || found.state === "active") return;
  throw new StripeFailure(400, {
    type: "invalid_request_error",
    message:
      "Your account cannot currently make charges. Find out why charges are disabled and add more details in the Dashboard.",
  });
}

/** A link to the onboarding page. Times are epoch seconds. */
export interface AccountLinkRecord {
  id: string;
  account: string;
  returnUrl: string | null;
  refreshUrl: string;
  expiresAt: number;
  used: boolean;
}

export async function insertAccountLink(
  db: D1Database,
  link: Omit<AccountLinkRecord, "id" | "used">,
): Promise<AccountLinkRecord> {
  const id = objectId("acctlnk_", 24);
  await db
    .prepare(
      "INSERT INTO account_links (id, account, return_url, refresh_url, expires_at) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(id, link.account, link.returnUrl, link.refreshUrl, link.expiresAt)
    .run();
  return { ...link, id, used: false };
}

export async function findAccountLink(db: D1Database, id: string): Promise<AccountLinkRecord | null> {
  const row = await db
    .prepare(
      `SELECT id, account, return_url AS returnUrl, refresh_url AS refreshUrl, expires_at AS expiresAt, used
       FROM account_links WHERE id = ?`,
    )
    .bind(id)
    .first<Omit<AccountLinkRecord, "used"> & { used: number }>();
  return row && { ...row, used: row.used === 1 };
}

/** Uses a link up; false when it was used before. */
export async function spendAccountLink(db: D1Database, id: string): Promise<boolean> {
  const used = await db.prepare("UPDATE account_links SET used = 1 WHERE id = ? AND used = 0").bind(id).run();
  return used.meta.changes === 1;
}
