import type Stripe from "stripe";
import { objectId } from "./object-id";
import type { SessionRecord } from "./session-record";

/** The version of Stripe's API whose shapes the sandbox speaks. */
export const API_VERSION = "2026-10-28.endive";

export type SessionEventType = "checkout.session.completed" | "checkout.session.expired";

/** The one thin event of version 2: it goes to an endpoint of its own, and holds nothing of the account. */
export const ACCOUNT_CHANGED = "v2.core.account[configuration.merchant].capability_status_updated";

/** An event as it is stored and sent. `created` is epoch seconds by the product's clock. */
export interface WebhookEvent {
  id: string;
  account: string;
  type: SessionEventType | typeof ACCOUNT_CHANGED;
  /** The session or the account that it is about. */
  objectId: string;
  origin: string;
  /** The exact body that is signed and sent, the same at every delivery. */
  payload: string;
  /** Withheld by the `drop` fault: nobody delivers it unasked. */
  dropped: boolean;
  created: number;
}

/** One try at delivering an event. `status` is null when there was no answer; `error` says why. */
export interface Delivery {
  eventId: string;
  attemptedAtMs: number;
  tookMs: number;
  status: number | null;
  error: string | null;
}

export type EventState = "delivered" | "failed" | "waiting" | "dropped";

/** An event of a session, not stored yet. Whether it is dropped is decided as it is stored. */
export function newEvent(
  type: SessionEventType,
  session: SessionRecord,
  object: Stripe.Checkout.Session,
  nowSeconds: number,
): WebhookEvent {
  const id = objectId("evt_1", 23);
  const body: Stripe.EventBase = {
    id,
    object: "event",
    ...(session.account === "" ? {} : { account: session.account }),
    api_version: API_VERSION,
    created: nowSeconds,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
  const { account, id: aboutId, origin } = session;
  const payload = JSON.stringify(body);
  return { id, account, type, objectId: aboutId, origin, payload, dropped: false, created: nowSeconds };
}

/** The thin event of an account, not stored yet. @param origin the sandbox's own, as it was reached */
export function newAccountEvent(account: string, origin: string, nowSeconds: number): WebhookEvent {
  const id = objectId("evt_1", 23);
  const payload = JSON.stringify({
    id,
    object: "v2.core.event",
    type: ACCOUNT_CHANGED,
    livemode: false,
    created: new Date(nowSeconds * 1000).toISOString(),
    related_object: { id: account, type: "v2.core.account", url: `/v2/core/accounts/${account}` },
  });
  return {
    id,
    account,
    type: ACCOUNT_CHANGED,
    objectId: account,
    origin,
    payload,
    dropped: false,
    created: nowSeconds,
  };
}

/** Stores the event if the statement before it in the same batch changed exactly one row. */
export function storeEventAfterChange(db: D1Database, event: WebhookEvent): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (id, account, type, session_id, origin, payload, created, dropped)
       SELECT ?, ?, ?, ?, ?, ?, ?, coalesce((SELECT active FROM faults WHERE name = 'drop'), 0) WHERE changes() = 1`,
    )
    .bind(event.id, event.account, event.type, event.objectId, event.origin, event.payload, event.created);
}

const COLUMNS = "id, account, type, session_id AS objectId, origin, payload, dropped, created";

type EventRow = Omit<WebhookEvent, "dropped"> & { dropped: number };

function eventFromRow(row: EventRow): WebhookEvent {
  return { ...row, dropped: row.dropped === 1 };
}

/** The event with this id, or null. */
export async function findEvent(db: D1Database, id: string): Promise<WebhookEvent | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM events WHERE id = ?`).bind(id).first<EventRow>();
  return row ? eventFromRow(row) : null;
}

/** The newest 200 events with their deliveries, oldest delivery first; of one account or of all. */
export async function recentEvents(
  db: D1Database,
  account?: string,
): Promise<{ event: WebhookEvent; deliveries: Delivery[] }[]> {
  const chosen = "SELECT id FROM events WHERE ?1 IS NULL OR account = ?1 ORDER BY rowid DESC LIMIT 200";
  const [events, deliveries] = await db.batch<EventRow | Delivery>([
    db
      .prepare(`SELECT ${COLUMNS} FROM events WHERE id IN (${chosen}) ORDER BY rowid DESC`)
      .bind(account ?? null),
    db
      .prepare(
        `SELECT event_id AS eventId, attempted_at_ms AS attemptedAtMs, took_ms AS tookMs, status, error
         FROM deliveries WHERE event_id IN (${chosen}) ORDER BY id`,
      )
      .bind(account ?? null),
  ]);
  const made = (deliveries?.results ?? []) as Delivery[];
  return ((events?.results ?? []) as EventRow[]).map((row) => ({
    event: eventFromRow(row),
    deliveries: made.filter((delivery) => delivery.eventId === row.id),
  }));
}

/** How many events there are. */
export async function countEvents(db: D1Database): Promise<number> {
  return (await db.prepare("SELECT count(*) AS n FROM events").first<number>("n")) ?? 0;
}

/** Whether the receiver took the event: any 2xx answer. */
export function wasTaken(delivery: Pick<Delivery, "status">): boolean {
  return delivery.status !== null && delivery.status >= 200 && delivery.status < 300;
}

/** What has become of an event. @param tries how many tries are made without being asked. */
export function eventState(event: WebhookEvent, deliveries: Delivery[], tries: number): EventState {
  if (deliveries.some(wasTaken)) return "delivered";
  if (event.dropped && deliveries.length === 0) return "dropped";
  return event.dropped || deliveries.length >= tries ? "failed" : "waiting";
}
