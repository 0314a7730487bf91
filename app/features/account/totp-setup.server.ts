import { cookieHeader, readCookie } from "../../http/cookies";
import { newTotpSecret } from "../../lib/totp";
import type { Studio } from "../../tenancy/studio";

/** Keeps the secret of a set-up that is under way, sealed for this member in this browser. */
const COOKIE = "totp-setup";
const COOKIE_SECONDS = 15 * 60;

/** The secret shown by the page that sets the second factor up: the same until the first code, or a new one. */
export async function totpSecretBeingSetUp(
  studio: Studio,
  request: Request,
  setCookie: (header: string) => void,
): Promise<string> {
  const { id, proof } = studio.actor;
  const name = `totp-setup:${id}:${proof?.by === "sign-in" ? proof.id : ""}`;
  const kept = readCookie(COOKIE, request);
  const secret = kept ? await studio.unseal(name, kept).catch(() => null) : null;
  if (secret !== null) return secret;
  const fresh = newTotpSecret();
  setCookie(cookieHeader(COOKIE, await studio.seal(name, fresh), COOKIE_SECONDS, request));
  return fresh;
}

export function forgetTotpSetup(request: Request, setCookie: (header: string) => void): void {
  if (readCookie(COOKIE, request)) setCookie(cookieHeader(COOKIE, "", 0, request));
}
