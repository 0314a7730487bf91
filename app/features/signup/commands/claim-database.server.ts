import { and, eq, not, sql } from "drizzle-orm";
import { databasePool, studios, waitList } from "../../../db/directory-schema";
import { STUDIO_SCHEMA_VERSION } from "../../../db/migrate";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import type { Directory } from "../../../tenancy/directory";
import { TRIAL_LASTS } from "../model";
import { slugIsGone } from "../slug-state.server";
import type { StudioToMake } from "../studio-to-make.server";

/**
 * Claims a free deployed database for a new studio and inserts the studio with its trial, in one transaction of the
 * directory; the wait list forgets who waited for it. When the slug or the payment account is gone, or there is no
 * database, nothing happens at all.
 */
export async function claimDatabase(
  { db }: Directory,
  id: string,
  { slug, name, providerAccount, owner }: StudioToMake,
  now: Instant,
): Promise<void> {
  const next = sql`(select p.db_ref from ${databasePool} p
    where p.state = 'free' and p.deployed_at is not null order by p.db_ref limit 1)`;
  const accountIsTaken = sql`exists (select 1 from ${studios} s where s.provider_account = ${providerAccount})`;
  await db.batch([
    db
      .update(databasePool)
      .set({ state: "claimed", claimedBy: id })
      .where(and(eq(databasePool.dbRef, next), not(slugIsGone(slug, id, now)), not(accountIsTaken))),
    db.run(sql`
      insert into ${studios} (id, slug, name, db_ref, schema_version, provider_account, trial_ends_at, created_at)
      select ${id}, ${slug}, ${name}, p.db_ref, ${STUDIO_SCHEMA_VERSION}, ${providerAccount}, ${now + TRIAL_LASTS}, ${now}
      from ${databasePool} p where p.claimed_by = ${id}`),
    db.run(
      sql`delete from ${waitList} where email = ${normalizeEmail(owner.email)} and exists (select 1 from ${studios} s where s.id = ${id})`,
    ),
  ]);
}

/**
 * Takes a studio that never came to be out of the directory, so that its slug is free, and says what becomes of the
 * database it had claimed: "free" for one that nothing was written into, "aside" for one that must not be given to
 * anybody until the operator has looked at it. A claim that has moved on meanwhile is left alone.
 */
export async function releaseClaim(
  { db }: Directory,
  { id, dbRef }: { id: string; dbRef: string },
  fate: "free" | "aside",
): Promise<void> {
  const isTheirs = and(eq(databasePool.dbRef, dbRef), eq(databasePool.claimedBy, id));
  await db.batch([
    db.delete(studios).where(and(eq(studios.id, id), eq(studios.dbRef, dbRef))),
    db
      .update(databasePool)
      .set({ state: "free", claimedBy: null, ...(fate === "aside" ? { deployedAt: null } : {}) })
      .where(isTheirs),
  ]);
}
