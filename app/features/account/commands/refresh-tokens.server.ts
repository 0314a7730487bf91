import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { firstIdAt } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { REFRESH_GRACE, tokenLasts } from "../model";
import { noticeDue } from "../notices.server";
import { apiTokens, members } from "../schema";
import { insertPair, newPair, rowsOf, type TokenPair } from "./issue-tokens.server";

export type RefreshRefusal = "unknown" | "used_just_now";

/**
 * Exchanges a refresh token for a new pair. It works once, for whoever comes first. A token that comes again within
 * `REFRESH_GRACE` is a program that asked twice: it gets nothing ("used_just_now"), and the pair that the first one
 * got goes on. Later than that, two hold the token who should be one: the whole family ends, access tokens too, and
 * the member is told (RFC 9700, 4.14.2). After `tokenLasts.family` it takes a sign-in to go on.
 */
export async function refreshTokens(
  studio: Studio,
  refreshToken: string,
): Promise<Result<TokenPair, RefreshRefusal>> {
  const hash = await tokenHash(refreshToken);
  const token = await refreshTokenRow(studio, hash);
  if (!token) return refuse("unknown");
  const pair = token.usedAt === null ? await exchange(studio, hash, token) : null;
  if (pair) return ok(pair);
  // Another one was first: when it was is read again, because it may have been since the first look.
  const used = await refreshTokenRow(studio, hash);
  if (!used || used.usedAt === null) return refuse("unknown");
  if (studio.clock.now() - used.usedAt < REFRESH_GRACE) return refuse("used_just_now");
  await endFamily(studio, used);
  return refuse("unknown");
}

interface TokenRow {
  memberId: string;
  family: string;
  usedAt: number | null;
}

function refreshTokenRow({ db, clock }: Studio, hash: string): PromiseLike<TokenRow | undefined> {
  const { memberId, family, usedAt } = apiTokens;
  return db.select({ memberId, family, usedAt }).from(apiTokens).where(isGood(hash, clock.now())).get();
}

/** A family is named by an id of the moment, by the product's clock, at which it began. */
const isGood = (hash: string, now: number) =>
  and(
    eq(apiTokens.tokenHash, hash),
    eq(apiTokens.kind, "refresh"),
    gt(apiTokens.expiresAt, now),
    gt(apiTokens.family, firstIdAt("token", now - tokenLasts.family)),
  );

/** Marks the token as used and keeps the new pair, in one transaction; null when somebody was faster. */
async function exchange(studio: Studio, hash: string, token: TokenRow): Promise<TokenPair | null> {
  const { db, clock } = studio;
  const { memberId } = token;
  const pair = newPair();
  const { rows } = await rowsOf(studio, pair, token.family);
  const isActive = sql`exists (select 1 from ${members} where id = ${memberId} and status = 'active')`;
  const [used] = await db.batch([
    db
      .update(apiTokens)
      .set({ usedAt: clock.now() })
      .where(and(isGood(hash, clock.now()), isNull(apiTokens.usedAt), isActive))
      .returning({ id: apiTokens.id }),
    insertPair(studio, memberId, rows, sql`changes() > 0`),
  ]);
  return used.length > 0 ? pair : null;
}

/** Only the first who sees the reuse finds tokens to end, so that it is told once. */
async function endFamily(studio: Studio, { memberId, family }: TokenRow): Promise<void> {
  await commit(
    studio,
    studio.db
      .delete(apiTokens)
      .where(and(eq(apiTokens.memberId, memberId), eq(apiTokens.family, family)))
      .returning({ id: apiTokens.id }),
    {
      event: await noticeDue(studio, memberId, "token_reused"),
      audit: { action: "token.reused", subjectId: memberId, after: { family } },
    },
  );
}
