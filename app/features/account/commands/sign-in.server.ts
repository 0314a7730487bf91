import { and, eq } from "drizzle-orm";
import { ok, type Result, refuse } from "../../../lib/result";
import { MINUTE, SECOND } from "../../../lib/time";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { signInLasts } from "../model";
import { members } from "../schema";
import { type CheckedMember, type CredentialsRefusal, checkCredentials } from "./check-credentials.server";
import { type IdentityRefusal, withCode } from "./prove-identity.server";
import { type StartedSignIn, startSignIn } from "./start-sign-in.server";

/** How long a browser keeps the cookie; the sign-in session behind it decides. */
export const SIGN_IN_COOKIE_SECONDS = signInLasts.unused / SECOND;

/** How long the second page of signing in may take. */
const CODE_WITHIN = 10 * MINUTE;

/** What the first page of signing in leads to: a sign-in session, or the page that asks for a code. */
export type FirstStep =
  | { kind: "signed_in"; started: StartedSignIn }
  | { kind: "code_needed" /** Goes into a cookie and is worth the password, no more. */; ticket: string };

/** Takes address and password. A member with a second factor is let in by `signInWithCode` only. */
export async function signIn(
  studio: Studio,
  input: { email: string; password: string; network: string; deviceMark: string | null },
): Promise<Result<FirstStep, CredentialsRefusal>> {
  const checked = await checkCredentials(studio, input);
  if (!checked.ok) return checked;
  const proven = await withCode(studio, checked.value, undefined);
  if (!proven.ok) return ok({ kind: "code_needed", ticket: await makeTicket(studio, checked.value) });
  const started = await startSignIn(studio, proven.value, input.deviceMark);
  return started.ok ? ok({ kind: "signed_in", started: started.value }) : started;
}

/** Takes the code of whoever holds a ticket; "expired" sends them back to the first page. */
export async function signInWithCode(
  studio: Studio,
  input: { ticket: string; code: string; deviceMark: string | null },
): Promise<Result<StartedSignIn, IdentityRefusal | { reason: "expired" }>> {
  const member = await memberOfTicket(studio, input.ticket);
  if (!member) return refuse({ reason: "expired" });
  const proven = await withCode(studio, member, input.code);
  if (!proven.ok) return proven;
  const started = await startSignIn(studio, proven.value, input.deviceMark);
  return started.ok ? started : refuse({ reason: "expired" });
}

/**
 * Says for ten minutes that this member's password was given to this studio, and ends with the password. The
 * signature is over the studio's id as well.
 */
async function makeTicket(studio: Studio, { memberId, passwordHash }: CheckedMember): Promise<string> {
  const until = studio.clock.now() + CODE_WITHIN;
  return [memberId, until, await signatureOf(studio, memberId, until, passwordHash)].join(".");
}

/** The member whose password a ticket stands for; null when it ran out or is not ours. */
export async function memberOfTicket(studio: Studio, ticket: string): Promise<CheckedMember | null> {
  const [memberId = "", untilText = "", signature] = ticket.split(".");
  const until = Number(untilText);
  if (!Number.isSafeInteger(until) || until <= studio.clock.now()) return null;
  const member = await studio.db
    .select({ name: members.name, passwordHash: members.passwordHash, totpSecret: members.totpSecret })
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.status, "active")))
    .get();
  if (!member?.totpSecret) return null;
  const expected = await signatureOf(studio, memberId, until, member.passwordHash);
  // Compared as hashes, so that how long it takes tells nothing of how much was right.
  if ((await tokenHash(signature ?? "")) !== (await tokenHash(expected))) return null;
  const { name, passwordHash } = member;
  return { memberId, name, passwordHash, hasSecondFactor: true };
}

async function signatureOf(studio: Studio, memberId: string, until: number, passwordHash: string) {
  return studio.linkToken(`second-factor:${memberId}:${until}:${await tokenHash(passwordHash)}`);
}
