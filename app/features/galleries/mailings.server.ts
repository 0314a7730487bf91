import { and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "../../db/remote-database";
import type { Studio } from "../../tenancy/studio";
import { galleryMailings } from "./schema/mailings";

export type Mailing = typeof galleryMailings.$inferSelect;

/** How many of its mails the page of a gallery tells of. */
const MAILINGS_SHOWN = 20;

/** Mails to the people of a gallery, the latest first; tests are not among them. */
export function mailingsOf({ db }: Studio, galleryId: string): Promise<Mailing[]> {
  return db
    .select()
    .from(galleryMailings)
    .where(and(eq(galleryMailings.galleryId, galleryId), isNull(galleryMailings.memberId)))
    .orderBy(desc(galleryMailings.createdAt))
    .limit(MAILINGS_SHOWN)
    .all();
}

/** Whether there is a mail to its people that was given up before everybody had it. */
export async function hasFailedMailing({ db }: Studio, galleryId: string): Promise<boolean> {
  const { id, status, memberId } = galleryMailings;
  const failed = await db
    .select({ id })
    .from(galleryMailings)
    .where(and(eq(galleryMailings.galleryId, galleryId), eq(status, "failed"), isNull(memberId)))
    .limit(1)
    .get();
  return failed !== undefined;
}

/** The statement that has a mail that was given up taken up again: it changes nothing for one that is in another state. */
export function takeUpMailing(db: Database, { mailingId }: { mailingId: string }) {
  return db
    .update(galleryMailings)
    .set({ status: "sending" })
    .where(and(eq(galleryMailings.id, mailingId), eq(galleryMailings.status, "failed")))
    .returning({ id: galleryMailings.id });
}
