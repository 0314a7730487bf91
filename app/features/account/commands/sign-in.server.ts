import { newId } from "../../../lib/ids";
import { ok, type Result } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { luciaFor } from "../lucia.server";
import { type CredentialsRefusal, checkCredentials } from "./check-credentials.server";

/** Days a browser keeps the cookie; the sign-in session behind it decides. */
export const SIGN_IN_COOKIE_SECONDS = 30 * 24 * 60 * 60;

/** Signs a member in; the secret goes into the browser's cookie and is stored as a hash only. */
export async function signIn(
  studio: Studio,
  input: { email: string; password: string; network: string },
): Promise<Result<{ secret: string }, CredentialsRefusal>> {
  const checked = await checkCredentials(studio, input);
  if (!checked.ok) return checked;
  const now = studio.clock.now();
  const session = await luciaFor(studio).createSession(checked.value.memberId, {
    publicId: newId("signIn"),
    network: input.network,
    device: studio.actor.from?.device ?? "",
    createdAt: now,
    confirmedAt: now,
  });
  return ok({ secret: session.id });
}
