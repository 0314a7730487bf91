import { and, eq, gt, isNull } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { SECOND } from "../../../lib/time";
import { randomToken, tokenHash } from "../../../lib/tokens";
import type { Whereabouts } from "../../../tenancy/actor";
import { actingAs, type Studio } from "../../../tenancy/studio";
import { luciaFor } from "../lucia.server";
import { accountLinks, members } from "../schema";

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
 * @returns the secret for the browser's cookie, or null when the token is used, too old or not this studio's
 */
export async function acceptHandOver(
  studio: Studio,
  token: string,
  from: Whereabouts,
): Promise<string | null> {
  const now = studio.clock.now();
  const isGood = and(
    eq(accountLinks.tokenHash, await tokenHash(token)),
    eq(accountLinks.kind, "hand-over"),
    isNull(accountLinks.usedAt),
    gt(accountLinks.expiresAt, now),
  );
  const member = await studio.db
    .select({ id: members.id, name: members.name })
    .from(accountLinks)
    .innerJoin(members, and(eq(members.id, accountLinks.personId), eq(members.status, "active")))
    .where(isGood)
    .get();
  if (!member) return null;
  const publicId = newId("signIn");
  const actor = {
    ...studio.actor,
    kind: "member",
    ...member,
    proof: { by: "sign-in", id: publicId, confirmedAt: now },
    from,
  } as const;
  const used = await commit(
    actingAs(studio, actor),
    studio.db.update(accountLinks).set({ usedAt: now }).where(isGood).returning({ id: accountLinks.id }),
    { audit: { action: "member.signed_in", subjectId: member.id } },
  );
  if (used.length === 0) return null;
  const session = await luciaFor(studio).createSession(member.id, {
    publicId,
    ...from,
    createdAt: now,
    confirmedAt: now,
  });
  return session.id;
}
