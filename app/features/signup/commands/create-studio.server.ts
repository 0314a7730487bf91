import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { databasePool, studios } from "../../../db/directory-schema";
import { migrateStudio, STUDIO_SCHEMA_VERSION } from "../../../db/migrate";
import { databaseOver } from "../../../db/remote-database";
import { runStatements } from "../../../db/statements";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { Directory } from "../../../tenancy/directory";
import { studioIdentity } from "../../../tenancy/schema";
import { addMember } from "../../account/index.server";
import type { NewStudio } from "../forms";

export type CreateStudioRefusal = "slug_taken" | "pool_empty" | "database_not_bound";

/** Where the new studio's rows go. */
export interface Platform {
  directory: D1Database;
  /** The binding of a studio database, or undefined when there is none of that name. */
  studioDatabase(dbRef: string): D1Database | undefined;
}

/**
 * Makes a studio: claims a free deployed database and writes the studio in one transaction of the directory,
 * then gives that database its identity and its owner. When the process dies in between, calling it again
 * with the same slug finishes the work; a database that has an identity is never given another.
 */
export async function createStudio(
  platform: Platform,
  input: NewStudio,
): Promise<Result<{ id: string; dbRef: string }, CreateStudioRefusal>> {
  const directory = new Directory(platform.directory);
  const entry = (await directory.bySlug(input.slug)) ?? (await claim(directory, input));
  if (!entry) return refuse("pool_empty");
  const d1 = platform.studioDatabase(entry.dbRef);
  if (!d1) return refuse("database_not_bound");
  await migrateStudio(d1);

  const db = databaseOver((statements) => runStatements(d1, statements));
  const [made] = await db
    .insert(studioIdentity)
    .select(
      sql`select ${entry.id}, ${input.name}, ${input.tagline}, ${input.locale}, ${input.timeZone}, ${input.currency},
        ${input.accent}, ${input.watermarkText}, ${Date.now()} where not exists (select 1 from ${studioIdentity})`,
    )
    .returning({ id: studioIdentity.studioId });
  const identity = await db.select({ id: studioIdentity.studioId }).from(studioIdentity).limit(1).get();
  if (identity?.id !== entry.id) return refuse("slug_taken");
  const owner = { ...input.owner, role: "owner" as const };
  await addMember({ db, clock: { now: () => Date.now(), offset: 0 } }, owner);
  return made ? ok({ id: entry.id, dbRef: entry.dbRef }) : refuse("slug_taken");
}

/** Claims a database for a new studio; undefined when the pool has none or the slug went to somebody else. */
async function claim(directory: Directory, input: NewStudio) {
  const id = newId("studio");
  const { db } = directory;
  const free = and(eq(databasePool.state, "free"), isNotNull(databasePool.deployedAt));
  const next = await db
    .select({ dbRef: databasePool.dbRef })
    .from(databasePool)
    .where(free)
    .orderBy(asc(databasePool.dbRef))
    .limit(1)
    .get();
  if (!next) return undefined;
  await db.batch([
    db.insert(studios).values({
      id,
      slug: input.slug,
      name: input.name,
      dbRef: next.dbRef,
      schemaVersion: STUDIO_SCHEMA_VERSION,
      providerAccount: input.providerAccount,
      createdAt: Date.now(),
    }),
    db
      .update(databasePool)
      .set({ state: "claimed", claimedBy: id })
      .where(and(free, eq(databasePool.dbRef, next.dbRef))),
  ]);
  return directory.bySlug(input.slug);
}
