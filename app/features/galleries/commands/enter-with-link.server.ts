import { eq, sql } from "drizzle-orm";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { personOfToken } from "../people.server";
import { galleryPeople } from "../schema/visitors";
import { visited } from "../visits.server";

/**
 * Lets a browser in by the link that somebody who is named in a gallery got by mail. It opens as often as they like,
 * until it is taken back or another one is mailed in its place.
 *
 * @param prove makes the browser that client's; returns its visitor
 */
export async function enterWithLink(
  studio: Studio,
  { galleryId, token }: { galleryId: string; token: string },
  prove: (clientId: string) => Promise<string>,
): Promise<Result<void, "link_gone">> {
  const person = await personOfToken(studio, galleryId, token);
  if (!person) return refuse("link_gone");
  const visitorId = await prove(person.clientId);
  await studio.db.batch([
    visited(studio, { galleryId, visitorId }, { isRegistered: true }),
    studio.db
      .update(galleryPeople)
      .set({ firstSeenAt: sql`coalesce(first_seen_at, ${studio.clock.now()})` })
      .where(eq(galleryPeople.id, person.id)),
  ]);
  return ok(undefined);
}
