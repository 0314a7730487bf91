import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { audited } from "../../../events/audit";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { DAY } from "../../../lib/time";
import { randomToken, tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { type Capability, MOST_KEYS } from "../model";
import { noticeDue } from "../notices.server";
import { apiKeys, members } from "../schema";
import { signedInHere } from "./end-sign-ins.server";

/** So much of a key is shown, to tell it from others. */
const START_LENGTH = 8;

export interface NewApiKey {
  name: string;
  scopes: Capability[];
  /** Days it works for; null for no end. */
  days: number | null;
}

/**
 * Makes a key for the member who is asking; it is returned here and never again. Refused are scopes that the member
 * does not have, and a key more than `MOST_KEYS`. Throws `not_found` for anybody not signed in with a browser.
 */
export async function makeApiKey(
  studio: Studio,
  { name, scopes, days }: NewApiKey,
): Promise<Result<{ key: string }, "not_yours" | "too_many">> {
  const here = signedInHere(studio);
  if (!here) throw notFound();
  const { memberId } = here;
  if (!scopes.every((scope) => studio.actor.capabilities.has(scope))) return refuse("not_yours");
  const now = studio.clock.now();
  const [id, key] = [newId("key"), `slk_${randomToken()}`];
  const start = key.slice(0, START_LENGTH);
  const expiresAt = days === null ? null : now + days * DAY;
  const made = await commit(
    studio,
    studio.db.all<{ id: string }>(sql`
      insert into ${apiKeys} (id, member_id, name, start, key_hash, scopes, created_at, expires_at)
      select ${id}, id, ${name}, ${start}, ${await tokenHash(key)}, ${JSON.stringify(scopes)}, ${now}, ${expiresAt}
      from ${members} where id = ${memberId} and status = 'active' and ${MOST_KEYS} > (
        select count(*) from ${apiKeys}
        where member_id = ${memberId} and revoked_at is null and (expires_at is null or expires_at > ${now}))
      returning id`),
    {
      event: await noticeDue(studio, memberId, "key_made"),
      audit: { action: "key.made", subjectId: id, after: { start, scopes, expiresAt } },
    },
  );
  return made.length > 0 ? ok({ key }) : refuse("too_many");
}

/** Ends a key of the member who is asking. Throws `not_found` for one that ended or is somebody else's. */
export async function revokeApiKey(studio: Studio, keyId: string): Promise<void> {
  const here = signedInHere(studio);
  if (!here) throw notFound();
  const now = studio.clock.now();
  const revoked = await commit(
    studio,
    studio.db
      .update(apiKeys)
      .set({ revokedAt: now })
      .where(
        and(
          eq(apiKeys.id, keyId),
          eq(apiKeys.memberId, here.memberId),
          isNull(apiKeys.revokedAt),
          or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
        ),
      )
      .returning({ id: apiKeys.id }),
    { audit: { action: "key.revoked", subjectId: keyId, after: { by: "member" } } },
  );
  if (revoked.length === 0) throw notFound();
}

/** The statements behind a reset password, in its transaction: the member's keys end. They do nothing unless the new hash is in place. */
export async function revokeKeysAfterReset(
  studio: Studio,
  { memberId, newHash }: { memberId: string; newHash: string },
) {
  const isChanged = sql`exists (select 1 from ${members} where id = ${memberId} and password_hash = ${newHash})`;
  return [
    studio.db
      .update(apiKeys)
      .set({ revokedAt: studio.clock.now() })
      .where(and(eq(apiKeys.memberId, memberId), isNull(apiKeys.revokedAt), isChanged)),
    ...(await audited(studio, {
      action: "key.revoked",
      subjectId: memberId,
      after: { by: "password reset", keys: "all" },
    })),
  ];
}
