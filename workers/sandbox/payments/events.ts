import type Stripe from "stripe";
import { mustFit } from "../stripe-shapes/check-shape";
import { objectId } from "./object-id";
import type { Kind, Kinds } from "./objects";

/** The version of Stripe's API whose shapes the sandbox speaks. */
export const API_VERSION = "2026-10-28.endive";

/** The events of version 1 that the product's endpoint is subscribed to; Stripe sends it no others. */
export type EventType =
  | "charge.captured"
  | "charge.dispute.closed"
  | "charge.dispute.created"
  | "charge.dispute.funds_reinstated"
  | "charge.dispute.funds_withdrawn"
  | "charge.dispute.updated"
  | "checkout.session.async_payment_failed"
  | "checkout.session.async_payment_succeeded"
  | "checkout.session.completed"
  | "checkout.session.expired"
  | "payment_intent.canceled"
  | "refund.created"
  | "refund.failed"
  | "refund.updated";

/** The one thin event of version 2: it goes to an endpoint of its own, and holds nothing of the account. */
export const ACCOUNT_CHANGED = "v2.core.account[configuration.merchant].capability_status_updated";

/** An event as it is stored and sent. `created` is epoch seconds by the product's clock. */
export interface WebhookEvent {
  id: string;
  account: string;
  type: EventType | typeof ACCOUNT_CHANGED;
  /** The object or the account that it is about. */
  objectId: string;
  origin: string;
  /** The exact body that is signed and sent, the same at every delivery. */
  payload: string;
  /** Whether a fault keeps it from being delivered: for good, or until events are released. */
  withheld: Withheld;
  created: number;
}

/** "dropped": nobody delivers it unasked; "held": it is delivered when held events are released. */
export type Withheld = "no" | "dropped" | "held";

/** One try at delivering an event. `status` is null when there was no answer; `error` says why. */
export interface Delivery {
  eventId: string;
  attemptedAtMs: number;
  tookMs: number;
  status: number | null;
  error: string | null;
}

export type EventState = "delivered" | "failed" | "waiting" | "dropped" | "held";

/** An event about an object as it is now, not stored yet. Whether it is withheld is decided as it is stored. */
export function newEvent(
  type: EventType,
  account: string,
  object: Kinds[Kind],
  origin: string,
  nowSeconds: number,
): WebhookEvent {
  const id = objectId("evt_1", 23);
  const body: Stripe.EventBase = {
    id,
    object: "event",
    ...(account === "" ? {} : { account }),
    api_version: API_VERSION,
    created: nowSeconds,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
  const payload = JSON.stringify(mustFit(type, body));
  return { id, account, type, objectId: object.id, origin, payload, withheld: "no", created: nowSeconds };
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
    withheld: "no",
    created: nowSeconds,
  };
}

/** How a new event is stored, withheld as the faults of the moment ask. */
const STORED = `id, account, type, session_id, origin, payload, created, dropped)
  SELECT ?, ?, ?, ?, ?, ?, ?, coalesce((SELECT max(CASE name WHEN 'drop' THEN 1 ELSE 2 END) FROM fault_values
    WHERE name IN ('drop', 'hold', 'reverse') AND value = 'true'), 0)`;

function bound(statement: D1PreparedStatement, event: WebhookEvent): D1PreparedStatement {
  const { id, account, type, objectId: about, origin, payload, created } = event;
  return statement.bind(id, account, type, about, origin, payload, created);
}

/** Stores the event. */
export function storeEvent(db: D1Database, event: WebhookEvent): D1PreparedStatement {
  return bound(db.prepare(`INSERT INTO events (${STORED}`), event);
}

/** Stores the event if the statement before it in the same batch changed exactly one row. */
export function storeEventAfterChange(db: D1Database, event: WebhookEvent): D1PreparedStatement {
  return bound(db.prepare(`INSERT INTO events (${STORED} WHERE changes() = 1`), event);
}

const COLUMNS = "id, account, type, session_id AS objectId, origin, payload, dropped AS withheld, created";
const WITHHELD = ["no", "dropped", "held"] as const;

type EventRow = Omit<WebhookEvent, "withheld"> & { withheld: number };

function eventFromRow(row: EventRow): WebhookEvent {
  return { ...row, withheld: WITHHELD[row.withheld] ?? "no" };
}

/** The event with this id, or null. */
export async function findEvent(db: D1Database, id: string): Promise<WebhookEvent | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM events WHERE id = ?`).bind(id).first<EventRow>();
  return row ? eventFromRow(row) : null;
}

/** Releases the held events: each is given out once, oldest first. */
export async function releaseEvents(db: D1Database): Promise<WebhookEvent[]> {
  const { results } = await db
    .prepare(`UPDATE events SET dropped = 0 WHERE dropped = 2 RETURNING ${COLUMNS}, rowid AS place`)
    .all<EventRow & { place: number }>();
  return results.sort((a, b) => a.place - b.place).map(eventFromRow);
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
  if (event.withheld !== "no" && deliveries.length === 0) return event.withheld;
  return event.withheld !== "no" || deliveries.length >= tries ? "failed" : "waiting";
}
