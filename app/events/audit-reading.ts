import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Database } from "../db/remote-database";
import type { Instant } from "../lib/time";
import type { AuditAction } from "./audit-entry";
import { auditLog } from "./schema";

export type AuditRow = typeof auditLog.$inferSelect;

/** Which acts are looked for: those for which all of these hold. */
export interface AuditFilter {
  actions?: readonly AuditAction[];
  /** Who did it. */
  actorId?: string;
  /** What it was done to. */
  subjectId?: string;
  /** From this moment on, and before that one. */
  from?: Instant;
  before?: Instant;
}

export interface AuditStretch {
  rows: AuditRow[];
  /** The `seq` before which to go on; null at the end. */
  next: number | null;
}

/** Rows of one index that are looked through for a stretch, where a second condition has no index of its own. */
const ROWS_LOOKED_THROUGH = 500;

/**
 * A stretch of the audit log, newest first. Every condition is answered by an index, or among a bounded number of
 * rows that an index gave: what it costs does not grow with the log, and a stretch may be short although `next`
 * says that there is more.
 *
 * @param before only acts with a lower `seq`; what `next` said last time
 */
export async function readAudit(
  db: Database,
  filter: AuditFilter,
  { before, limit }: { before?: number; limit: number },
): Promise<AuditStretch> {
  const { from, until } = await rangeOf(db, filter);
  const upTo = Math.min(before ?? Number.MAX_SAFE_INTEGER, until);
  const [first, ...others] = indexesOf(filter);
  const scan = isByOneIndex(filter) ? limit + 1 : ROWS_LOOKED_THROUGH;
  const runOf = (condition: SQL | undefined) =>
    db
      .select()
      .from(auditLog)
      .where(and(condition, lt(auditLog.seq, upTo), gte(auditLog.seq, from)))
      .orderBy(desc(auditLog.seq))
      .limit(scan);
  const runs = await db.batch([runOf(first), ...others.map(runOf)]);
  // Below the last row of a run that was cut off, other rows of that run may be missing.
  const horizon = Math.max(
    0,
    ...runs.filter((run) => run.length === scan).map((run) => run.at(-1)?.seq ?? 0),
  );
  const found = runs
    .flat()
    .filter((row) => row.seq >= horizon && isMeant(row, filter))
    .toSorted((a, b) => b.seq - a.seq);
  const rows = found.slice(0, limit);
  if (found.length > limit) return { rows, next: rows.at(-1)?.seq ?? null };
  return { rows, next: horizon > 0 ? horizon : null };
}

/** One condition for each run through an index; none is a run through the log itself. */
function indexesOf({ subjectId, actorId, actions }: AuditFilter): (SQL | undefined)[] {
  if (subjectId) return [eq(auditLog.subjectId, subjectId)];
  if (actorId) return [eq(auditLog.actorId, actorId)];
  if (actions && actions.length > 0) return actions.map((action) => eq(auditLog.action, action));
  return [undefined];
}

const isByOneIndex = ({ subjectId, actorId, actions }: AuditFilter) =>
  [subjectId, actorId, actions].filter((condition) => condition !== undefined).length <= 1;

function isMeant(row: AuditRow, { subjectId, actorId, actions }: AuditFilter): boolean {
  return (
    (!subjectId || row.subjectId === subjectId) &&
    (!actorId || row.actorId === actorId) &&
    (!actions || (actions as readonly string[]).includes(row.action))
  );
}

async function rangeOf(
  db: Database,
  { from, before }: AuditFilter,
): Promise<{ from: number; until: number }> {
  return {
    from: from === undefined ? 0 : await firstSeqSince(db, from),
    until: before === undefined ? Number.MAX_SAFE_INTEGER : await firstSeqSince(db, before),
  };
}

/**
 * The `seq` of the first act that was not before a moment, or the one after the last. Halves the log until it is
 * found: acts are numbered without gaps in the order of their commits, which is that of their times.
 */
async function firstSeqSince(db: Database, moment: Instant): Promise<number> {
  const found = await db.get<{ seq: number } | [number]>(sql`
    with recursive search (low, high) as (
      select 1, (select coalesce(max(seq), 0) + 1 from ${auditLog})
      union all
      select case when a.at < ${moment} then a.seq + 1 else s.low end,
        case when a.at < ${moment} then s.high else a.seq end
      from search s cross join ${auditLog} a on a.seq = (s.low + s.high) / 2
      where s.low < s.high
    )
    select max(low) as seq from search`);
  return Array.isArray(found) ? found[0] : found.seq;
}
