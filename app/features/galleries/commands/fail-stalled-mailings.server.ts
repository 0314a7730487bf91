import { eq, sql } from "drizzle-orm";
import { outbox } from "../../../events/schema";
import { jobs } from "../../../jobs/schema";
import type { Studio } from "../../../tenancy/studio";
import { sentOfIt } from "../deliveries.server";
import { MAILING_JOB } from "../model/mailing";
import { galleryMailings } from "../schema/mailings";

/**
 * Gives up mails that are on their way and that nothing moves any more. A mail turns "sending" in the transaction that
 * announces it, and the announcement becomes a job in one too: where neither waits, nobody will ever send it.
 */
export async function failStalledMailings({ db }: Studio): Promise<null> {
  const { id, status } = galleryMailings;
  // Literals, because only they let SQLite see that the indexes of what waits hold all that is asked for.
  await db
    .update(galleryMailings)
    .set({ status: "failed", sentCount: sentOfIt })
    .where(
      sql`${eq(status, "sending")}
        and not exists (select 1 from ${outbox} where relayed_at is null and name = 'gallery.mailing_due'
          and payload ->> '$.mailingId' = ${id})
        and not exists (select 1 from ${jobs} where state in ('queued', 'running') and name = ${MAILING_JOB}
          and payload ->> '$.mailingId' = ${id})`,
    );
  return null;
}
