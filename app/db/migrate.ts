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

/** Applies what is missing and returns how many were applied. Two callers at once: one of them does the work. */
async function applyMigrations(d1: D1Database, migrations: readonly Migration[]): Promise<number> {
  await d1.exec(
    "CREATE TABLE IF NOT EXISTS applied_migrations (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL)",
  );
  let applied = 0;
  for (const { name, statements } of migrations) {
    if (await isApplied(d1, name)) continue;
    try {
      await d1.batch([
        d1.prepare("INSERT INTO applied_migrations (name, applied_at) VALUES (?, ?)").bind(name, Date.now()),
        ...statements.map((sql) => d1.prepare(sql)),
      ]);
      applied++;
    } catch (error) {
      if (!(await isApplied(d1, name))) throw error;
    }
  }
  return applied;
}

async function isApplied(d1: D1Database, name: string): Promise<boolean> {
  return (await d1.prepare("SELECT 1 FROM applied_migrations WHERE name = ?").bind(name).first()) !== null;
}
