import { and, eq, gt } from "drizzle-orm";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { DAY, MINUTE } from "../../../lib/time";
import { randomToken, tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { apiTokens } from "../schema";
import { type IdentityRefusal, proveIdentity } from "./prove-identity.server";

const ACCESS_LASTS = 30 * MINUTE;
const REFRESH_LASTS = 7 * DAY;

/** A pair of bearer tokens; `expiresIn` is what is left of the access token, in seconds. */
export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

/** Gives a member tokens of the REST API in exchange for address, password and second factor. */
export async function issueTokens(
  studio: Studio,
  input: { email: string; password: string; network: string; code?: string | undefined },
): Promise<Result<TokenPair, IdentityRefusal>> {
  const proven = await proveIdentity(studio, input);
  return proven.ok ? ok(await makePair(studio, proven.value.memberId)) : proven;
}

/** Exchanges a refresh token for a new pair. It works once: the row is taken away by whoever comes first. */
export async function refreshTokens(
  studio: Studio,
  refreshToken: string,
): Promise<Result<TokenPair, "unknown">> {
  const [used] = await studio.db
    .delete(apiTokens)
    .where(
      and(
        eq(apiTokens.tokenHash, await tokenHash(refreshToken)),
        eq(apiTokens.kind, "refresh"),
        gt(apiTokens.expiresAt, studio.clock.now()),
      ),
    )
    .returning({ memberId: apiTokens.memberId });
  return used ? ok(await makePair(studio, used.memberId)) : refuse("unknown");
}

async function makePair(studio: Studio, memberId: string): Promise<TokenPair> {
  const [accessToken, refreshToken] = [`sla_${randomToken()}`, `slr_${randomToken()}`];
  const now = studio.clock.now();
  await studio.db.insert(apiTokens).values([
    {
      id: newId("token"),
      memberId,
      kind: "access",
      tokenHash: await tokenHash(accessToken),
      expiresAt: now + ACCESS_LASTS,
    },
    {
      id: newId("token"),
      memberId,
      kind: "refresh",
      tokenHash: await tokenHash(refreshToken),
      expiresAt: now + REFRESH_LASTS,
    },
  ]);
  return { accessToken, refreshToken, expiresIn: ACCESS_LASTS / 1000 };
}
