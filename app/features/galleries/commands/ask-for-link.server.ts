import { eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { countAttempt } from "../../account/index.server";
import { accessLimits } from "../model/access";
import { galleries } from "../schema";

/** What an address is sealed under that a link was asked for with; it stands nowhere but in the event. */
export const askedName = (galleryId: string) => `gallery-link:${galleryId}`;

/**
 * Has somebody's own link to a gallery mailed once more, if they are named in it. Whether they are cannot be told from
 * the answer nor from how long it takes: that is found out when the mail is written, and the same is written down here
 * for an address that nobody has.
 *
 * @returns the moment from which the next may be asked for, or null when this one was
 */
export async function askForLink(
  studio: Studio,
  { galleryId, email: typed, network }: { galleryId: string; email: string; network: string },
): Promise<Instant | null> {
  const email = normalizeEmail(typed);
  const { window: windowMs, perNetwork, perRecipient } = accessLimits.links;
  const until = await countAttempt(studio, [
    { subject: `gallery-link:network:${network}`, most: perNetwork, windowMs },
    { subject: `gallery-link:recipient:${galleryId}:${email}`, most: perRecipient, windowMs },
  ]);
  if (until !== null) return until;
  const sealed = await studio.seal(askedName(galleryId), email);
  await commit(
    studio,
    // Changes nothing: an event is announced behind a change.
    studio.db
      .update(galleries)
      .set({ name: sql`name` })
      .where(eq(galleries.id, galleryId))
      .returning({ id: galleries.id }),
    {
      event: { name: "gallery.own_link_wanted", payload: { galleryId, askedAt: studio.clock.now(), sealed } },
    },
  );
  return null;
}
