import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { galleryAssignments } from "../../galleries/schema";
import {
  anotherOwnerStays,
  type CurrentMember,
  currentMember,
  givenRoles,
  stillGives,
  unchanged,
} from "../member-rules.server";
import { noticeDue } from "../notices.server";
import {
  accountLinks,
  apiKeys,
  apiTokens,
  knownDevices,
  members,
  recoveryCodes,
  signInSessions,
} from "../schema";
import { type MemberRefusal, whyNot } from "./change-member.server";

/**
 * Removes a member, or crosses off somebody who is invited; everything that let them in is ended at once, and the
 * address may be invited again. Who was a member hears of it by mail. The last active owner stays. Throws `not_found`.
 */
export async function removeMember(studio: Studio, memberId: string): Promise<Result<null, MemberRefusal>> {
  const member = await currentMember(studio, memberId);
  if (!(await givenRoles(studio)).includes(member.role)) return refuse({ reason: "role_not_yours" });
  return takeAway(studio, member, stillGives(studio, member.role));
}

/** Withdraws an invitation. Throws `not_found` for somebody who has joined meanwhile. */
export async function withdrawInvitation(
  studio: Studio,
  memberId: string,
): Promise<Result<null, MemberRefusal>> {
  const member = await currentMember(studio, memberId);
  if (member.status !== "invited") throw notFound();
  return removeMember(studio, memberId);
}

/** The member who is asking leaves the studio. Refused to the last active owner. */
export async function leaveStudio(studio: Studio): Promise<Result<null, MemberRefusal>> {
  const { kind, id } = studio.actor;
  if (kind !== "member" || id === null) throw notFound();
  return takeAway(studio, await currentMember(studio, id));
}

async function takeAway(studio: Studio, member: CurrentMember, guard?: SQL) {
  const { id, name, email, role, status } = member;
  const takesOwner = role === "owner" && status === "active";
  const audit = {
    action: "member.removed",
    subjectId: id,
    before: { role, status },
    person: { name, email },
  } as const;
  const removed = await commit(
    studio,
    studio.db
      .update(members)
      .set({
        status: "removed",
        removedAt: studio.clock.now(),
        passwordHash: "",
        totpSecret: null,
        totpLastStep: null,
      })
      .where(and(unchanged(member), guard, takesOwner ? anotherOwnerStays(id) : undefined))
      .returning({ id: members.id }),
    status === "active" ? { event: await noticeDue(studio, id, "removed"), audit } : { audit },
    { after: endEverythingOf(studio, id) },
  );
  return removed.length > 0 ? ok(null) : refuse(await whyNot(studio, member));
}

/** The statements behind a removal, in its transaction; they do nothing unless it took place. */
function endEverythingOf({ db, clock }: Studio, memberId: string): BatchItem<"sqlite">[] {
  const isRemoved = sql`exists (select 1 from ${members} m where m.id = ${memberId} and m.status = 'removed')`;
  const now = clock.now();
  return [
    db.delete(signInSessions).where(and(eq(signInSessions.memberId, memberId), isRemoved)),
    db.delete(apiTokens).where(and(eq(apiTokens.memberId, memberId), isRemoved)),
    db.delete(recoveryCodes).where(and(eq(recoveryCodes.memberId, memberId), isRemoved)),
    db.delete(knownDevices).where(and(eq(knownDevices.memberId, memberId), isRemoved)),
    db.delete(galleryAssignments).where(and(eq(galleryAssignments.memberId, memberId), isRemoved)),
    db
      .update(apiKeys)
      .set({ revokedAt: now })
      .where(and(eq(apiKeys.memberId, memberId), isNull(apiKeys.revokedAt), isRemoved)),
    db
      .update(accountLinks)
      .set({ usedAt: now })
      .where(and(eq(accountLinks.personId, memberId), isNull(accountLinks.usedAt), isRemoved)),
  ];
}
