import { and, eq, not, notExists, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { commit } from "../../../events/commit";
import { auditLog, outbox } from "../../../events/schema";
import { jobs } from "../../../jobs/schema";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import {
  accountLinks,
  apiKeys,
  apiTokens,
  clientSessions,
  knownDevices,
  members,
  recoveryCodes,
  signInSessions,
} from "../../account/schema";
import { downloadLinks } from "../../downloads/schema";
import { galleryAssignments } from "../../galleries/schema";
import { favourites, favouritesLists } from "../../galleries/schema/favourites";
import { galleryNotices, galleryPeople, marketingConsents, visitors } from "../../galleries/schema/visitors";
import { orders } from "../../storefront/schema";
import { orderNotes, paymentAttempts } from "../../storefront/schema/money";
import { type ErasureRefusal, erasedMark } from "../model";
import { getPerson, hasOpenOrder, idsOf, type Person, refusalToErase } from "../person.server";
import { clients } from "../schema";

/** What of a member says who they are, or lets them in. */
const NOBODY_ANY_MORE = { name: "", phone: "", passwordHash: "", totpSecret: null, totpLastStep: null };

/**
 * Takes away everything that tells who a person is, in one transaction: orders keep their amounts, the audit log its
 * acts, and its seals hold. Sign-ins, links and mails that wait end with it. Throws `not_found` for nobody, which is
 * also what somebody is who was erased before.
 *
 * @param email the address typed once more, so that nobody is erased by a slip
 */
export async function erasePerson(
  studio: Studio,
  { personId, email }: { personId: string; email: string },
): Promise<Result<void, ErasureRefusal>> {
  const person = await getPerson(studio, personId);
  if (normalizeEmail(email) !== person.email) return refuse("other_address");
  const refusal = await refusalToErase(studio, person);
  if (refusal) return refuse(refusal);
  const { change, isDone, subjectId } = person.clientId
    ? clientChange(studio, person, person.clientId)
    : memberChange(studio, person);
  const erased = await commit(
    studio,
    change,
    { audit: { action: "person.erased", subjectId } },
    {
      after: [
        ...withoutMails(studio, person, isDone),
        ...withoutOrders(studio, person, isDone),
        ...withoutGalleries(studio, person, isDone),
        ...withoutMember(studio, person, isDone),
        ...withoutTraces(studio, person, isDone),
      ],
    },
  );
  return erased.length > 0 ? ok(undefined) : refuse("order_open");
}

/** The change that decides, with its guards; `isDone` holds behind it when it went through. */
function clientChange(studio: Studio, { email }: Person, clientId: string) {
  const { db } = studio;
  const mark = erasedMark(clientId);
  const isStillMember = db
    .select({ one: sql`1` })
    .from(members)
    .where(and(eq(members.email, email), not(eq(members.status, "removed"))));
  const change = db
    .update(clients)
    .set({ email: mark, name: "", locale: null })
    .where(
      and(
        eq(clients.id, clientId),
        eq(clients.email, email),
        not(hasOpenOrder(studio, clientId)),
        notExists(isStillMember),
      ),
    )
    .returning({ id: clients.id });
  const isDone = sql`exists (select 1 from clients where id = ${clientId} and email = ${mark})`;
  return { change, isDone, subjectId: clientId };
}

function memberChange({ db }: Studio, { email, member }: Person) {
  const memberId = member?.id ?? "";
  const mark = erasedMark(memberId);
  const change = db
    .update(members)
    .set({ ...NOBODY_ANY_MORE, email: mark })
    .where(and(eq(members.id, memberId), eq(members.email, email), eq(members.status, "removed")))
    .returning({ id: members.id });
  const isDone = sql`exists (select 1 from members where id = ${memberId} and email = ${mark})`;
  return { change, isDone, subjectId: memberId };
}

type Statements = BatchItem<"sqlite">[];

/** Mails to the person that have not gone out, and what announced them: before the links that they name go. */
function withoutMails({ db }: Studio, person: Person, isDone: SQL): Statements {
  const ids = listOf(idsOf(person));
  const links = sql`(select id from account_links where person_id in ${ids})`;
  const downloads = sql`(select id from ${downloadLinks} where order_id in ${orderIds(person)})`;
  const named = sql`(select id from ${galleryPeople} where client_id = ${person.clientId ?? ""})`;
  const isAboutThem = sql`(payload ->> '$.memberId' in ${ids} or payload ->> '$.linkId' in ${links}
    or payload ->> '$.linkId' in ${downloads} or payload ->> '$.personId' in ${named})`;
  return [
    db.delete(outbox).where(sql`${isAboutThem} and ${isDone}`),
    db.delete(jobs).where(sql`${isAboutThem} and ${isDone}`),
    db
      .delete(jobs)
      .where(
        sql`name in ('mail-buyer', 'mail-receipt', 'mail-transfer') and payload ->> '$.orderId' in ${orderIds(person)} and ${isDone}`,
      ),
    db.update(jobs).set({ lastError: null }).where(sql`instr(last_error, ${person.email}) > 0 and ${isDone}`),
    db.delete(accountLinks).where(sql`person_id in ${ids} and ${isDone}`),
  ];
}

/** Orders stay, as the books demand, without whose they were; nothing opens them or their downloads any more. */
function withoutOrders({ db }: Studio, person: Person, isDone: SQL): Statements {
  const { clientId } = person;
  if (clientId === null) return [];
  return [
    db.delete(orderNotes).where(sql`order_id in ${orderIds(person)} and ${isDone}`),
    db.delete(downloadLinks).where(sql`order_id in ${orderIds(person)} and ${isDone}`),
    db.delete(clientSessions).where(sql`client_id = ${clientId} and ${isDone}`),
    db
      .update(orders)
      .set({ email: erasedMark(clientId), buyerTokenHash: "", checkoutUrl: null, address: null })
      .where(sql`client_id = ${clientId} and ${isDone}`),
    db
      .update(paymentAttempts)
      .set({ checkoutUrl: null })
      .where(sql`order_id in ${orderIds(person)} and ${isDone}`),
  ];
}

/**
 * What they did in galleries: as whom they were named there, what they chose and wrote, what they agreed to. Their
 * browsers go as well, with what those have been let into; links that they were given by name go with their row.
 */
function withoutGalleries({ db }: Studio, { clientId }: Person, isDone: SQL): Statements {
  if (clientId === null) return [];
  const isTheirs = sql`client_id = ${clientId} and ${isDone}`;
  const lists = sql`(select id from ${favouritesLists} where client_id = ${clientId})`;
  return [
    db.delete(favourites).where(sql`list_id in ${lists} and ${isDone}`),
    ...[favouritesLists, galleryPeople, galleryNotices, marketingConsents, visitors].map((table) =>
      db.delete(table).where(isTheirs),
    ),
  ];
}

function withoutMember({ db }: Studio, { member }: Person, isDone: SQL): Statements {
  if (!member) return [];
  const isTheirs = sql`member_id = ${member.id} and ${isDone}`;
  return [
    ...[
      recoveryCodes,
      signInSessions,
      knownDevices,
      apiTokens,
      apiKeys,
      galleryAssignments,
      downloadLinks,
    ].map((table) => db.delete(table).where(isTheirs)),
    db
      .update(members)
      .set({ ...NOBODY_ANY_MORE, email: erasedMark(member.id) })
      .where(sql`id = ${member.id} and status = 'removed' and ${isDone}`),
  ];
}

/**
 * What the audit log holds apart of the person: as the one who acted, signed in or not, and as the one who was acted
 * on, also where only their address names them. The last statement reads the whole log.
 */
function withoutTraces({ db }: Studio, person: Person, isDone: SQL): Statements {
  const ids = listOf(idsOf(person));
  const isAboutThem = sql`(subject_id in ${ids} or subject_id in ${orderIds(person)})`;
  return [
    db.update(auditLog).set({ actorPrivate: null }).where(sql`actor_id in ${ids} and ${isDone}`),
    db
      .update(auditLog)
      .set({ actorPrivate: null })
      .where(sql`${isAboutThem} and actor_kind in ('stranger', 'client') and ${isDone}`),
    db.update(auditLog).set({ subjectPrivate: null }).where(sql`${isAboutThem} and ${isDone}`),
    db
      .update(auditLog)
      .set({ subjectPrivate: null })
      .where(sql`instr(subject_private, ${JSON.stringify(person.email)}) > 0 and ${isDone}`),
  ];
}

const listOf = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`;

const orderIds = ({ clientId }: Person) => sql`(select id from orders where client_id = ${clientId ?? ""})`;
