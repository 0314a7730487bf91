import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { clients } from "../clients/schema";
import type { Mailing } from "./mailings.server";
import { deliveryState } from "./model/mailing";
import { galleryMailingPeople, galleryMailings } from "./schema/mailings";
import { galleryPeople } from "./schema/visitors";

const { mailingId, personId, sentAt, failure } = galleryMailingPeople;

/**
 * Fixes whom a mail is for when it first goes: everybody with one of its roles. Who is named later does not get it,
 * however often it is sent again.
 */
export async function fixPeople({ db }: Studio, { id, galleryId, roles }: Mailing): Promise<void> {
  await db.run(sql`
    insert into ${galleryMailingPeople} (mailing_id, person_id)
    select ${id}, p.id from ${galleryPeople} p
    where p.gallery_id = ${galleryId} and p.revoked_at is null
      and p.role in (select value from json_each(${JSON.stringify(roles)}))
      and not exists (select 1 from ${galleryMailingPeople} where mailing_id = ${id})`);
}

/** Those who are to get a mail and have not got it, without those whose link was taken back meanwhile. */
export function waitingFor({ db }: Studio, mailing: string) {
  return db
    .select({
      id: galleryPeople.id,
      linkVersion: galleryPeople.linkVersion,
      email: clients.email,
      name: clients.name,
    })
    .from(galleryMailingPeople)
    .innerJoin(galleryPeople, eq(galleryPeople.id, personId))
    .innerJoin(clients, eq(clients.id, galleryPeople.clientId))
    .where(and(eq(mailingId, mailing), isNull(sentAt), isNull(galleryPeople.revokedAt)))
    .orderBy(clients.email);
}

/** Notes what became of a mail for one of those it is for. */
export async function noteDelivery(
  { db }: Studio,
  delivery: { mailing: string; person: string },
  outcome: { sentAt: number; failure: null } | { failure: string },
): Promise<void> {
  const isIt = and(eq(mailingId, delivery.mailing), eq(personId, delivery.person));
  await db.update(galleryMailingPeople).set(outcome).where(isIt);
}

/** How many have got the mail whose row is changed. */
export const sentOfIt = sql<number>`(select count(*) from ${galleryMailingPeople}
  where mailing_id = ${galleryMailings.id} and sent_at is not null)`;

/** Whom these mails are for and what became of them, by their addresses. */
export async function deliveriesOf({ db }: Studio, mailings: readonly string[]) {
  const rows = await db
    .select({
      mailingId,
      sentAt,
      failure,
      isNamed: sql<number>`${galleryPeople.revokedAt} is null`,
      email: clients.email,
      name: clients.name,
    })
    .from(galleryMailingPeople)
    .innerJoin(galleryPeople, eq(galleryPeople.id, personId))
    .innerJoin(clients, eq(clients.id, galleryPeople.clientId))
    .where(inArray(mailingId, [...mailings]))
    .orderBy(clients.email);
  return rows.map(({ isNamed, ...row }) => ({
    ...row,
    state: deliveryState({ ...row, isNamed: isNamed === 1 }),
  }));
}
