/** A database that counts what is asked of it: each call that leaves for it, and the rows that it reads. */
export interface CountedD1 {
  d1: D1Database;
  /** Hops to the database and back. */
  readonly hops: number;
  readonly rowsRead: number;
}

/** Counts the batches of a database; migrations use nothing else of it. */
export function counted(d1: D1Database): CountedD1 {
  let hops = 0;
  let rowsRead = 0;
  const batch: D1Database["batch"] = async <Row>(statements: D1PreparedStatement[]) => {
    hops += 1;
    const results = await d1.batch<Row>(statements);
    for (const { meta } of results) rowsRead += meta.rows_read;
    return results;
  };
  return {
    d1: { prepare: (sql: string) => d1.prepare(sql), batch } as D1Database,
    get hops() {
      return hops;
    },
    get rowsRead() {
      return rowsRead;
    },
  };
}
