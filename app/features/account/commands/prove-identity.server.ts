import { and, eq, gt, isNull } from "drizzle-orm";
import { ok, type Result, refuse } from "../../../lib/result";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { accountLinks, members } from "../schema";
import { type CodeKind, checkCode } from "./check-code.server";
import { type CheckedMember, type CredentialsRefusal, checkCredentials } from "./check-credentials.server";
import { type TakenUp, takeUpInvitation } from "./take-up-invitation.server";

declare const everythingAsked: unique symbol;

/**
 * A member who gave everything that is asked of them: the password, and a code where they have a second factor.
 * Sign-in sessions and tokens are made for nothing less, and only `withCode` makes one; for a member who was made a
 * minute ago, `withHandOver`, and for one who is made now, `withInvitation`.
 */
export interface Proven extends CheckedMember {
  by: "password" | "hand-over" | "invitation" | CodeKind;
  [everythingAsked]: true;
}

export type IdentityRefusal = CredentialsRefusal | { reason: "code_needed" } | { reason: "code_wrong" };

/** Address, password and, where the member has a second factor, its code, all at once. */
export async function proveIdentity(
  studio: Studio,
  input: { email: string; password: string; network: string; code?: string | undefined },
): Promise<Result<Proven, IdentityRefusal>> {
  const checked = await checkCredentials(studio, input);
  return checked.ok ? withCode(studio, checked.value, input.code) : checked;
}

/** The second half, for a member whose password was right. */
export async function withCode(
  studio: Studio,
  member: CheckedMember,
  code: string | undefined,
): Promise<Result<Proven, IdentityRefusal>> {
  if (!member.hasSecondFactor) return ok(proven(member, "password"));
  if (!code) return refuse({ reason: "code_needed" });
  const checked = await checkCode(studio, member, code);
  if (checked.ok) return ok(proven(member, checked.value));
  return checked.refusal.reason === "wrong" ? refuse({ reason: "code_wrong" }) : refuse(checked.refusal);
}

/**
 * The member of a hand-over token, which stands for the password they have just chosen; it is used up. Null when it
 * was used, ran out or is not this studio's, and for a member with a second factor, who is not new.
 */
export async function withHandOver(studio: Studio, token: string): Promise<Proven | null> {
  const [used] = await studio.db
    .update(accountLinks)
    .set({ usedAt: studio.clock.now() })
    .where(
      and(
        eq(accountLinks.tokenHash, await tokenHash(token)),
        eq(accountLinks.kind, "hand-over"),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, studio.clock.now()),
      ),
    )
    .returning({ memberId: accountLinks.personId });
  if (!used) return null;
  const member = await studio.db
    .select({ name: members.name, passwordHash: members.passwordHash })
    .from(members)
    .where(and(eq(members.id, used.memberId), eq(members.status, "active"), isNull(members.totpSecret)))
    .get();
  return member ? proven({ ...used, ...member, hasSecondFactor: false }, "hand-over") : null;
}

/**
 * Somebody who was invited and joins now, with the password they have just chosen; the invitation is used up. Null when
 * it does not open any more.
 */
export async function withInvitation(studio: Studio, invitation: TakenUp): Promise<Proven | null> {
  const member = await takeUpInvitation(studio, invitation);
  return member && proven(member, "invitation");
}

function proven(member: CheckedMember, by: Proven["by"]): Proven {
  return { ...member, by } as Proven;
}
