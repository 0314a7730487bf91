/** One SQL statement with its parameters; plain data, so that it can cross to another Worker. */
export interface Statement {
  sql: string;
  params: unknown[];
}

/** What one statement gave: rows as arrays of columns, and how many rows it changed and read. */
export interface StatementResult {
  rows: unknown[][];
  changes: number;
  rowsRead: number;
}

/**
 * Runs statements against one D1 database in one hop. Several are one transaction: all or none.
 *
 * D1 hands the rows of a batch over as objects, in which two columns of one name collapse; whoever batches
 * a join gives every column its own alias. A single read has no such limit.
 */
export async function runStatements(d1: D1Database, statements: Statement[]): Promise<StatementResult[]> {
  const prepared = statements.map((statement) => prepare(d1, statement));
  try {
    const [first] = prepared;
    if (prepared.length === 1 && first && /^\s*select\b/i.test(statements[0]?.sql ?? "")) {
      return [{ rows: await first.raw<unknown[]>(), changes: 0, rowsRead: 0 }];
    }
    const results = await d1.batch<Record<string, unknown>>(prepared);
    return results.map((result) => ({
      rows: (result.results ?? []).map((row) => Object.values(row)),
      changes: result.meta.changes ?? 0,
      rowsRead: result.meta.rows_read ?? 0,
    }));
  } finally {
    // Seen from Node, a statement is a proxy whose other end is freed when it is collected as garbage;
    // this keeps it until the answer is there.
    void prepared.length;
  }
}

function prepare(d1: D1Database, statement: Statement): D1PreparedStatement {
  const prepared = d1.prepare(statement.sql);
  return statement.params.length > 0 ? prepared.bind(...statement.params) : prepared;
}
