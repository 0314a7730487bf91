import { and, eq, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { HOUR } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { galleryVisits, visitors } from "./schema/visitors";

/** A visit is noted anew when the last note of it is older. */
const NOTED_EVERY = HOUR;

/** What becomes of a browser's visit to a gallery. */
export interface VisitChange {
  /** The access version of the gallery whose password was given. */
  accessVersion?: number;
  /** Whether an address was left, or asking for it was declined. */
  isRegistered?: boolean;
}

/** The statement that notes that a browser is in a gallery, and what it did to get there. */
export function visited(
  { db, clock }: Studio,
  { galleryId, visitorId }: { galleryId: string; visitorId: string },
  { accessVersion, isRegistered = false }: VisitChange = {},
): BatchItem<"sqlite"> {
  const now = clock.now();
  const entered = accessVersion === undefined ? {} : { accessVersion };
  const registered = isRegistered ? { registeredAt: now } : {};
  return db
    .insert(galleryVisits)
    .values({ galleryId, visitorId, firstAt: now, lastAt: now, ...entered, ...registered })
    .onConflictDoUpdate({
      target: [galleryVisits.galleryId, galleryVisits.visitorId],
      set: { lastAt: now, ...entered, ...registered },
    });
}

/** Notes that a browser that is known looks at a gallery, at most once in a while; one without a name leaves nothing. */
export async function noteVisit(studio: Studio, galleryId: string): Promise<void> {
  const visitorId = studio.actor.visitor?.id;
  if (!visitorId) return;
  const now = studio.clock.now();
  const isIt = and(eq(galleryVisits.galleryId, galleryId), eq(galleryVisits.visitorId, visitorId));
  const last = await studio.db.select({ at: galleryVisits.lastAt }).from(galleryVisits).where(isIt).get();
  if (last && last.at > now - NOTED_EVERY) return;
  await studio.db.batch([
    visited(studio, { galleryId, visitorId }),
    studio.db
      .update(visitors)
      .set({ seenAt: sql`max(${visitors.seenAt}, ${now})` })
      .where(eq(visitors.id, visitorId)),
  ]);
}
