import { asc, eq, isNull } from "drizzle-orm";
import { operatorAlerts } from "../../db/directory-schema";
import type { Instant } from "../../lib/time";
import type { Directory } from "../../tenancy/directory";

/** What the operator has to know and has not cleared, oldest first. */
export async function listAlerts({ db }: Directory) {
  return db.select().from(operatorAlerts).orderBy(asc(operatorAlerts.firstAt));
}

/** Forgets an alert, so that the next of its kind is told again; false when there is none. */
export async function clearAlert({ db }: Directory, kind: string): Promise<boolean> {
  const cleared = await db.delete(operatorAlerts).where(eq(operatorAlerts.kind, kind)).returning();
  return cleared.length > 0;
}

export async function untoldAlerts({ db }: Directory) {
  return db
    .select()
    .from(operatorAlerts)
    .where(isNull(operatorAlerts.toldAt))
    .orderBy(asc(operatorAlerts.firstAt));
}

export async function noteAlertTold({ db }: Directory, kind: string, now: Instant): Promise<void> {
  await db.update(operatorAlerts).set({ toldAt: now }).where(eq(operatorAlerts.kind, kind));
}
