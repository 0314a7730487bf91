import { and, asc, count, eq, isNotNull } from "drizzle-orm";
import { databasePool } from "../../db/directory-schema";
import type { Directory } from "../../tenancy/directory";

/** Puts databases that exist, are migrated and are bound into the pool; those already in it stay as they are. */
export async function addToPool(directory: Directory, dbRefs: readonly string[]): Promise<void> {
  for (const dbRef of dbRefs) {
    await directory.db.insert(databasePool).values({ dbRef, deployedAt: Date.now() }).onConflictDoNothing();
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
