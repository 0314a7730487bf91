import { eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { newLink } from "../account-links.server";
import { countAttempt } from "../attempts.server";
import { currentMember, givenRoles, stillGives } from "../member-rules.server";
import { linkLimits, type Role } from "../model";
import { hasVerifiedOwner } from "../queries.server";
import { members } from "../schema";

export type InviteRefusal =
  | { reason: "role_not_yours" | "unverified" | "member_already" | "invited_already" }
  | { reason: "too_many"; until: Instant };

/**
 * Invites somebody by a mailed link, as one of the roles that the one who asks may give. An address that belonged to a
 * member once takes up the same row again. Refused ("unverified") while no owner's address is verified.
 */
export async function inviteMember(
  studio: Studio,
  input: { name: string; email: string; role: Role },
): Promise<Result<{ id: string }, InviteRefusal>> {
  const { name, role } = input;
  if (!(await givenRoles(studio)).includes(role)) return refuse({ reason: "role_not_yours" });
  if (!(await hasVerifiedOwner(studio))) return refuse({ reason: "unverified" });
  const email = normalizeEmail(input.email);
  const before = await memberOf(studio, email);
  if (before && before.status !== "removed") return refuse({ reason: alreadyThere(before.status) });
  const until = await countInvitation(studio, email);
  if (until !== null) return refuse({ reason: "too_many", until });

  const id = before?.id ?? newId("member");
  const link = await newLink(studio, "invitation", id);
  const invited = await commit(
    studio,
    invitedRow(studio, { id, name, email, role }),
    {
      event: { name: "account.link_made", payload: { linkId: link.id, sealed: null } },
      audit: { action: "member.invited", subjectId: id, after: { role }, person: { name, email } },
    },
    // Where somebody else was quicker, a link is left that is mailed to nobody.
    { after: [link.insert] },
  );
  return invited.length > 0 ? ok({ id }) : refuse({ reason: "invited_already" });
}

/** Mails an open invitation once more, with a link of its own. Throws `not_found` where there is none. */
export async function inviteAgain(studio: Studio, memberId: string): Promise<Result<null, InviteRefusal>> {
  const { id, name, email, role, status } = await currentMember(studio, memberId);
  if (status !== "invited") return refuse({ reason: "member_already" });
  if (!(await givenRoles(studio)).includes(role)) return refuse({ reason: "role_not_yours" });
  if (!(await hasVerifiedOwner(studio))) return refuse({ reason: "unverified" });
  const until = await countInvitation(studio, email);
  if (until !== null) return refuse({ reason: "too_many", until });
  const link = await newLink(studio, "invitation", id);
  await commit(studio, link.insert, {
    event: { name: "account.link_made", payload: { linkId: link.id, sealed: null } },
    audit: {
      action: "member.invited",
      subjectId: id,
      after: { role, again: true },
      person: { name, email },
    },
  });
  return ok(null);
}

function memberOf({ db }: Studio, email: string) {
  return db
    .select({ id: members.id, status: members.status })
    .from(members)
    .where(eq(members.email, email))
    .get();
}

const alreadyThere = (status: "active" | "invited") =>
  status === "active" ? ("member_already" as const) : ("invited_already" as const);

function countInvitation(studio: Studio, email: string): Promise<Instant | null> {
  const { window: windowMs, mailsPerEmail, invitationsPerStudio } = linkLimits;
  return countAttempt(studio, [
    { subject: `mail:email:${email}`, most: mailsPerEmail, windowMs },
    { subject: "invitations", most: invitationsPerStudio, windowMs },
  ]);
}

/** A new row, or the one of somebody who was removed: never of somebody who is there. */
function invitedRow(studio: Studio, row: { id: string; name: string; email: string; role: Role }) {
  const { id, name, email, role } = row;
  return studio.db.all<{ id: string }>(sql`
    insert into ${members} (id, email, name, role, status, password_hash, created_at)
    select ${id}, ${email}, ${name}, ${role}, 'invited', '', ${studio.clock.now()} where ${stillGives(studio, role)}
    on conflict do update set name = excluded.name, role = excluded.role, status = 'invited', removed_at = null
      where ${members}.status = 'removed'
    returning id`);
}
