import { and, desc, eq, isNull } from "drizzle-orm";
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
