import { findObject, type Kept, selectObjects } from "./objects";
import { type SessionRecord, sessionRecord } from "./session-record";

/** All that the sandbox knows of one payment. */
export interface PaymentView {
  session: SessionRecord | null;
  intent: Kept<"payment_intent"> | null;
  charge: Kept<"charge"> | null;
  booked: Kept<"balance_transaction"> | null;
  refunds: Kept<"refund">[];
  disputes: Kept<"dispute">[];
}

/** A payment by the id of its session or of its payment intent; null when there is none. */
export async function paymentView(db: D1Database, id: string): Promise<PaymentView | null> {
  const asked = await findObject(db, "session", id);
  const intentId = asked ? asked.object.payment_intent : id;
  const intent = typeof intentId === "string" ? await findObject(db, "payment_intent", intentId) : null;
  if (!asked && !intent) return null;
  const paidThrough = intent?.notes.session;
  const session = asked ?? (paidThrough === undefined ? null : await findObject(db, "session", paidThrough));
  const charge = await named(db, "charge", intent?.object.latest_charge);
  const of = { limit: 100, where: { charge: charge?.object.id ?? "none" } };
  const [booked, refunds, disputes] = await Promise.all([
    named(db, "balance_transaction", charge?.object.balance_transaction),
    selectObjects(db, "refund", of),
    selectObjects(db, "dispute", of),
  ]);
  return { session: session && sessionRecord(session), intent, charge, booked, refunds, disputes };
}

async function named<K extends "charge" | "balance_transaction">(
  db: D1Database,
  kind: K,
  id: string | object | null | undefined,
): Promise<Kept<K> | null> {
  return typeof id === "string" ? findObject(db, kind, id) : null;
}
