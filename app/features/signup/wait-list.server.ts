import { and, asc, count, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { databasePool, waitList } from "../../db/directory-schema";
import { newId } from "../../lib/ids";
import { normalizeEmail } from "../../lib/text";
import { DAY, type Instant } from "../../lib/time";
import type { Directory } from "../../tenancy/directory";

/** Whoever was told has a database kept for so long before the next one is told of it. */
const KEPT_FOR = 3 * DAY;
const MAILS_A_SWEEP = 25;

export interface Waiting {
  id: string;
  email: string;
  studioName: string;
  slug: string;
}

/** Puts somebody on the wait list; a second time keeps the place and takes the newer wish. */
export async function joinWaitList(
  { db }: Directory,
  { email, name, slug }: { email: string; name: string; slug: string },
  now: Instant,
): Promise<void> {
  const wish = { studioName: name, slug };
  await db
    .insert(waitList)
    .values({ id: newId("waiting"), email: normalizeEmail(email), ...wish, createdAt: now })
    .onConflictDoUpdate({ target: waitList.email, set: { ...wish, toldAt: null } });
}

/** Those for whom there is room now, the longest waiting first. */
export async function nextWaiting({ db }: Directory, now: Instant): Promise<Waiting[]> {
  const [free] = await db
    .select({ count: count() })
    .from(databasePool)
    .where(and(eq(databasePool.state, "free"), isNotNull(databasePool.deployedAt)));
  const [told] = await db
    .select({ count: count() })
    .from(waitList)
    .where(gt(waitList.toldAt, now - KEPT_FOR));
  const room = Math.min((free?.count ?? 0) - (told?.count ?? 0), MAILS_A_SWEEP);
  if (room <= 0) return [];
  return db
    .select({ id: waitList.id, email: waitList.email, studioName: waitList.studioName, slug: waitList.slug })
    .from(waitList)
    .where(isNull(waitList.toldAt))
    .orderBy(asc(waitList.createdAt), asc(waitList.id))
    .limit(room);
}

export async function noteTold({ db }: Directory, id: string, now: Instant): Promise<void> {
  await db.update(waitList).set({ toldAt: now }).where(eq(waitList.id, id));
}

/** Everybody on the list, in the order in which they are told. */
export async function listWaiting({ db }: Directory) {
  return db
    .select()
    .from(waitList)
    .orderBy(sql`${waitList.toldAt} is not null`, asc(waitList.createdAt), asc(waitList.id));
}
