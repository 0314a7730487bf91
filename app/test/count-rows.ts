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
    const { results, meta } = await d1
      .prepare(sql)
      .bind(...params)
      .run<Record<string, unknown>>();
    rowsRead += meta.rows_read;
    return {
      rows: results.map((row) => Object.values(row)),
      changes: meta.changes,
      rowsRead: meta.rows_read,
    };
  };
  const db = databaseOver((statements) => Promise.all(statements.map(run)));
  return { studio: { ...studio, db }, rowsRead: () => rowsRead };
}
