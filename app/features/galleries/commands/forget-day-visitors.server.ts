import { lt } from "drizzle-orm";
import { dayOf } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { galleryDayVisitors } from "../schema/visitors";

/** Forgets by what browsers were told apart on days that are over. */
export async function forgetDayVisitors(studio: Studio): Promise<null> {
  const today = dayOf(studio.clock.now(), studio.tenant.timeZone);
  await studio.db.delete(galleryDayVisitors).where(lt(galleryDayVisitors.day, today));
  return null;
}
