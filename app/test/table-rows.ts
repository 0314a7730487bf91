import { studioBinding } from "../tenancy/env";
import { env } from "./create-test-studio";

type Row = Record<string, unknown>;

/** All rows of all tables of a database, each as JSON, by table and by what identifies the row. */
export type TableRows = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface Table {
  name: string;
  /** The columns of its primary key. */
  key: string[];
}

/** Tables that only grow. Whoever restores a database leaves them alone: triggers refuse anything else. */
const GROWING: ReadonlySet<string> = new Set([
  "audit_log",
  "audit_seals",
  "downloads",
  "ledger_entries",
  "ledger_postings",
  "sqlite_sequence",
]);

/** A studio's database as a test sees it: everything in it at once, and the way back to how it was. */
export class StudioTables {
  private constructor(
    private readonly d1: D1Database,
    private readonly tables: Table[],
  ) {}

  static async of(dbRef: string): Promise<StudioTables> {
    const d1 = studioBinding(env, dbRef);
    if (!d1) throw new Error(`${dbRef} is not bound`);
    return StudioTables.over(d1);
  }

  /** Any database's tables; those of SQLite and of D1 themselves are left out, the numbers given out are not. */
  static async over(d1: D1Database): Promise<StudioTables> {
    const { results } = await d1
      .prepare(
        `select m.name, json_group_array(c.name) filter (where c.pk > 0) as key from sqlite_master m, pragma_table_info(m.name) c
         where m.type = 'table' and m.name not like '_cf_%' group by m.name order by m.name`,
      )
      .all<{ name: string; key: string }>();
    return new StudioTables(
      d1,
      results.map(({ name, key }) => ({ name, key: JSON.parse(key) as string[] })),
    );
  }

  /** How many rows were ever written through the database's only connection: while it stays, every row is as it was. */
  async writes(): Promise<number> {
    return (await this.d1.prepare("select total_changes() as n").first<number>("n")) ?? 0;
  }

  /** Every row there is; of tables that only grow, if they are to be `counted`, only how many rows they have. */
  async rows({ counted = false } = {}): Promise<TableRows> {
    const isCounted = ({ name }: Table) => counted && GROWING.has(name);
    const results = await this.d1.batch<Row>(
      this.tables.map((table) =>
        this.d1.prepare(`select ${isCounted(table) ? "count(*) as rows" : "*"} from "${table.name}"`),
      ),
    );
    return new Map(
      this.tables.map((table, i) => {
        const rows = results[i]?.results ?? [];
        const entries = rows.map((row): [string, string] => [
          isCounted(table) ? "rows" : keyOf(table, row),
          JSON.stringify(row),
        ]);
        return [table.name, new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)))];
      }),
    );
  }

  /**
   * Makes every row what it was before, but for those of the tables that only grow.
   *
   * @returns how it is then
   */
  async restore(before: TableRows, now: TableRows): Promise<TableRows> {
    const [remove, insert, update] = [[], [], []] as [
      D1PreparedStatement[],
      D1PreparedStatement[],
      D1PreparedStatement[],
    ];
    for (const table of this.tables.filter(({ name }) => !GROWING.has(name))) {
      const [was, is] = [before.get(table.name) ?? new Map(), now.get(table.name) ?? new Map()];
      for (const [key, json] of is) if (!was.has(key)) remove.push(this.removal(table, json));
      for (const [key, json] of was) {
        if (!is.has(key)) insert.push(this.insertion(table, json));
        // Galleries hold counters that triggers keep, so what they hold is written after all else.
        else if (is.get(key) !== json)
          update[table.name === "galleries" ? "push" : "unshift"](this.change(table, json));
      }
    }
    const statements = [...remove, ...insert, ...update];
    if (statements.length > 0)
      await this.d1.batch([this.d1.prepare("pragma defer_foreign_keys = on"), ...statements]);
    return new Map([...before, ...[...now].filter(([table]) => GROWING.has(table))]);
  }

  private removal(table: Table, json: string) {
    const row = JSON.parse(json) as Row;
    return this.d1
      .prepare(`delete from "${table.name}" where ${isRow(table)}`)
      .bind(...table.key.map((column) => row[column]));
  }

  private insertion({ name }: Table, json: string) {
    const row = JSON.parse(json) as Row;
    const columns = Object.keys(row).map((column) => `"${column}"`);
    return this.d1
      .prepare(`insert into "${name}" (${columns}) values (${columns.map(() => "?")})`)
      .bind(...Object.values(row));
  }

  private change(table: Table, json: string) {
    const row = JSON.parse(json) as Row;
    const columns = Object.keys(row).map((column) => `"${column}" = ?`);
    return this.d1
      .prepare(`update "${table.name}" set ${columns} where ${isRow(table)}`)
      .bind(...Object.values(row), ...table.key.map((column) => row[column]));
  }
}

/** What identifies a row: its primary key, or else all of it. */
const keyOf = ({ key }: Table, row: Row) =>
  JSON.stringify(key.length > 0 ? key.map((column) => row[column]) : row);

const isRow = ({ key }: Table) => key.map((column) => `"${column}" is ?`).join(" and ");

/** What has changed between two looks, row by row; empty when every row is the same to the byte. */
export function changesBetween(before: TableRows, after: TableRows): string[] {
  return [...before].flatMap(([table, was]) => {
    const is = after.get(table) ?? new Map<string, string>();
    return [
      ...[...was]
        .filter(([key, json]) => is.get(key) !== json)
        .map(([key, json]) => `${table}: ${json} became ${is.get(key) ?? "nothing"}`),
      ...[...is].filter(([key]) => !was.has(key)).map(([, json]) => `${table}: ${json} is new`),
    ];
  });
}
