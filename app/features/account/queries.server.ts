import { and, eq, gt, lte } from "drizzle-orm";
import { tokenHash } from "../../lib/tokens";
import type { Actor, Proof } from "../../tenancy/actor";
import type { Studio } from "../../tenancy/studio";
import { luciaFor } from "./lucia.server";
import { type Role, reaches, rights } from "./model";
import { apiTokens, attempts, members, signInSessions } from "./schema";

/** Who a browser's cookie stands for; null when it stands for nobody (any more). */
export async function actorOfSession(
  studio: Studio,
  secret: string,
): Promise<{ actor: Actor; prolonged: boolean } | null> {
  const { session, user } = await luciaFor(studio).validateSession(secret);
  if (!session) return null;
  const proof = { by: "sign-in", id: session.publicId, confirmedAt: session.confirmedAt } as const;
  return { actor: memberActor(user, proof), prolonged: session.fresh };
}

/** Who an access token of the REST API stands for; null when it stands for nobody (any more). */
export async function actorOfToken(studio: Studio, token: string): Promise<Actor | null> {
  const member = await studio.db
    .select({ id: members.id, name: members.name, role: members.role, tokenId: apiTokens.id })
    .from(apiTokens)
    .innerJoin(members, eq(members.id, apiTokens.memberId))
    .where(
      and(
        eq(apiTokens.tokenHash, await tokenHash(token)),
        eq(apiTokens.kind, "access"),
        gt(apiTokens.expiresAt, studio.clock.now()),
        eq(members.status, "active"),
      ),
    )
    .get();
  return member ? memberActor(member, { by: "token", id: member.tokenId }) : null;
}

/** Addresses of the studio's owners, for what the studio itself is told. */
export async function ownerEmails(studio: Studio): Promise<string[]> {
  const rows = await studio.db
    .select({ email: members.email })
    .from(members)
    .where(and(eq(members.role, "owner"), eq(members.status, "active")));
  return rows.map((row) => row.email);
}

/** Takes away what has run out; the sweep calls it. */
export async function forgetExpiredSignIns(studio: Studio): Promise<null> {
  const now = studio.clock.now();
  await studio.db.batch([
    studio.db.delete(signInSessions).where(lte(signInSessions.expiresAt, now)),
    studio.db.delete(apiTokens).where(lte(apiTokens.expiresAt, now)),
    studio.db.delete(attempts).where(lte(attempts.windowEndsAt, now)),
  ]);
  return null;
}

function memberActor({ id, name, role }: { id: string; name: string; role: Role }, proof: Proof): Actor {
  return { kind: "member", id, name, capabilities: rights[role], reach: reaches[role], proof, from: null };
}
