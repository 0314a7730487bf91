import { and, eq, not, sql } from "drizzle-orm";
import { databasePool, studios } from "../../../db/directory-schema";
import { migrateStudio, STUDIO_SCHEMA_VERSION } from "../../../db/migrate";
import { databaseOver } from "../../../db/remote-database";
import { runStatements } from "../../../db/statements";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { Directory } from "../../../tenancy/directory";
import { studioIdentity } from "../../../tenancy/schema";
import { firstOwner } from "../../account/index.server";
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
 * then gives that database its identity and its owner in one of its own. When the process dies in between,
 * calling it again with the same input finishes the work; a studio that is finished is never touched.
 */
export async function createStudio(
  platform: Platform,
  input: NewStudio,
): Promise<Result<{ id: string; dbRef: string }, CreateStudioRefusal>> {
  const directory = new Directory(platform.directory);
  const entry = (await directory.bySlug(input.slug)) ?? (await claim(directory, input));
  if (!entry) return refuse("pool_empty");
  const isOurs = entry.name === input.name && entry.providerAccount === input.providerAccount;
  if (!isOurs) return refuse("slug_taken");
  const d1 = platform.studioDatabase(entry.dbRef);
  if (!d1) return refuse("database_not_bound");
  await migrateStudio(d1);

  const db = databaseOver((statements) => runStatements(d1, statements));
  const identity = db.all<{ studioId: string }>(sql`
    insert into ${studioIdentity} (studio_id, name, tagline, locale, time_zone, currency, accent, watermark_text, created_at)
    select ${entry.id}, ${input.name}, ${input.tagline}, ${input.locale}, ${input.timeZone}, ${input.currency},
      ${input.accent}, ${input.watermarkText}, ${Date.now()}
    where not exists (select 1 from ${studioIdentity}) returning studio_id`);
  const clock = { now: () => Date.now(), offset: 0 };
  const [made] = await db.batch([
    identity,
    ...(await firstOwner({ db, clock }, { ...input.owner, verified: true })),
  ]);
  return made.length > 0 ? ok({ id: entry.id, dbRef: entry.dbRef }) : refuse("slug_taken");
}

/**
 * Claims a database for a new studio, both rows in one transaction; undefined when the pool has none. When
 * somebody else took the slug meanwhile, nothing is claimed and the entry is theirs.
 */
async function claim(directory: Directory, input: NewStudio) {
  const id = newId("studio");
  const { db } = directory;
  const next = sql`(select p.db_ref from ${databasePool} p
    where p.state = 'free' and p.deployed_at is not null order by p.db_ref limit 1)`;
  const isTaken = sql`exists (select 1 from ${studios} s where s.slug = ${input.slug})`;
  await db.batch([
    db
      .update(databasePool)
      .set({ state: "claimed", claimedBy: id })
      .where(and(eq(databasePool.dbRef, next), not(isTaken))),
    db.run(sql`
      insert into ${studios} (id, slug, name, db_ref, schema_version, provider_account, created_at)
      select ${id}, ${input.slug}, ${input.name}, p.db_ref, ${STUDIO_SCHEMA_VERSION}, ${input.providerAccount}, ${Date.now()}
      from ${databasePool} p where p.claimed_by = ${id}`),
  ]);
  return directory.bySlug(input.slug);
}
