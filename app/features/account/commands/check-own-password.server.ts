import { and, eq } from "drizzle-orm";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { clearAttempts, countAttempt } from "../attempts.server";
import { logRefusedProof } from "../log-refused.server";
import { secondProofLimits } from "../model";
import { isPassword } from "../password.server";
import { members } from "../schema";
import type { CredentialsRefusal } from "./check-credentials.server";

/**
 * Whether a member who is signed in knows their password; attempts are counted for each member.
 *
 * @returns the hash it was compared with, for a change that holds only while it is still that one
 */
export async function checkOwnPassword(
  studio: Studio,
  memberId: string,
  password: string,
): Promise<Result<{ passwordHash: string }, CredentialsRefusal>> {
  const subject = `own-password:${memberId}`;
  const { window: windowMs, perMember: most } = secondProofLimits;
  const refused = (refusal: CredentialsRefusal) => {
    logRefusedProof(studio, "own password", refusal, memberId);
    return refuse(refusal);
  };
  const until = await countAttempt(studio, [{ subject, most, windowMs }]);
  if (until !== null) return refused({ reason: "too_many", until });
  const member = await studio.db
    .select({ passwordHash: members.passwordHash })
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.status, "active")))
    .get();
  if (!member || !(await isPassword(password, member.passwordHash))) return refused({ reason: "wrong" });
  await clearAttempts(studio, subject);
  return ok(member);
}
