import { newId } from "../../../lib/ids";
import { SECOND } from "../../../lib/time";
import { randomToken, tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { accountLinks } from "../schema";
import { withHandOver } from "./prove-identity.server";
import { type StartedSignIn, startSignIn } from "./start-sign-in.server";

const LASTS = 60 * SECOND;

/**
 * A token with which a member who has just been made on the platform's host comes in at the studio's own: it works
 * once, for a minute, and in this studio's database only.
 */
export async function makeHandOver(studio: Studio, memberId: string): Promise<string> {
  const token = randomToken();
  await studio.db.insert(accountLinks).values({
    id: newId("accountLink"),
    kind: "hand-over",
    personId: memberId,
    tokenHash: await tokenHash(token),
    expiresAt: studio.clock.now() + LASTS,
  });
  return token;
}

/**
 * Signs the member of a hand-over token in. The token is used up by whoever comes first.
 *
 * @returns null when the token is used, too old or not this studio's
 */
export async function acceptHandOver(
  studio: Studio,
  input: { token: string; deviceMark: string | null },
): Promise<StartedSignIn | null> {
  const proven = await withHandOver(studio, input.token);
  if (!proven) return null;
  const started = await startSignIn(studio, proven, input.deviceMark);
  return started.ok ? started.value : null;
}
