import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../lib/ids";
import { MINUTE } from "../lib/time";
import type { Studio } from "../tenancy/studio";
import { audited } from "./audit";
import type { AuditEntry } from "./audit-entry";
import type { Announcement } from "./catalogue";
import { outbox } from "./schema";

/** After this, the sweep takes care of what a commit announced and nobody picked up; an unsealed act can wait. */
const ANNOUNCEMENT_STALLS_AFTER = 2 * MINUTE;

type Statement = BatchItem<"sqlite">;

/** What is told of a change: the event that others react to, the act in the audit log, or both. */
export type Telling =
  | { event: Announcement; audit?: AuditEntry | undefined }
  | { event?: undefined; audit: AuditEntry };

/**
 * Commits a change together with what tells of it: one transaction, and event and audit entry are written only if
 * the change found its row. The change repeats its guard in its WHERE and ends in RETURNING.
 *
 * @param change the guarded change; what tells of it stands directly behind, because it asks `changes()`
 * @param around statements of the same transaction that go before and after
 * @returns the rows the change returned; none means that the guard no longer held, and nothing was told
 */
export async function commit<Row>(
  studio: Studio,
  change: BatchItem<"sqlite"> & PromiseLike<Row[]>,
  { event, audit }: Telling,
  around: { before?: Statement[]; after?: Statement[] } = {},
): Promise<Row[]> {
  if (event) await studio.dueBy(studio.clock.now() + ANNOUNCEMENT_STALLS_AFTER);
  const before = around.before ?? [];
  const statements = [
    ...before,
    change,
    ...(event ? [announce(studio, event)] : []),
    ...(audit ? await audited(studio, audit) : []),
    ...(around.after ?? []),
  ];
  const results = await studio.db.batch(statements as [Statement, ...Statement[]]);
  const rows = results[before.length] as Row[];
  if (rows.length > 0) studio.afterCommit();
  return rows;
}

/** The statement that announces an event if the one directly before it changed something. */
export function announce(studio: Pick<Studio, "db" | "clock">, event: Announcement): Statement {
  return studio.db.run(sql`
    insert into ${outbox} (id, name, payload, happened_at)
    select ${newId("event")}, ${event.name}, ${JSON.stringify(event.payload)}, ${studio.clock.now()}
    where changes() > 0`);
}
