import { asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import { auditLog } from "../../events/schema";
import type { Studio } from "../../tenancy/studio";
import {
  accountLinks,
  apiKeys,
  clientSessions,
  knownDevices,
  members,
  signInSessions,
} from "../account/schema";
import { linksOfOrders } from "../downloads/index.server";
import { galleries } from "../galleries/schema";
import { favourites, favouritesLists } from "../galleries/schema/favourites";
import { galleryMailingPeople, galleryMailings } from "../galleries/schema/mailings";
import {
  galleryNotices,
  galleryPeople,
  galleryVisits,
  marketingConsents,
  visitors,
} from "../galleries/schema/visitors";
import { photos } from "../ingest/schema";
import { orderLines, orders } from "../storefront/schema";
import { idsOf, type Person } from "./person.server";
import { clients } from "./schema";

/** Everything the studio holds of a person, except what could be used to sign in as them. */
export async function holdingsOf(studio: Studio, person: Person) {
  const bought = await ordersOf(studio, person);
  return {
    email: person.email,
    name: person.name,
    ...(await rowsOf(studio, person)),
    galleries: await galleriesOf(studio, person),
    orders: bought,
    acts: await actsOf(
      studio,
      person,
      bought.map(({ id }) => id),
    ),
  };
}

export type Holdings = Awaited<ReturnType<typeof holdingsOf>>;

/** What there is under a person's own ids. */
async function rowsOf({ db }: Studio, person: Person) {
  const clientId = person.clientId ?? "";
  const memberId = person.member?.id ?? "";
  const [client, member, visits, signIns, devices, keys, links] = await db.batch([
    db
      .select({ id: clients.id, locale: clients.locale, createdAt: clients.createdAt })
      .from(clients)
      .where(eq(clients.id, clientId)),
    db
      .select({
        id: members.id,
        role: members.role,
        status: members.status,
        phone: members.phone,
        emailVerifiedAt: members.emailVerifiedAt,
        createdAt: members.createdAt,
        removedAt: members.removedAt,
      })
      .from(members)
      .where(eq(members.id, memberId)),
    db
      .select({ expiresAt: clientSessions.expiresAt })
      .from(clientSessions)
      .where(eq(clientSessions.clientId, clientId)),
    db
      .select({
        device: signInSessions.device,
        network: signInSessions.network,
        createdAt: signInSessions.createdAt,
        lastSeenAt: signInSessions.lastSeenAt,
      })
      .from(signInSessions)
      .where(eq(signInSessions.memberId, memberId)),
    db
      .select({ firstSeenAt: knownDevices.firstSeenAt, lastSeenAt: knownDevices.lastSeenAt })
      .from(knownDevices)
      .where(eq(knownDevices.memberId, memberId)),
    db
      .select({ name: apiKeys.name, createdAt: apiKeys.createdAt, lastUsedAt: apiKeys.lastUsedAt })
      .from(apiKeys)
      .where(eq(apiKeys.memberId, memberId)),
    db
      .select({ kind: accountLinks.kind, expiresAt: accountLinks.expiresAt, usedAt: accountLinks.usedAt })
      .from(accountLinks)
      .where(inArray(accountLinks.personId, idsOf(person))),
  ]);
  return {
    client: client[0] ?? null,
    member: member[0] ?? null,
    signIns: { asClient: visits, asMember: signIns },
    knownDevices: devices,
    apiKeys: keys,
    mailedLinks: links,
  };
}

/** What a person did in galleries: where they are named, what they looked at, chose and wrote, and agreed to. */
async function galleriesOf({ db }: Studio, person: Person) {
  const clientId = person.clientId ?? "";
  // By a name of its own: rows of a batch come by the names of their columns.
  const gallery = sql<string>`${galleries.name}`.as("gallery");
  const [named, visits, lists, chosen, consents, notices, mailings] = await db.batch([
    db
      .select({
        gallery,
        role: galleryPeople.role,
        invitedAt: galleryPeople.invitedAt,
        firstSeenAt: galleryPeople.firstSeenAt,
        revokedAt: galleryPeople.revokedAt,
        createdAt: galleryPeople.createdAt,
      })
      .from(galleryPeople)
      .innerJoin(galleries, eq(galleries.id, galleryPeople.galleryId))
      .where(eq(galleryPeople.clientId, clientId)),
    db
      .select({ gallery, firstAt: galleryVisits.firstAt, lastAt: galleryVisits.lastAt })
      .from(galleryVisits)
      .innerJoin(visitors, eq(visitors.id, galleryVisits.visitorId))
      .innerJoin(galleries, eq(galleries.id, galleryVisits.galleryId))
      .where(eq(visitors.clientId, clientId)),
    db
      .select({
        id: favouritesLists.id,
        gallery,
        name: favouritesLists.name,
        note: favouritesLists.note,
        finishedAt: favouritesLists.finishedAt,
        createdAt: favouritesLists.createdAt,
      })
      .from(favouritesLists)
      .innerJoin(galleries, eq(galleries.id, favouritesLists.galleryId))
      .where(eq(favouritesLists.clientId, clientId)),
    db
      .select({
        listId: favourites.listId,
        photo: photos.filename,
        mark: favourites.mark,
        label: favourites.label,
        comment: favourites.comment,
        at: favourites.at,
      })
      .from(favourites)
      .innerJoin(favouritesLists, eq(favouritesLists.id, favourites.listId))
      .innerJoin(photos, eq(photos.id, favourites.photoId))
      .where(eq(favouritesLists.clientId, clientId)),
    db
      .select({ sentence: marketingConsents.sentence, at: marketingConsents.at })
      .from(marketingConsents)
      .where(eq(marketingConsents.clientId, clientId)),
    db
      .select({ gallery, kind: galleryNotices.kind, at: galleryNotices.at })
      .from(galleryNotices)
      .innerJoin(galleries, eq(galleries.id, galleryNotices.galleryId))
      .where(eq(galleryNotices.clientId, clientId)),
    db
      .select({ gallery, subject: galleryMailings.subject, at: galleryMailingPeople.sentAt })
      .from(galleryMailingPeople)
      .innerJoin(galleryPeople, eq(galleryPeople.id, galleryMailingPeople.personId))
      .innerJoin(galleryMailings, eq(galleryMailings.id, galleryMailingPeople.mailingId))
      .innerJoin(galleries, eq(galleries.id, galleryMailings.galleryId))
      .where(eq(galleryPeople.clientId, clientId)),
  ]);
  return {
    named,
    visits,
    lists: lists.map((list) => ({
      ...list,
      photos: chosen.filter(({ listId }) => listId === list.id).map(({ listId: _, ...photo }) => photo),
    })),
    agreedTo: consents,
    mails: [...notices, ...mailings],
  };
}

/** What a person ordered, newest first, and what they may download. */
async function ordersOf(studio: Studio, { clientId }: Person) {
  const { db } = studio;
  if (clientId === null) return [];
  const rows = await db
    .select({
      id: orders.id,
      status: orders.status,
      gallery: galleries.name,
      totalAmount: orders.totalAmount,
      currency: orders.currency,
      createdAt: orders.createdAt,
      fulfilledAt: orders.fulfilledAt,
      address: orders.address,
      country: orders.country,
      consentedAt: orders.consentedAt,
      checkoutRef: orders.checkoutRef,
      paymentRef: orders.paymentRef,
    })
    .from(orders)
    .innerJoin(galleries, eq(galleries.id, orders.galleryId))
    .where(eq(orders.clientId, clientId))
    .orderBy(desc(orders.id));
  const lines = await db
    .select({
      orderId: orderLines.orderId,
      name: orderLines.name,
      filename: orderLines.filename,
      quantity: orderLines.quantity,
      amount: orderLines.amount,
    })
    .from(orderLines)
    .where(
      inArray(
        orderLines.orderId,
        db.select({ id: orders.id }).from(orders).where(eq(orders.clientId, clientId)),
      ),
    )
    .orderBy(asc(orderLines.position));
  const links = await linksOfOrders(
    studio,
    rows.map(({ id }) => id),
  );
  return rows.map((order) => ({
    ...order,
    downloadsUntil: links.get(order.id)?.until ?? null,
    lines: lines.filter(({ orderId }) => orderId === order.id).map(({ orderId: _, ...line }) => line),
  }));
}

/** Acts by and about a person. Where somebody else did it, who that was and from where is theirs and left out. */
async function actsOf({ db }: Studio, person: Person, orderIds: readonly string[]) {
  const ids = idsOf(person);
  const among = (list: readonly string[]) => sql`(select value from json_each(${JSON.stringify(list)}))`;
  const rows = await db
    .select()
    .from(auditLog)
    .where(
      or(inArray(auditLog.actorId, among(ids)), inArray(auditLog.subjectId, among([...ids, ...orderIds]))),
    )
    .orderBy(asc(auditLog.seq));
  return rows.map(({ at, action, subjectId, details, actorId, actorKind, actorPrivate, subjectPrivate }) => {
    const isTheirs = (actorId !== null && ids.includes(actorId)) || actorKind === "stranger";
    return {
      at,
      action,
      subjectId,
      byThem: isTheirs,
      from: isTheirs ? withoutSalt(actorPrivate) : null,
      about: withoutSalt(subjectPrivate),
      details: withoutSalt(details),
    };
  });
}

function withoutSalt(json: string | null): Record<string, unknown> | null {
  if (json === null) return null;
  const { salt: _, ...rest } = JSON.parse(json) as Record<string, unknown>;
  return rest;
}
