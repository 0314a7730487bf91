import { and, eq } from "drizzle-orm";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { clearAttempts, countAttempt } from "../attempts.server";
import { signInLimits } from "../model";
import { isPassword, pretendToCheck } from "../password.server";
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
  if (until !== null) return refuse({ reason: "too_many", until });

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
    return refuse({ reason: "wrong" });
  }
  const { id: memberId, name, passwordHash } = member;
  if (!(await isPassword(input.password, passwordHash))) return refuse({ reason: "wrong" });
  await clearAttempts(studio, bySender);
  return ok({ memberId, name, passwordHash, hasSecondFactor: member.totpSecret !== null });
}
