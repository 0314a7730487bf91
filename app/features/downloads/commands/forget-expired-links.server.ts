import { and, asc, gt, isNull, lte } from "drizzle-orm";
import { DAY, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { downloadLinks, downloads } from "../schema";

/** A link that has run out goes on saying so for this long; after that its address means nothing. */
const SAYS_SO_FOR = 365 * DAY;

/**
 * Removes links that ran out long ago, and what visitors without a name downloaded as long ago; what buyers did stays
 * with their orders. Returns when the next link is to go.
 */
export async function forgetExpiredLinks(studio: Studio): Promise<Instant | null> {
  const before = studio.clock.now() - SAYS_SO_FOR;
  await studio.db.batch([
    studio.db.delete(downloadLinks).where(lte(downloadLinks.expiresAt, before)),
    studio.db.delete(downloads).where(and(isNull(downloads.orderId), lte(downloads.at, before))),
  ]);
  const next = await studio.db
    .select({ expiresAt: downloadLinks.expiresAt })
    .from(downloadLinks)
    .where(gt(downloadLinks.expiresAt, before))
    .orderBy(asc(downloadLinks.expiresAt))
    .limit(1)
    .get();
  return next ? next.expiresAt + SAYS_SO_FOR : null;
}
