import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { currentMember, givenRoles, stillGives, unchanged } from "../member-rules.server";
import { accountLinks, apiTokens, members, signInSessions } from "../schema";
import type { MemberRefusal } from "./change-member.server";

/** The member who is asking, in the browser they are asking from; null for anybody who came another way. */
export function signedInHere({ actor }: Studio): { memberId: string; signIn: string } | null {
  if (actor.kind !== "member" || !actor.id || actor.proof?.by !== "sign-in") return null;
  return { memberId: actor.id, signIn: actor.proof.id };
}

/** Ends the sign-in session of the browser that is asking. */
export async function signOut(studio: Studio): Promise<void> {
  const here = signedInHere(studio);
  if (!here) return;
  await commit(studio, endThose(studio, here.memberId, eq(signInSessions.publicId, here.signIn)), {
    audit: { action: "member.signed_out", subjectId: here.memberId },
  });
}

/**
 * Ends one of the member's own sign-in sessions, or all but the one that is asking.
 * Throws `not_found` for one that ended meanwhile or is somebody else's.
 */
export async function signOutDevices(studio: Studio, which: { signIn: string } | "others"): Promise<void> {
  const here = signedInHere(studio);
  if (!here) throw notFound();
  const those =
    which === "others" ? ne(signInSessions.publicId, here.signIn) : eq(signInSessions.publicId, which.signIn);
  const ended = await commit(studio, endThose(studio, here.memberId, those), {
    audit: {
      action: "member.device_signed_out",
      subjectId: here.memberId,
      after: { device: which === "others" ? "others" : which.signIn },
    },
  });
  if (which !== "others" && ended.length === 0) throw notFound();
}

/**
 * Signs a member out of all browsers and programs, for those who may give their role; what they hold otherwise stays.
 * Throws `not_found`.
 */
export async function signOutMember(studio: Studio, memberId: string): Promise<Result<null, MemberRefusal>> {
  const member = await currentMember(studio, memberId);
  if (!(await givenRoles(studio)).includes(member.role)) return refuse({ reason: "role_not_yours" });
  const isAllowed = and(unchanged(member), stillGives(studio, member.role));
  const { id, name, email } = member;
  const those = sql`exists (select 1 from ${members} where ${isAllowed})`;
  await commit(
    studio,
    studio.db.update(members).set({ status: member.status }).where(isAllowed).returning({ id: members.id }),
    { audit: { action: "member.signed_out_everywhere", subjectId: id, person: { name, email } } },
    {
      after: [
        studio.db.delete(signInSessions).where(and(eq(signInSessions.memberId, id), those)),
        studio.db.delete(apiTokens).where(and(eq(apiTokens.memberId, id), those)),
      ],
    },
  );
  return ok(null);
}

/**
 * The statements behind a change of password, in its transaction: sign-in sessions, API tokens and mailed links that
 * the old one led to are gone. They do nothing unless the new hash is in place.
 *
 * @param keep the sign-in session of the browser in which it was changed
 */
export function endWhatThePasswordOpened(
  { db, clock }: Studio,
  { memberId, newHash, keep }: { memberId: string; newHash: string; keep?: string },
): BatchItem<"sqlite">[] {
  const isChanged = sql`exists (select 1 from ${members} where id = ${memberId} and password_hash = ${newHash})`;
  const others = keep === undefined ? undefined : ne(signInSessions.publicId, keep);
  return [
    db.delete(signInSessions).where(and(eq(signInSessions.memberId, memberId), others, isChanged)),
    db.delete(apiTokens).where(and(eq(apiTokens.memberId, memberId), isChanged)),
    db
      .update(accountLinks)
      .set({ usedAt: clock.now() })
      .where(
        and(
          eq(accountLinks.personId, memberId),
          eq(accountLinks.kind, "password-reset"),
          sql`${accountLinks.usedAt} is null`,
          isChanged,
        ),
      ),
  ];
}

function endThose({ db }: Studio, memberId: string, those: SQL) {
  return db
    .delete(signInSessions)
    .where(and(eq(signInSessions.memberId, memberId), those))
    .returning({ id: signInSessions.publicId });
}
