import { eq, sql } from "drizzle-orm";
import type { Instant } from "../../lib/time";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import { attempts } from "./schema";

/** Something of which only so many may fail within a window. */
export interface Limit {
  /** What is counted, without personal data that would be readable: it is hashed here. */
  subject: string;
  most: number;
  windowMs: number;
}

/**
 * Counts one attempt against each limit and says whether all of them still hold. The count goes up before
 * the attempt is made, so that attempts made at once are all counted.
 *
 * @returns the moment from which another attempt may be made, or null when this one may
 */
export async function countAttempt(studio: Studio, limits: Limit[]): Promise<Instant | null> {
  const now = studio.clock.now();
  let closedUntil: Instant | null = null;
  for (const limit of limits) {
    const [row] = await studio.db
      .insert(attempts)
      .values({ key: await tokenHash(limit.subject), count: 1, windowEndsAt: now + limit.windowMs })
      .onConflictDoUpdate({
        target: attempts.key,
        set: {
          count: sql`case when ${attempts.windowEndsAt} <= ${now} then 1 else ${attempts.count} + 1 end`,
          windowEndsAt: sql`case when ${attempts.windowEndsAt} <= ${now} then ${now + limit.windowMs} else ${attempts.windowEndsAt} end`,
        },
      })
      .returning();
    if (row && row.count > limit.most) closedUntil = Math.max(closedUntil ?? 0, row.windowEndsAt);
  }
  return closedUntil;
}

/** Takes one attempt back that turned out right, where only wrong ones are meant to add up. */
export async function forgiveAttempt(studio: Studio, limits: readonly Limit[]): Promise<void> {
  for (const { subject } of limits)
    await studio.db
      .update(attempts)
      .set({ count: sql`max(0, ${attempts.count} - 1)` })
      .where(eq(attempts.key, await tokenHash(subject)));
}

/** Forgets the attempts of a subject, after one that was right. */
export async function clearAttempts(studio: Studio, subject: string): Promise<void> {
  await studio.db.delete(attempts).where(eq(attempts.key, await tokenHash(subject)));
}
