import type Stripe from "stripe";
import { mustFit } from "../stripe-shapes/check-shape";

/** The objects that are kept as Stripe shows them, by the name of their shape. */
export interface Kinds {
  session: Stripe.Checkout.Session;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  application_fee: Stripe.ApplicationFee;
  fee_refund: Stripe.FeeRefund;
  balance_transaction: Stripe.BalanceTransaction;
  dispute: Stripe.Dispute;
  customer: Stripe.Customer;
}

export type Kind = keyof Kinds;

/** How the kinds' ids begin. */
export const ID_PREFIX = {
  session: "cs_test_",
  payment_intent: "pi_3",
  charge: "ch_3",
  refund: "re_3",
  application_fee: "fee_1",
  fee_refund: "fr_1",
  balance_transaction: "txn_3",
  dispute: "du_1",
  customer: "cus_",
} as const satisfies Record<Kind, string>;

/** What a refusal calls an object that is not there. */
export const NAMES = {
  session: "checkout.session",
  payment_intent: "payment_intent",
  charge: "charge",
  refund: "refund",
  application_fee: "application fee",
  fee_refund: "fee refund",
  balance_transaction: "balance transaction",
  dispute: "dispute",
  customer: "customer",
} as const satisfies Record<Kind, string>;

/** An object with what the sandbox itself remembers of it, which the API never shows. */
export interface Kept<K extends Kind> {
  kind: K;
  /** The connected account it belongs to; "" is the platform. */
  account: string;
  object: Kinds[K];
  /** Counts the changes; 0 is not stored yet. */
  version: number;
  notes: Notes;
}

/** What the sandbox remembers beside an object. Times are epoch seconds by the product's clock. */
export interface Notes {
  /** The sandbox's own scheme and host, as whoever made the object reached it. */
  origin: string;
  /** Of a session: the parameters it was made with. */
  params?: unknown;
  /** Of a payment intent: the session it is paid through. */
  session?: string;
  /** Of a payment intent that is processing, and of a pending refund: when it is decided, and how. */
  settles?: { at: number; well: boolean };
  /** Of a charge: what becomes of its refunds. */
  refunds?: RefundFate;
  /** Of a charge: its money is with the buyer's bank, for as long as a dispute is open and when it was lost. */
  takenBack?: boolean;
}

/** Refunds succeed at once, or first wait; a refund that fails does so after it seemed to succeed. */
export type RefundFate = "succeed" | "wait" | "fail";

interface Row {
  kind: Kind;
  account: string;
  body: string;
  notes: string;
  version: number;
}

const COLUMNS = "kind, account, body, notes, version";

function keptFrom<K extends Kind>(row: Row): Kept<K> {
  const { kind, account, body, notes, version } = row;
  return { kind: kind as K, account, object: JSON.parse(body), notes: JSON.parse(notes), version };
}

/** The object with this id, whoever it belongs to, or null. */
export async function findObject<K extends Kind>(
  db: D1Database,
  kind: K,
  id: string,
): Promise<Kept<K> | null> {
  const row = await db
    .prepare(`SELECT ${COLUMNS} FROM objects WHERE id = ? AND kind = ?`)
    .bind(id, kind)
    .first<Row>();
  return row && keptFrom<K>(row);
}

/** Which objects of a kind, newest first. */
export interface Selection {
  account?: string | undefined;
  limit: number;
  /** Properties of the object that must have these values; what is undefined is not asked for. */
  where?: Record<string, string | undefined>;
  created?: { gt?: number; gte?: number; lt?: number; lte?: number };
  /** Ids of objects before or after which to begin. */
  startingAfter?: string | undefined;
  endingBefore?: string | undefined;
}

/** Objects of a kind, newest first. */
export async function selectObjects<K extends Kind>(
  db: D1Database,
  kind: K,
  selection: Selection,
): Promise<Kept<K>[]> {
  const { account, limit, where = {}, created = {}, startingAfter, endingBefore } = selection;
  const conditions: [sql: string, value: string | number | undefined][] = [
    ["kind = ?", kind],
    ["account = ?", account],
    ["rowid < (SELECT rowid FROM objects WHERE id = ?)", startingAfter],
    ["rowid > (SELECT rowid FROM objects WHERE id = ?)", endingBefore],
    ["created > ?", created.gt],
    ["created >= ?", created.gte],
    ["created < ?", created.lt],
    ["created <= ?", created.lte],
    ...Object.entries(where).map(([name, value]): [string, string | undefined] => [
      `body ->> '$.${name}' = ?`,
      value,
    ]),
  ];
  const asked = conditions.filter(([, value]) => value !== undefined);
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM objects WHERE ${asked.map(([sql]) => sql).join(" AND ")}
       ORDER BY rowid ${endingBefore === undefined ? "DESC" : "ASC"} LIMIT ?`,
    )
    .bind(...asked.map(([, value]) => value ?? null), limit)
    .all<Row>();
  const kept = results.map((row) => keptFrom<K>(row));
  return endingBefore === undefined ? kept : kept.reverse();
}

/** What time brings about by `now`, in epoch seconds: open sessions that run out, payments and refunds to decide. */
export async function dueObjects(
  db: D1Database,
  now: number,
): Promise<Kept<"session" | "payment_intent" | "refund">[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM objects WHERE due_at <= ? ORDER BY due_at, rowid`)
    .bind(now)
    .all<Row>();
  return results.map((row) => keptFrom(row));
}

/** When time brings something about, in epoch seconds; null for an object that only changes when somebody changes it. */
function dueAt({ kind, object, notes }: Kept<Kind>): number | null {
  if (kind !== "session") return notes.settles?.at ?? null;
  const session = object as Kinds["session"];
  return session.status === "open" ? session.expires_at : null;
}

/** How many objects of a kind there are. */
export async function countObjects(db: D1Database, kind: Kind): Promise<number> {
  return (
    (await db.prepare("SELECT count(*) AS n FROM objects WHERE kind = ?").bind(kind).first<number>("n")) ?? 0
  );
}

/**
 * Stores an object as its next version. In a batch, one that was changed since it was read makes the whole batch
 * fail, so that of changes at the same time one at a time succeeds.
 * @throws Error when the object is not what Stripe's types allow
 */
export function storeObject(db: D1Database, kept: Kept<Kind>): D1PreparedStatement[] {
  const { kind, account, object, notes, version } = kept;
  mustFit(kind, object);
  return [
    db.prepare("INSERT INTO object_versions (id, version) VALUES (?, ?)").bind(object.id, version + 1),
    db
      .prepare(
        `INSERT INTO objects (id, kind, account, created, body, notes, version, due_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, notes = excluded.notes, version = excluded.version,
           due_at = excluded.due_at`,
      )
      .bind(
        object.id,
        kind,
        account,
        object.created,
        JSON.stringify(object),
        JSON.stringify(notes),
        version + 1,
        dueAt(kept),
      ),
  ];
}

/** Whether a batch failed because another change was faster. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof Error && /UNIQUE constraint failed: object_versions/.test(error.message);
}
