import { and, asc, count, eq, isNotNull, isNull } from "drizzle-orm";
import { databasePool } from "../../db/directory-schema";
import type { Directory } from "../../tenancy/directory";

/**
 * Puts databases that exist, are migrated and are bound into the pool, and back into it what was set aside; those
 * that are in it already stay as they are.
 */
export async function addToPool(directory: Directory, dbRefs: readonly string[]): Promise<void> {
  for (const dbRef of dbRefs) {
    const deployedAt = Date.now();
    await directory.db
      .insert(databasePool)
      .values({ dbRef, deployedAt })
      .onConflictDoUpdate({
        target: databasePool.dbRef,
        set: { deployedAt },
        setWhere: and(eq(databasePool.state, "free"), isNull(databasePool.deployedAt)),
      });
  }
}

/** How many databases of the pool sign-up can claim, how many there are, and each with its state. */
export async function poolStatus(directory: Directory) {
  const databases = await directory.db.select().from(databasePool).orderBy(asc(databasePool.dbRef));
  const [free] = await directory.db
    .select({ count: count() })
    .from(databasePool)
    .where(and(eq(databasePool.state, "free"), isNotNull(databasePool.deployedAt)));
  return { free: free?.count ?? 0, total: databases.length, databases };
}
