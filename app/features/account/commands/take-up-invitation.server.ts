import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { auditLog } from "../../../events/schema";
import { actingAs, type Studio } from "../../../tenancy/studio";
import { linkIsUnused, personOfLink } from "../account-links.server";
import { hashPassword } from "../password.server";
import { accountLinks, members } from "../schema";
import type { CheckedMember } from "./check-credentials.server";

/** What an invitation is answered with. */
export interface TakenUp {
  token: string;
  name: string;
  password: string;
}

/** Whom an invitation is for and as what, while it opens; null once it was used, withdrawn or ran out. */
export async function invitationOf(studio: Studio, token: string) {
  const memberId = await personOfLink(studio, "invitation", token);
  if (memberId === null) return null;
  const member = await studio.db
    .select({ id: members.id, name: members.name, email: members.email, role: members.role })
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.status, "invited")))
    .get();
  return member ? { ...member, invitedBy: await whoInvited(studio, memberId) } : null;
}

/** The name of whoever invited somebody last; null when they are no member any more. */
export async function whoInvited({ db }: Studio, memberId: string): Promise<string | null> {
  const inviter = await db
    .select({ name: members.name, status: members.status })
    .from(auditLog)
    .innerJoin(members, eq(members.id, auditLog.actorId))
    .where(and(eq(auditLog.subjectId, memberId), eq(auditLog.action, "member.invited")))
    .orderBy(desc(auditLog.seq))
    .limit(1)
    .get();
  return inviter?.status === "active" ? inviter.name : null;
}

/**
 * Makes somebody who was invited a member, once. The link was mailed to their address, which proves it; all other
 * invitations of theirs are used up with it.
 *
 * @returns null when the invitation does not open (any more)
 */
export async function takeUpInvitation(
  studio: Studio,
  { token, name, password }: TakenUp,
): Promise<CheckedMember | null> {
  const invitation = await invitationOf(studio, token);
  if (!invitation) return null;
  const { id: memberId, email, role } = invitation;
  const passwordHash = await hashPassword(password);
  const joined = await commit(
    actingAs(studio, { ...studio.actor, kind: "member", id: memberId, name, proof: null }),
    studio.db
      .update(members)
      .set({ name, passwordHash, status: "active", emailVerifiedAt: studio.clock.now() })
      .where(
        and(
          eq(members.id, memberId),
          eq(members.status, "invited"),
          await linkIsUnused(studio, "invitation", token),
        ),
      )
      .returning({ id: members.id }),
    { audit: { action: "member.joined", subjectId: memberId, after: { role }, person: { name, email } } },
    {
      after: [
        studio.db
          .update(accountLinks)
          .set({ usedAt: studio.clock.now() })
          .where(
            and(
              eq(accountLinks.personId, memberId),
              eq(accountLinks.kind, "invitation"),
              isNull(accountLinks.usedAt),
              sql`exists (select 1 from ${members} m where m.id = ${memberId} and m.password_hash = ${passwordHash})`,
            ),
          ),
      ],
    },
  );
  return joined.length > 0 ? { memberId, name, passwordHash, hasSecondFactor: false } : null;
}
