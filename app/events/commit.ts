import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../lib/ids";
import { MINUTE } from "../lib/time";
import type { Studio } from "../tenancy/studio";
import type { Announcement } from "./catalogue";
import { outbox } from "./schema";

/** After this, the sweep takes care of what a commit announced and nobody picked up. */
const ANNOUNCEMENT_STALLS_AFTER = 2 * MINUTE;

type Statement = BatchItem<"sqlite">;

/**
 * Commits a change together with the event that tells of it: one transaction, and the event is written only
 * if the change found its row. The change repeats its guard in its WHERE and ends in RETURNING.
 *
 * @param change the guarded change; the event stands directly behind it, because it asks `changes()`
 * @param around statements of the same transaction that go before and after the two
 * @returns the rows the change returned; none means that the guard no longer held, and nothing was announced
 */
export async function commit<Row>(
  studio: Studio,
  change: BatchItem<"sqlite"> & PromiseLike<Row[]>,
  event: Announcement,
  around: { before?: Statement[]; after?: Statement[] } = {},
): Promise<Row[]> {
  await studio.dueBy(studio.clock.now() + ANNOUNCEMENT_STALLS_AFTER);
  const before = around.before ?? [];
  const statements = [...before, change, announce(studio, event), ...(around.after ?? [])];
  const results = await studio.db.batch(statements as [Statement, ...Statement[]]);
  const rows = results[before.length] as Row[];
  if (rows.length > 0) studio.afterCommit();
  return rows;
}

function announce(studio: Studio, event: Announcement): Statement {
  return studio.db.run(sql`
    insert into ${outbox} (id, name, payload, happened_at)
    select ${newId("event")}, ${event.name}, ${JSON.stringify(event.payload)}, ${studio.clock.now()}
    where changes() > 0`);
}
