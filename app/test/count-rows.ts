import { databaseOver } from "../db/remote-database";
import type { Statement, StatementResult } from "../db/statements";
import { studioBinding } from "../tenancy/env";
import type { Studio } from "../tenancy/studio";
import { env } from "./create-test-studio";

/** The same studio over a database that counts the rows D1 reads: what a page costs, whatever its speed. */
export function countingRows(studio: Studio, dbRef: string): { studio: Studio; rowsRead(): number } {
  const d1 = studioBinding(env, dbRef);
  if (!d1) throw new Error(`${dbRef} is not bound`);
  let rowsRead = 0;
  const run = async ({ sql, params }: Statement): Promise<StatementResult> => {
    const statement = d1.prepare(sql).bind(...params);
    const { results, meta } = await statement.run<Record<string, unknown>>();
    rowsRead += meta.rows_read;
    // Rows by the names of their columns lose one of two that have the same; what only reads is asked once more.
    const rows = /^select/i.test(sql) ? await statement.raw() : results.map((row) => Object.values(row));
    return {
      rows,
      changes: meta.changes,
      rowsRead: meta.rows_read,
    };
  };
  const db = databaseOver((statements) => Promise.all(statements.map(run)));
  return { studio: { ...studio, db }, rowsRead: () => rowsRead };
}
