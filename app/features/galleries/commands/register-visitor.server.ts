import { and, eq, isNull, sql } from "drizzle-orm";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { countAttempt } from "../../account/index.server";
import { clientIdOf, registerClient } from "../../clients/index.server";
import { accessLimits } from "../model/access";
import { marketingConsents, visitors } from "../schema/visitors";
import { visited } from "../visits.server";

/**
 * Notes the address that a visitor leaves on the way into a gallery, and what they agreed to besides. It is what they
 * say and nothing more: it opens nothing that is somebody's by name.
 *
 * @param consent the sentence that stood beside the ticked box; null where it was left as it was
 * @returns the moment from which it may be tried again, or null when it was noted
 */
export async function registerVisitor(
  studio: Studio,
  { galleryId, email: typed, consent, network }: Registered,
  visitor: () => Promise<string>,
): Promise<Instant | null> {
  const { window: windowMs, perNetwork: most } = accessLimits.registrations;
  const until = await countAttempt(studio, [
    { subject: `gallery-register:network:${network}`, most, windowMs },
  ]);
  if (until !== null) return until;
  const { db, clock } = studio;
  const email = normalizeEmail(typed);
  const visitorId = await visitor();
  const now = clock.now();
  await db.batch([
    registerClient(studio, email),
    db
      .update(visitors)
      .set({ clientId: clientIdOf(email), seenAt: now })
      .where(and(eq(visitors.id, visitorId), isNull(visitors.provenAt))),
    visited(studio, { galleryId, visitorId }, { isRegistered: true }),
    ...(consent === null
      ? []
      : [
          db.run(sql`
            insert into ${marketingConsents} (client_id, gallery_id, sentence, at)
            select c.id, ${galleryId}, ${consent}, ${now} from clients c where c.email = ${email}
            on conflict (client_id) do update set gallery_id = excluded.gallery_id, sentence = excluded.sentence, at = excluded.at`),
        ]),
  ]);
  return null;
}

interface Registered {
  galleryId: string;
  email: string;
  consent: string | null;
  network: string;
}

/** Notes that a visitor was asked for an address and goes on without. */
export async function declineToRegister(
  studio: Studio,
  galleryId: string,
  visitor: () => Promise<string>,
): Promise<void> {
  const visitorId = await visitor();
  await studio.db.batch([visited(studio, { galleryId, visitorId }, { isRegistered: true })]);
}
