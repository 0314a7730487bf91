import { sql } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { clients } from "../clients/schema";
import { entitlements } from "../downloads/schema";
import { photos } from "../ingest/schema";
import { orders } from "../storefront/schema";
import type { Gallery } from "./model";
import { favouritesLists } from "./schema/favourites";
import { galleryNotices, galleryPeople, galleryVisits, visitors } from "./schema/visitors";

/** Somebody who is to be reminded of a gallery's end. */
export interface RemindedClient {
  id: string;
  email: string;
  /** Whether they have ever been in the gallery. */
  hasVisited: boolean;
  /** Their place among the gallery's people, and which of their links opens; null for everybody else. */
  person: { id: string; linkVersion: number } | null;
}

/**
 * Those who are reminded of a gallery's end and have not been told of it under this name yet, by their ids: its people
 * who were invited, whoever has a list in it, and visitors who left their address. Whoever has bought all that guests
 * see needs it no more. Where only named people come in, only they are written to; and an address that is a secret is
 * not sent to somebody who may have left theirs before it was one.
 */
export async function clientsToRemind(
  { db }: Studio,
  gallery: Pick<Gallery, "id" | "visibility" | "accessVersion" | "shownCount">,
  { kind, about, most }: { kind: string; about: number; most: number },
): Promise<RemindedClient[]> {
  const { id, visibility, accessVersion, shownCount } = gallery;
  const isOpenToOthers = visibility !== "people" && (visibility !== "unlisted" || accessVersion === 1);
  const others = sql`
    union select l.client_id from ${favouritesLists} l where l.gallery_id = ${id}
    union select v.client_id from ${galleryVisits} g join ${visitors} v on v.id = g.visitor_id
      where g.gallery_id = ${id} and g.registered_at is not null and v.client_id is not null`;
  const bought = sql`(select count(distinct e.photo_id) from ${orders} o join ${entitlements} e on e.order_id = o.id
    join ${photos} p on p.id = e.photo_id
    where o.client_id = c.id and o.gallery_id = ${id} and e.refunded_at is null
      and p.gallery_id = ${id} and p.status = 'ready' and p.hidden = 0)`;
  const visited = sql`(gp.first_seen_at is not null
    or exists (select 1 from ${favouritesLists} l where l.gallery_id = ${id} and l.client_id = c.id)
    or exists (select 1 from ${visitors} v join ${galleryVisits} g on g.visitor_id = v.id
      where v.client_id = c.id and g.gallery_id = ${id}))`;
  const rows = await db.all<[string, string, number, string | null, number | null]>(sql`
    select c.id, c.email, ${visited}, gp.id, gp.link_version
    from ${clients} c
    left join ${galleryPeople} gp on gp.client_id = c.id and gp.gallery_id = ${id} and gp.revoked_at is null
    where c.id in (
        select p.client_id from ${galleryPeople} p where p.gallery_id = ${id} and p.revoked_at is null
          and (p.invited_at is not null or p.first_seen_at is not null)
        ${isOpenToOthers ? others : sql``})
      and c.email not like 'erased:%'
      and not exists (select 1 from ${galleryNotices} n where n.gallery_id = ${id} and n.client_id = c.id
        and n.kind = ${kind} and n.about = ${about})
      and ${bought} < ${Math.max(shownCount, 1)}
    order by c.id limit ${most}`);
  return rows.map(([clientId, email, hasVisited, personId, linkVersion]) => ({
    id: clientId,
    email,
    hasVisited: Boolean(hasVisited),
    person: personId === null ? null : { id: personId, linkVersion: linkVersion ?? 1 },
  }));
}
