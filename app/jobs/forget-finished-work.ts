import { sql } from "drizzle-orm";
import { outbox } from "../events/schema";
import { firstIdAt } from "../lib/ids";
import { DAY, type Instant, MINUTE } from "../lib/time";
import type { Studio } from "../tenancy/studio";
import { jobs } from "./schema";

/** What was announced and done stays so long, for whoever looks into what went wrong. */
const KEPT = 30 * DAY;
const ROWS_A_SWEEP = 500;

/**
 * Removes events that were relayed and jobs that are done, some time ago, because they point at people. A dead job
 * stays until somebody retries it. Ids sort by when they were made, so that only old rows are read.
 *
 * @returns soon, when there may be more; null otherwise
 */
export async function forgetFinishedWork(studio: Studio): Promise<Instant | null> {
  const now = studio.clock.now();
  const longAgo = now - KEPT;
  const bound = firstIdAt("event", longAgo);
  const removed = await studio.db.batch([
    studio.db.all<{ id: string }>(sql`
      delete from ${outbox} where id in (
        select id from ${outbox} where id < ${bound} and relayed_at < ${longAgo} order by id limit ${ROWS_A_SWEEP}
      ) returning id`),
    studio.db.all<{ id: string }>(sql`
      delete from ${jobs} where id in (
        select id from ${jobs} where id < ${bound} and state = 'done' and done_at < ${longAgo} order by id limit ${ROWS_A_SWEEP}
      ) returning id`),
  ]);
  return removed.some((rows) => rows.length === ROWS_A_SWEEP) ? now + MINUTE : null;
}
