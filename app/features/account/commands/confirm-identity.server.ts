import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import { randomToken, tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { ownAccount } from "../queries.server";
import { signInSessions } from "../schema";
import { checkCode } from "./check-code.server";
import type { CredentialsRefusal } from "./check-credentials.server";
import { checkOwnPassword } from "./check-own-password.server";
import { signedInHere } from "./end-sign-ins.server";

/**
 * Takes the password or a code once more, so that this browser may do dangerous things for a while. Its sign-in session
 * goes on under a new secret: what somebody read of it before is worth nothing afterwards.
 */
export async function confirmIdentity(
  studio: Studio,
  proof: { by: "password"; password: string } | { by: "code"; code: string },
): Promise<Result<{ secret: string }, CredentialsRefusal>> {
  const here = signedInHere(studio);
  if (!here) throw notFound();
  const account = await ownAccount(studio);
  if (proof.by === "code" && !account.hasSecondFactor) return refuse({ reason: "wrong" });
  const checked =
    proof.by === "code"
      ? await checkCode(studio, { memberId: account.id, name: account.name }, proof.code)
      : await checkOwnPassword(studio, here.memberId, proof.password);
  if (!checked.ok) return checked;
  const secret = randomToken();
  const confirmed = await commit(
    studio,
    studio.db
      .update(signInSessions)
      .set({ id: await tokenHash(secret), confirmedAt: studio.clock.now() })
      .where(and(eq(signInSessions.memberId, here.memberId), eq(signInSessions.publicId, here.signIn)))
      .returning({ id: signInSessions.publicId }),
    { audit: { action: "member.confirmed", subjectId: here.memberId, after: { by: proof.by } } },
  );
  if (confirmed.length === 0) throw notFound();
  return ok({ secret });
}
