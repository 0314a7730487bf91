import { type SQL, sql } from "drizzle-orm";

/**
 * What a camera's clock would have shown some seconds later (or earlier), with the offset it wrote; null where it wrote
 * nothing. What is no moment stays as it is.
 *
 * @param moment text as in `photos.captured_at`
 */
export function shiftedMoment(moment: SQL, seconds: SQL): SQL {
  return sql`coalesce(strftime('%Y-%m-%dT%H:%M:%S', substr(${moment}, 1, 19), (${seconds}) || ' seconds')
    || substr(${moment}, 20), ${moment})`;
}
