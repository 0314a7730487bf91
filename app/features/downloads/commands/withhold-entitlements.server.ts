import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { audited } from "../../../events/audit";
import type { Studio } from "../../../tenancy/studio";
import type { Withholding } from "../model";
import { entitlements } from "../schema";

/** What of an order is meant: all of it, one of its lines, or the lines whose ids a query gives. */
export interface EntitledBy {
  orderId: string;
  lineId?: string;
  lines?: SQL;
}

const columns = { refund: sql`refunded_at`, dispute: sql`disputed_at` };

/**
 * The statements that withhold what an order gave a right to, for the batch in which the refund or the dispute is
 * written down: from then on no link hands out a byte of it. Doing them again changes nothing and tells nothing. The
 * two reasons stand side by side: what is refunded stays so when a dispute about it is won.
 */
export async function withholdEntitlements(
  studio: Studio,
  order: EntitledBy,
  reason: Withholding,
): Promise<BatchItem<"sqlite">[]> {
  const column = columns[reason];
  return [
    studio.db.run(sql`
      update ${entitlements} set ${column} = ${studio.clock.now()} where ${isMeant(order)} and ${column} is null`),
    ...(await audited(studio, {
      action: "entitlements.withheld",
      subjectId: order.orderId,
      after: { reason, ...(order.lineId ? { line: order.lineId } : {}) },
    })),
  ];
}

/** The statements that take a reason back; what another one withholds stays withheld. Idempotent like the others. */
export async function restoreEntitlements(
  studio: Studio,
  order: EntitledBy,
  reason: Withholding,
): Promise<BatchItem<"sqlite">[]> {
  const column = columns[reason];
  return [
    studio.db.run(
      sql`update ${entitlements} set ${column} = null where ${isMeant(order)} and ${column} is not null`,
    ),
    ...(await audited(studio, {
      action: "entitlements.restored",
      subjectId: order.orderId,
      before: { reason, ...(order.lineId ? { line: order.lineId } : {}) },
    })),
  ];
}

function isMeant({ orderId, lineId, lines }: EntitledBy) {
  if (lines !== undefined) return sql`order_id = ${orderId} and line_id in (${lines})`;
  return lineId === undefined
    ? sql`order_id = ${orderId}`
    : sql`order_id = ${orderId} and line_id = ${lineId}`;
}
