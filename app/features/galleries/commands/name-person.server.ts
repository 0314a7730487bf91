import { and, eq, isNull, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import { hasVerifiedOwner } from "../../account/index.server";
import { clientIdOf, registerClient } from "../../clients/index.server";
import { clients } from "../../clients/schema";
import type { GalleryRole } from "../model/roles";
import { getGallery } from "../queries.server";
import { galleryPeople } from "../schema/visitors";

export type InvitationRefusal = "already_named" | "unverified" | "draft";

/** A mail is asked for, and clients may not have one: the owner's address is not confirmed, or nothing would open. */
async function refusalToMail(studio: Studio, status: string): Promise<"unverified" | "draft" | null> {
  if (status === "draft") return "draft";
  return (await hasVerifiedOwner(studio)) ? null : "unverified";
}

/**
 * Gives somebody a role in a gallery by name, and has their link mailed if it is asked for. Whoever was named before
 * and taken out comes in anew, with a new link. Throws `not_found`.
 */
export async function namePerson(
  studio: Studio,
  galleryId: string,
  { email: typed, role, mails }: { email: string; role: GalleryRole; mails: boolean },
): Promise<Result<{ email: string }, InvitationRefusal>> {
  const { id: inGallery, status } = await getGallery(studio, galleryId);
  const refusal = mails ? await refusalToMail(studio, status) : null;
  if (refusal) return refuse(refusal);
  const email = normalizeEmail(typed);
  const before = await personBehind(studio, inGallery, email);
  const id = before?.id ?? newId("person");
  const linkVersion = (before?.linkVersion ?? 0) + 1;
  const now = studio.clock.now();
  const invitedAt = mails ? now : null;
  const named = await commit(
    studio,
    studio.db.all<{ id: string }>(sql`
      insert into ${galleryPeople} (id, gallery_id, client_id, role, link_version, invited_at, created_at)
      select ${id}, ${inGallery}, ${clientIdOf(email)}, ${role}, ${linkVersion}, ${invitedAt}, ${now} where true
      on conflict (gallery_id, client_id) do update
        set role = excluded.role, link_version = excluded.link_version, invited_at = excluded.invited_at, revoked_at = null
        where gallery_people.revoked_at is not null
      returning id`),
    {
      ...(mails
        ? { event: { name: "gallery.person_invited" as const, payload: { personId: id, linkVersion } } }
        : {}),
      audit: {
        action: "gallery.person_named",
        subjectId: inGallery,
        after: { role, mails },
        person: { email },
      },
    },
    { before: [registerClient(studio, email)] },
  );
  return named.length > 0 ? ok({ email }) : refuse("already_named");
}

/** Changes what somebody who is named in a gallery is there, at once and wherever they are in. Throws `not_found`. */
export async function changePersonsRole(
  studio: Studio,
  galleryId: string,
  { personId, role }: { personId: string; role: GalleryRole },
): Promise<{ email: string }> {
  const person = await personIn(studio, galleryId, personId);
  await commit(
    studio,
    studio.db
      .update(galleryPeople)
      .set({ role })
      .where(isNamed(person.id))
      .returning({ id: galleryPeople.id }),
    {
      audit: {
        action: "gallery.person_changed",
        subjectId: person.galleryId,
        before: { role: person.role },
        after: { role },
        person: { email: person.email },
      },
    },
  );
  return person;
}

/** Has somebody's link mailed anew; the one before opens nothing from then on. Throws `not_found`. */
export async function mailNewLink(
  studio: Studio,
  galleryId: string,
  personId: string,
): Promise<Result<{ email: string }, Exclude<InvitationRefusal, "already_named">>> {
  const person = await personIn(studio, galleryId, personId);
  const refusal = await refusalToMail(studio, person.status);
  if (refusal) return refuse(refusal);
  const linkVersion = person.linkVersion + 1;
  const invitedAt = studio.clock.now();
  await commit(
    studio,
    studio.db
      .update(galleryPeople)
      .set({ linkVersion, invitedAt })
      .where(and(isNamed(person.id), eq(galleryPeople.linkVersion, person.linkVersion)))
      .returning({ id: galleryPeople.id }),
    {
      event: { name: "gallery.person_invited", payload: { personId: person.id, linkVersion } },
      audit: {
        action: "gallery.person_invited",
        subjectId: person.galleryId,
        person: { email: person.email },
      },
    },
  );
  return ok({ email: person.email });
}

/** Takes somebody's role in a gallery back: from the next request on they are not in by name. Throws `not_found`. */
export async function revokePerson(
  studio: Studio,
  galleryId: string,
  personId: string,
): Promise<{ email: string }> {
  const person = await personIn(studio, galleryId, personId);
  await commit(
    studio,
    studio.db
      .update(galleryPeople)
      .set({ revokedAt: studio.clock.now(), linkVersion: person.linkVersion + 1 })
      .where(isNamed(person.id))
      .returning({ id: galleryPeople.id }),
    {
      audit: {
        action: "gallery.person_revoked",
        subjectId: person.galleryId,
        person: { email: person.email },
      },
    },
  );
  return person;
}

const isNamed = (personId: string) => and(eq(galleryPeople.id, personId), isNull(galleryPeople.revokedAt));

async function personBehind({ db }: Studio, galleryId: string, email: string) {
  return db
    .select({ id: galleryPeople.id, linkVersion: galleryPeople.linkVersion })
    .from(galleryPeople)
    .innerJoin(clients, eq(clients.id, galleryPeople.clientId))
    .where(and(eq(galleryPeople.galleryId, galleryId), eq(clients.email, email)))
    .get();
}

/** Somebody who is named in a gallery that the one who asks may see. Throws `not_found`. */
async function personIn(studio: Studio, galleryId: string, personId: string) {
  const { id: inGallery, status } = await getGallery(studio, galleryId);
  const person = await studio.db
    .select({
      id: galleryPeople.id,
      galleryId: galleryPeople.galleryId,
      role: galleryPeople.role,
      linkVersion: galleryPeople.linkVersion,
      email: clients.email,
    })
    .from(galleryPeople)
    .innerJoin(clients, eq(clients.id, galleryPeople.clientId))
    .where(and(isNamed(personId), eq(galleryPeople.galleryId, inGallery)))
    .get();
  if (!person) throw notFound();
  return { ...person, status };
}
