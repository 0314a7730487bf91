import { and, eq, isNull, lt, or } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { ok, type Result, refuse } from "../../../lib/result";
import { stepOfCode } from "../../../lib/totp";
import { actingAs, type Studio } from "../../../tenancy/studio";
import { clearAttempts, countAttempt } from "../attempts.server";
import { logRefusedProof } from "../log-refused.server";
import { secondProofLimits } from "../model";
import { noticeDue } from "../notices.server";
import { hashAsBeside } from "../password.server";
import { plainRecoveryCode } from "../recovery-codes.server";
import { members, recoveryCodes } from "../schema";
import type { CredentialsRefusal } from "./check-credentials.server";

/** What a member gave as second factor. */
export type CodeKind = "code" | "recovery-code";

/** The name under which a member's TOTP secret is sealed. */
export const totpSealName = (memberId: string) => `totp:${memberId}`;

/**
 * Takes a code of a member's second factor: one of the authenticator app, or a recovery code. Each is taken once,
 * also when it comes several times at once; wrong ones are counted before they are looked at.
 */
export async function checkCode(
  studio: Studio,
  member: { memberId: string; name: string },
  code: string,
): Promise<Result<CodeKind, CredentialsRefusal>> {
  const subject = `second-factor:${member.memberId}`;
  const { window: windowMs, perMember: most } = secondProofLimits;
  const refused = (refusal: CredentialsRefusal) => {
    logRefusedProof(studio, "code", refusal, member.memberId);
    return refuse(refusal);
  };
  const until = await countAttempt(studio, [{ subject, most, windowMs }]);
  if (until !== null) return refused({ reason: "too_many", until });

  const digits = code.replace(/\s/g, "");
  const isOfApp = /^\d{6}$/.test(digits);
  const isTaken = isOfApp
    ? await takeAppCode(studio, member.memberId, digits)
    : await takeRecoveryCode(studio, member, code);
  if (!isTaken) return refused({ reason: "wrong" });
  await clearAttempts(studio, subject);
  return ok(isOfApp ? "code" : "recovery-code");
}

/** Takes a code of the app unless it, or a later one, was taken before (RFC 6238, section 5.2). */
async function takeAppCode(studio: Studio, memberId: string, code: string): Promise<boolean> {
  const member = await studio.db
    .select({ totpSecret: members.totpSecret })
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.status, "active")))
    .get();
  if (!member?.totpSecret) return false;
  const secret = await studio.unseal(totpSealName(memberId), member.totpSecret);
  const step = await stepOfCode(secret, code, studio.clock.now());
  if (step === null) return false;
  const taken = await studio.db
    .update(members)
    .set({ totpLastStep: step })
    .where(
      and(
        eq(members.id, memberId),
        eq(members.totpSecret, member.totpSecret),
        or(isNull(members.totpLastStep), lt(members.totpLastStep, step)),
      ),
    )
    .returning({ id: members.id });
  return taken.length > 0;
}

async function takeRecoveryCode(
  studio: Studio,
  { memberId, name }: { memberId: string; name: string },
  code: string,
): Promise<boolean> {
  const plain = plainRecoveryCode(code);
  if (plain === null) return false;
  const isUnused = and(eq(recoveryCodes.memberId, memberId), isNull(recoveryCodes.usedAt));
  const unused = await studio.db.select({ hash: recoveryCodes.codeHash }).from(recoveryCodes).where(isUnused);
  const [one] = unused;
  if (!one) return false;
  const left = unused.length - 1;
  const themselves = actingAs(studio, { ...studio.actor, kind: "member", id: memberId, name });
  const taken = await commit(
    themselves,
    studio.db
      .update(recoveryCodes)
      .set({ usedAt: studio.clock.now() })
      .where(and(isUnused, eq(recoveryCodes.codeHash, await hashAsBeside(one.hash, plain))))
      .returning({ memberId: recoveryCodes.memberId }),
    {
      event: await noticeDue(studio, memberId, "recovery_code_used", { left }),
      audit: { action: "two_factor.recovery_code_used", subjectId: memberId, after: { left } },
    },
  );
  return taken.length > 0;
}
