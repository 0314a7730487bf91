import { inArray, sql } from "drizzle-orm";
import type { AuditAction } from "../../events/audit-entry";
import { readAudit } from "../../events/audit-reading";
import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { members } from "../account/schema";

/** What a page of an order shows of the log at once. */
const ACTS_SHOWN = 60;

/** Something that happened to an order. */
export interface OrderAct {
  seq: number;
  at: Instant;
  action: AuditAction;
  /** Who did it; null for whoever is not known by name any more. */
  by: { kind: "member" | "client" | "stranger" | "system"; name: string | null };
  amount: { amount: number; currency: string } | null;
}

/** What happened to an order, newest first, as the audit log has it; nothing personal of buyers is in it. */
export async function timelineOf(
  { db }: Studio,
  orderId: string,
): Promise<{ acts: OrderAct[]; hasMore: boolean }> {
  const { rows, next } = await readAudit(db, { subjectId: orderId }, { limit: ACTS_SHOWN });
  const ids = [
    ...new Set(rows.flatMap(({ actorKind, actorId }) => (actorKind === "member" ? [actorId] : []))),
  ];
  const named = await db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(inArray(members.id, sql`(select value from json_each(${JSON.stringify(ids)}))`));
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return {
    acts: rows.map(({ seq, at, action, actorKind, actorId, details }) => ({
      seq,
      at,
      action: action as AuditAction,
      by: { kind: actorKind, name: names.get(actorId ?? "") || null },
      amount: amountIn(details),
    })),
    hasMore: next !== null,
  };
}

/** The amount that an act tells of; none where it tells of none, or was tampered with. */
function amountIn(details: string): OrderAct["amount"] {
  try {
    const { after } = JSON.parse(details) as { after?: { amount?: unknown; currency?: unknown } };
    const { amount, currency } = after ?? {};
    return typeof amount === "number" && typeof currency === "string" ? { amount, currency } : null;
  } catch {
    return null;
  }
}
