import { and, asc, eq, lte } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { galleryMailings } from "../schema/mailings";

const MAILINGS_A_SWEEP = 50;

/** Sets off the mails whose moment has come, each once. Returns when the next one's comes. */
export async function sendDueMailings(studio: Studio): Promise<Instant | null> {
  const { id, sendAt, status } = galleryMailings;
  const isPlanned = eq(status, "planned");
  const due = await studio.db
    .select({ id })
    .from(galleryMailings)
    .where(and(isPlanned, lte(sendAt, studio.clock.now())))
    .orderBy(asc(sendAt))
    .limit(MAILINGS_A_SWEEP);
  for (const mailing of due) {
    await commit(
      studio,
      studio.db
        .update(galleryMailings)
        .set({ status: "sending" })
        .where(and(eq(id, mailing.id), isPlanned))
        .returning({ id }),
      { event: { name: "gallery.mailing_due", payload: { mailingId: mailing.id } } },
    );
  }
  const next = await studio.db
    .select({ sendAt })
    .from(galleryMailings)
    .where(isPlanned)
    .orderBy(asc(sendAt))
    .limit(1)
    .get();
  return next?.sendAt ?? null;
}
