import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import { clients } from "../clients/schema";
import { galleryPeople, galleryVisits, visitors } from "./schema/visitors";

/** The token of somebody's own link: derived, so that it can be mailed again, and stored nowhere. */
export async function personToken(
  studio: Studio,
  { id, linkVersion }: { id: string; linkVersion: number },
): Promise<string> {
  return `${id}.${await studio.linkToken(`gallery-person:${id}:${linkVersion}`)}`;
}

/** Who is named in a gallery and holds a link with this token; null for a link that opens nothing. */
export async function personOfToken(studio: Studio, galleryId: string, token: string) {
  const id = token.split(".", 1)[0] ?? "";
  const person = await studio.db
    .select({
      id: galleryPeople.id,
      clientId: galleryPeople.clientId,
      linkVersion: galleryPeople.linkVersion,
    })
    .from(galleryPeople)
    .where(
      and(eq(galleryPeople.id, id), eq(galleryPeople.galleryId, galleryId), isNull(galleryPeople.revokedAt)),
    )
    .get();
  if (!person) return null;
  const right = await personToken(studio, person);
  return (await tokenHash(token)) === (await tokenHash(right)) ? person : null;
}

/** Everybody who is or was named in a gallery: those who are in first, by their address. */
export async function peopleOf({ db }: Studio, galleryId: string) {
  const { id, role, invitedAt, firstSeenAt, revokedAt } = galleryPeople;
  const seenAt = sql<number | null>`(select max(v.last_at) from ${galleryVisits} v
    join ${visitors} b on b.id = v.visitor_id and b.proven_at is not null
    where b.client_id = ${galleryPeople.clientId} and v.gallery_id = ${galleryPeople.galleryId})`;
  return db
    .select({ id, role, invitedAt, firstSeenAt, revokedAt, seenAt, email: clients.email, name: clients.name })
    .from(galleryPeople)
    .innerJoin(clients, eq(clients.id, galleryPeople.clientId))
    .where(eq(galleryPeople.galleryId, galleryId))
    .orderBy(desc(sql`${revokedAt} is null`), asc(clients.email));
}
