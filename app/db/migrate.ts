import { directoryMigrations, type Migration, studioMigrations } from "./migrations.generated";

/** How many migrations a studio database of this release has. */
export const STUDIO_SCHEMA_VERSION = studioMigrations.length;

/** Brings a studio's database to this release; each migration is one transaction, applied once. */
export function migrateStudio(d1: D1Database): Promise<number> {
  return applyMigrations(d1, studioMigrations);
}

/** Brings the directory to this release. */
export function migrateDirectory(d1: D1Database): Promise<number> {
  return applyMigrations(d1, directoryMigrations);
}

/**
 * Applies what is missing and returns how many were applied; a database that misses nothing is asked once. Two
 * callers at once: one of them does the work.
 */
async function applyMigrations(d1: D1Database, migrations: readonly Migration[]): Promise<number> {
  const known = await namesOfApplied(d1);
  let applied = 0;
  for (const { name, statements } of migrations) {
    if (known.has(name)) continue;
    try {
      await d1.batch([
        d1.prepare("INSERT INTO applied_migrations (name, applied_at) VALUES (?, ?)").bind(name, Date.now()),
        ...statements.map((sql) => d1.prepare(sql)),
      ]);
      applied++;
    } catch (error) {
      if (!(await namesOfApplied(d1)).has(name)) throw error;
    }
  }
  return applied;
}

async function namesOfApplied(d1: D1Database): Promise<ReadonlySet<string>> {
  const [, rows] = await d1.batch<{ name: string }>([
    d1.prepare(
      "CREATE TABLE IF NOT EXISTS applied_migrations (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL)",
    ),
    d1.prepare("SELECT name FROM applied_migrations"),
  ]);
  return new Set(rows?.results.map(({ name }) => name));
}
