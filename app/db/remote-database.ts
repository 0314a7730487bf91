import { drizzle, type SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import type { Statement, StatementResult } from "./statements";

/** Drizzle over anything that runs statements in order, several of them as one transaction. */
export type Database = SqliteRemoteDatabase<Record<string, never>>;

/** Gives Drizzle's query builder a way to run: `query` gets one statement, or a batch that is one transaction. */
export function databaseOver(query: (statements: Statement[]) => Promise<StatementResult[]>): Database {
  return drizzle(
    async (sql, params, method) => forDrizzle((await query([{ sql, params }]))[0], method),
    async (batch) => {
      const results = await query(batch.map(({ sql, params }) => ({ sql, params })));
      return results.map((result, i) => forDrizzle(result, batch[i]?.method));
    },
  );
}

/** Drizzle wants the first row alone where it asked for one, and no row at all as undefined. */
function forDrizzle(result: StatementResult | undefined, method: string | undefined) {
  const rows = result?.rows ?? [];
  return { rows: (method === "get" ? rows[0] : rows) as unknown[], changes: result?.changes ?? 0 };
}
