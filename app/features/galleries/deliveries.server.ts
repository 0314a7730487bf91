import { and, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
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

/** Of those a mail is for: who has not got it, without those whose link was taken back meanwhile. */
const isWaiting = and(isNull(sentAt), isNull(galleryPeople.revokedAt));

/** The next of those who are to get a mail and have not got it; whom it was refused for come after all others. */
export function waitingFor({ db }: Studio, mailing: string, most: number) {
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
    .where(and(eq(mailingId, mailing), isWaiting))
    .orderBy(isNotNull(failure), clients.email)
    .limit(most);
}

/** How many have not got a mail yet, and for how many of them it was never tried. */
export async function leftOf({ db }: Studio, mailing: string): Promise<{ all: number; untried: number }> {
  const left = await db
    .select({ all: count(), untried: sql<number>`count(*) - count(${failure})` })
    .from(galleryMailingPeople)
    .innerJoin(galleryPeople, eq(galleryPeople.id, personId))
    .where(and(eq(mailingId, mailing), isWaiting))
    .get();
  return left ?? { all: 0, untried: 0 };
}

/** Whether a mail is still to go to one of those it is for. */
export async function stillWaits(
  { db }: Studio,
  { mailing, person }: { mailing: string; person: string },
): Promise<boolean> {
  const waiting = await db
    .select({ personId })
    .from(galleryMailingPeople)
    .innerJoin(galleryPeople, eq(galleryPeople.id, personId))
    .where(and(eq(mailingId, mailing), eq(personId, person), isWaiting))
    .get();
  return waiting !== undefined;
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

/** How many people these mails are for and how many have them, by the mails' ids; none that never began to go. */
export async function deliveryCounts(
  { db }: Studio,
  mailings: readonly string[],
): Promise<Map<string, { all: number; sent: number }>> {
  const rows = await db
    .select({ mailingId, all: count(), sent: count(sentAt) })
    .from(galleryMailingPeople)
    .where(inArray(mailingId, [...mailings]))
    .groupBy(mailingId);
  return new Map(rows.map(({ mailingId, ...counts }) => [mailingId, counts]));
}

/** Whom a mail is for and what became of it: first those who have not got it, each by their addresses, so many. */
export async function deliveriesOf({ db }: Studio, mailing: string, most: number) {
  const rows = await db
    .select({
      sentAt,
      failure,
      isNamed: sql<number>`${galleryPeople.revokedAt} is null`,
      email: clients.email,
      name: clients.name,
    })
    .from(galleryMailingPeople)
    .innerJoin(galleryPeople, eq(galleryPeople.id, personId))
    .innerJoin(clients, eq(clients.id, galleryPeople.clientId))
    .where(eq(mailingId, mailing))
    .orderBy(isNotNull(sentAt), clients.email)
    .limit(most);
  return rows.map(({ isNamed, ...row }) => ({
    ...row,
    state: deliveryState({ ...row, isNamed: isNamed === 1 }),
  }));
}
