import { studioMigrations } from "../db/migrations.generated";

/**
 * Empties a database to what the first so many migrations make. Tables go the newest first: what refers to others is
 * younger than they are, and a table cannot go while one that refers to it names another that is gone.
 */
export async function emptyTo(d1: D1Database, count: number): Promise<void> {
  const { results } = await d1
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' ORDER BY rowid DESC",
    )
    .all<{ name: string }>();
  await d1.batch([
    d1.prepare("PRAGMA defer_foreign_keys = on"),
    ...results
      .filter(({ name }) => name !== "applied_migrations")
      .map(({ name }) => d1.prepare(`DROP TABLE "${name}"`)),
    d1.prepare("DELETE FROM applied_migrations"),
  ]);
  for (const { name, statements } of studioMigrations.slice(0, count))
    await d1.batch([
      ...statements.map((sql) => d1.prepare(sql)),
      d1.prepare("INSERT INTO applied_migrations (name, applied_at) VALUES (?, 1)").bind(name),
    ]);
}
