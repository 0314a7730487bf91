import { and, asc, eq, gt, gte, lte } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { DAY, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { dueReminder, nextReminderAt, reminderDays } from "../model/expiry";
import { galleries } from "../schema";
import { galleryNotices } from "../schema/visitors";

const GALLERIES_A_SWEEP = 200;
const NO_CLIENT = "";

/** What a notice of the reminder of so many days before is called. */
export const reminderKind = (days: number) => `expires-${days}`;

/**
 * Has the reminders go out whose moment has come, each once for each end that a gallery is given: a notice to nobody
 * stands for that. Returns when the next one goes out, among the galleries that end soonest.
 */
export async function announceReminders(studio: Studio): Promise<Instant | null> {
  const { db, clock, tenant } = studio;
  const now = clock.now();
  const { id, expiresAt, expirySetAt, publishedAt } = galleries;
  const ending = await db
    .select({ id, expiresAt, expirySetAt, publishedAt })
    .from(galleries)
    .where(
      and(
        eq(galleries.status, "published"),
        gte(expiresAt, now),
        lte(expiresAt, now + (Math.max(...reminderDays) + 2) * DAY),
        gt(galleries.shownCount, 0),
      ),
    )
    .orderBy(asc(expiresAt))
    .limit(GALLERIES_A_SWEEP);
  const moments: Instant[] = [];
  for (const gallery of ending) {
    const days = dueReminder(gallery, now, tenant.timeZone);
    if (days !== null) await announce(studio, { ...gallery, days });
    const next = nextReminderAt(gallery, now, tenant.timeZone);
    if (next !== null) moments.push(next);
  }
  return moments.length === 0 ? null : Math.min(...moments);
}

async function announce(
  studio: Studio,
  { id: galleryId, expiresAt, days }: { id: string; expiresAt: Instant | null; days: number },
): Promise<void> {
  if (expiresAt === null) return;
  const notice = { galleryId, clientId: NO_CLIENT, kind: reminderKind(days), about: expiresAt };
  await commit(
    studio,
    studio.db
      .insert(galleryNotices)
      .values({ ...notice, at: studio.clock.now() })
      .onConflictDoNothing()
      .returning({ galleryId: galleryNotices.galleryId }),
    { event: { name: "gallery.expiry_near", payload: { galleryId, days, about: expiresAt, part: 1 } } },
  );
}
