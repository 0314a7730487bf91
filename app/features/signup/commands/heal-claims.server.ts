import { and, desc, eq, isNotNull, lt } from "drizzle-orm";
import { studios } from "../../../db/directory-schema";
import { databaseOver } from "../../../db/remote-database";
import { runStatements } from "../../../db/statements";
import { log } from "../../../lib/log";
import { HOUR, type Instant, MINUTE } from "../../../lib/time";
import type { Directory } from "../../../tenancy/directory";
import { studioIdentity } from "../../../tenancy/schema";
import { releaseClaim } from "./claim-database.server";
import type { Platform } from "./create-studio.server";

/** Newest first: a studio that lives seals its log with its first act, so only dead claims stay behind. */
const CLAIMS_A_SWEEP = 100;
/** Nobody who claimed so long ago is still at work. */
const GIVEN_UP_AFTER = 10 * MINUTE;
/** A studio that came to be has been swept, and its audit log sealed, long before that. */
const NEVER_CAME_AFTER = HOUR;

/**
 * Frees what a sign-up left behind that died between its two transactions: a studio whose database holds nothing.
 * One whose database is not bound here is freed when it has never been sealed in all the time since, and its
 * database is set aside.
 */
export async function healClaims(platform: Platform, directory: Directory, now: Instant): Promise<void> {
  const claims = await directory.db
    .select({ id: studios.id, slug: studios.slug, dbRef: studios.dbRef, createdAt: studios.createdAt })
    .from(studios)
    .where(
      and(
        eq(studios.auditSeq, 0),
        isNotNull(studios.trialEndsAt),
        lt(studios.createdAt, now - GIVEN_UP_AFTER),
      ),
    )
    .orderBy(desc(studios.createdAt))
    .limit(CLAIMS_A_SWEEP);
  for (const claim of claims) {
    const d1 = platform.studioDatabase(claim.dbRef);
    if (d1 && (await holdsAStudio(d1))) continue;
    if (!d1 && claim.createdAt > now - NEVER_CAME_AFTER) continue;
    await releaseClaim(directory, claim, d1 ? "free" : "aside");
    log("warn", "a sign-up that died was undone", { studioId: claim.id, dbRef: claim.dbRef });
    if (!d1) {
      await directory.raiseAlert(
        `database:${claim.dbRef}`,
        `The pool's database ${claim.dbRef} is not bound; the sign-up of ${claim.slug} died with it and was undone. Deploy the Workers with it and run: npm run admin -- pool fill`,
        now,
      );
    }
  }
}

async function holdsAStudio(d1: D1Database): Promise<boolean> {
  const db = databaseOver((statements) => runStatements(d1, statements));
  return (await db.select({ id: studioIdentity.studioId }).from(studioIdentity).limit(1).get()) !== undefined;
}
