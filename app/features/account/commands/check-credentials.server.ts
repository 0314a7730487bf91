import { and, eq } from "drizzle-orm";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { clearAttempts, countAttempt } from "../attempts.server";
import { logRefusedProof } from "../log-refused.server";
import { signInLimits } from "../model";
import { hashPassword, isCheap, isPassword, pretendToCheck } from "../password.server";
import { members } from "../schema";

export type CredentialsRefusal = { reason: "wrong" } | { reason: "too_many"; until: Instant };

/** A member whose password was right. What lets them in is more: see `proveIdentity`. */
export interface CheckedMember {
  memberId: string;
  name: string;
  /** As it was checked: whoever changes the password meanwhile ends what is built on this. */
  passwordHash: string;
  hasSecondFactor: boolean;
}

/**
 * Whether an address and a password are a member's. The answer and its time are the same for an address
 * that nobody has and for a wrong password; attempts are counted for both alike.
 *
 * @param network where the attempt comes from (an IPv4 address or an IPv6 /64)
 */
export async function checkCredentials(
  studio: Studio,
  input: { email: string; password: string; network: string },
): Promise<Result<CheckedMember, CredentialsRefusal>> {
  const refused = (refusal: CredentialsRefusal, memberId?: string) => {
    logRefusedProof(studio, "password", refusal, memberId);
    return refuse(refusal);
  };
  const email = normalizeEmail(input.email);
  const bySender = `sign-in:email:${email}`;
  const until = await countAttempt(studio, [
    { subject: bySender, most: signInLimits.perEmail, windowMs: signInLimits.window },
    {
      subject: `sign-in:network:${input.network}`,
      most: signInLimits.perNetwork,
      windowMs: signInLimits.window,
    },
  ]);
  if (until !== null) return refused({ reason: "too_many", until });

  const member = await studio.db
    .select({
      id: members.id,
      name: members.name,
      passwordHash: members.passwordHash,
      totpSecret: members.totpSecret,
    })
    .from(members)
    .where(and(eq(members.email, email), eq(members.status, "active")))
    .get();
  if (!member) {
    await pretendToCheck(input.password);
    return refused({ reason: "wrong" });
  }
  const { id: memberId, name } = member;
  if (!(await isPassword(input.password, member.passwordHash))) return refused({ reason: "wrong" }, memberId);
  const passwordHash = await atTodaysCost(studio, memberId, input.password, member.passwordHash);
  await clearAttempts(studio, bySender);
  return ok({ memberId, name, passwordHash, hasSecondFactor: member.totpSecret !== null });
}

/** The hash that is in place after a right password was given: one of a lower cost than today's is made anew. */
async function atTodaysCost(
  { db }: Studio,
  memberId: string,
  password: string,
  passwordHash: string,
): Promise<string> {
  if (!isCheap(passwordHash)) return passwordHash;
  const [dearer] = await db
    .update(members)
    .set({ passwordHash: await hashPassword(password) })
    .where(and(eq(members.id, memberId), eq(members.passwordHash, passwordHash)))
    .returning({ passwordHash: members.passwordHash });
  return dearer?.passwordHash ?? passwordHash;
}
