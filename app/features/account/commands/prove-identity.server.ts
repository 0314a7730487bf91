import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { type CodeKind, checkCode } from "./check-code.server";
import { type CheckedMember, type CredentialsRefusal, checkCredentials } from "./check-credentials.server";

declare const everythingAsked: unique symbol;

/**
 * A member who gave everything that is asked of them: the password, and a code where they have a second factor.
 * Sign-in sessions and tokens are made for nothing less, and only `withCode` makes one.
 */
export interface Proven extends CheckedMember {
  by: "password" | CodeKind;
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

function proven(member: CheckedMember, by: Proven["by"]): Proven {
  return { ...member, by } as Proven;
}
