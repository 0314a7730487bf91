import { and, eq, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { audited } from "../../../events/audit";
import { addDays, dayOf, endOfDay, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { orders } from "../../storefront/schema";
import { orderServices } from "../../storefront/schema/services";
import { galleries } from "../schema";
import { favouritesLists } from "../schema/favourites";

type Service = typeof orderServices.$inferSelect;

/**
 * The statements that bring about what an order pays for in a gallery; none for an order of photos. They go into the
 * batch that fulfils the order, do nothing unless it stands as fulfilled there, and nothing a second time.
 */
export async function applyServices(studio: Studio, orderId: string): Promise<BatchItem<"sqlite">[]> {
  const { db, clock } = studio;
  const service = await db.select().from(orderServices).where(eq(orderServices.orderId, orderId)).get();
  if (!service) return [];
  const isDue = sql`exists (select 1 from ${orderServices} s join ${orders} o on o.id = s.order_id
    where s.order_id = ${orderId} and s.applied_at is null and o.status = 'fulfilled')`;
  const applied =
    service.kind === "reopening"
      ? await reopened(studio, service, isDue)
      : [
          db
            .update(favouritesLists)
            .set({ extrasPaid: sql`${favouritesLists.extrasPaid} + ${service.quantity}` })
            .where(and(eq(favouritesLists.id, service.subjectId), isDue)),
        ];
  return [
    ...applied,
    db
      .update(orderServices)
      .set({ appliedAt: clock.now() })
      .where(and(eq(orderServices.orderId, orderId), isDue)),
  ];
}

/**
 * Opens a gallery until the end of a day where the studio is, counted from now; from the day until which it is open
 * where it has been opened in between. It is never closed earlier than it would have been.
 */
async function reopened(
  studio: Studio,
  { orderId, subjectId, quantity: days }: Service,
  isDue: SQL,
): Promise<BatchItem<"sqlite">[]> {
  const { db, clock, tenant } = studio;
  const now = clock.now();
  const gallery = await db.select().from(galleries).where(eq(galleries.id, subjectId)).get();
  if (!gallery) return [];
  const after = (at: Instant) => endOfDay(addDays(dayOf(at, tenant.timeZone), days), tenant.timeZone);
  const fromNow = after(now);
  const seen = gallery.expiresAt;
  const longer = seen !== null && seen > now ? after(seen) : fromNow;
  // What was read may have changed until this is written: then the end that is there counts, if it is later.
  const until = sql`case when ${galleries.expiresAt} is ${seen} then ${longer}
    else max(${galleries.expiresAt}, ${fromNow}) end`;
  await studio.dueBy(fromNow + 1);
  return [
    db
      .update(galleries)
      .set({ expiresAt: until, expirySetAt: now, expiryNotedAt: null, deletionAt: null })
      .where(and(eq(galleries.id, subjectId), sql`${galleries.expiresAt} is not null`, isDue)),
    ...(await audited(studio, {
      action: "gallery.reopened",
      subjectId,
      before: { expiresAt: seen },
      after: { expiresAt: longer, order: orderId },
    })),
  ];
}
