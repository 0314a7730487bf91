import { asc, gt, lte } from "drizzle-orm";
import { DAY, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { downloadLinks } from "../schema";

/** A link that has run out goes on saying so for this long; after that its address means nothing. */
const SAYS_SO_FOR = 365 * DAY;

/** Removes links that ran out long ago. Returns when the next one is to go. */
export async function forgetExpiredLinks(studio: Studio): Promise<Instant | null> {
  await studio.db.delete(downloadLinks).where(lte(downloadLinks.expiresAt, studio.clock.now() - SAYS_SO_FOR));
  const next = await studio.db
    .select({ expiresAt: downloadLinks.expiresAt })
    .from(downloadLinks)
    .where(gt(downloadLinks.expiresAt, studio.clock.now() - SAYS_SO_FOR))
    .orderBy(asc(downloadLinks.expiresAt))
    .limit(1)
    .get();
  return next ? next.expiresAt + SAYS_SO_FOR : null;
}
