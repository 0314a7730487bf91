import { lt } from "drizzle-orm";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { visitors } from "../schema/visitors";
import { VISITOR_COOKIE_SECONDS } from "../visitor.server";

/**
 * Forgets browsers that have not been seen for as long as one keeps its cookie, with what they were let into; lists
 * that were chosen in them stay. Returns null: nothing waits for it.
 */
export async function forgetOldVisitors({ db, clock }: Studio): Promise<Instant | null> {
  await db.delete(visitors).where(lt(visitors.seenAt, clock.now() - VISITOR_COOKIE_SECONDS * 1000));
  return null;
}
