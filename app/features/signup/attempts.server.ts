import { lte, sql } from "drizzle-orm";
import { platformAttempts } from "../../db/directory-schema";
import type { Instant } from "../../lib/time";
import { tokenHash } from "../../lib/tokens";
import type { Directory } from "../../tenancy/directory";

/**
 * Counts one attempt on the platform's site, before it is made.
 *
 * @param subject what is counted; it is hashed here
 * @returns the moment from which another may be made, or null when this one may
 */
export async function countPlatformAttempt(
  { db }: Directory,
  subject: string,
  { most, windowMs }: { most: number; windowMs: number },
  now: Instant,
): Promise<Instant | null> {
  const isOver = sql`${platformAttempts.windowEndsAt} not between ${now} and ${now + windowMs}`;
  const [row] = await db
    .insert(platformAttempts)
    .values({ key: await tokenHash(subject), count: 1, windowEndsAt: now + windowMs })
    .onConflictDoUpdate({
      target: platformAttempts.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${platformAttempts.count} + 1 end`,
        windowEndsAt: sql`case when ${isOver} then ${now + windowMs} else ${platformAttempts.windowEndsAt} end`,
      },
    })
    .returning();
  return row && row.count > most ? row.windowEndsAt : null;
}

/** Takes away counters that have run out. */
export async function forgetPlatformAttempts({ db }: Directory, now: Instant): Promise<void> {
  await db.delete(platformAttempts).where(lte(platformAttempts.windowEndsAt, now));
}
