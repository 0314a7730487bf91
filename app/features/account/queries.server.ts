import { and, desc, eq, gt, isNotNull, isNull, lte, or } from "drizzle-orm";
import { notFound } from "../../lib/app-error";
import { DAY, HOUR } from "../../lib/time";
import { tokenHash } from "../../lib/tokens";
import type { Actor, Proof } from "../../tenancy/actor";
import type { Studio } from "../../tenancy/studio";
import { clients } from "../clients/schema";
import { luciaFor, noteSeen } from "./lucia.server";
import { capabilities, capabilitiesOfKey, type Role, reaches, rights, signInLasts } from "./model";
import {
  accountLinks,
  apiKeys,
  apiTokens,
  attempts,
  clientSessions,
  knownDevices,
  members,
  recoveryCodes,
  signInSessions,
} from "./schema";

/** Used and expired links stay for so long, so that whoever opens one late is told what happened. */
const LINKS_KEPT = 30 * DAY;
/** Browsers drop the mark after so long. */
const DEVICES_KEPT = 400 * DAY;

/** Who a browser's cookie stands for; null when it stands for nobody (any more). */
export async function actorOfSession(
  studio: Studio,
  secret: string,
  network: string,
): Promise<{ actor: Actor; prolonged: boolean } | null> {
  const { session, user } = await luciaFor(studio).validateSession(secret);
  if (!session) return null;
  await noteSeen(studio, session, network);
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

/** Who a key stands for, with what is left of its scopes; null when it stands for nobody (any more). */
export async function actorOfKey(studio: Studio, key: string): Promise<Actor | null> {
  const now = studio.clock.now();
  const found = await studio.db
    .select({
      id: members.id,
      name: members.name,
      role: members.role,
      keyId: apiKeys.id,
      scopes: apiKeys.scopes,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .innerJoin(members, eq(members.id, apiKeys.memberId))
    .where(
      and(
        eq(apiKeys.keyHash, await tokenHash(key)),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
        eq(members.status, "active"),
      ),
    )
    .get();
  if (!found) return null;
  const hour = now - (now % HOUR);
  if (found.lastUsedAt === null || found.lastUsedAt < hour)
    await studio.db.update(apiKeys).set({ lastUsedAt: hour }).where(eq(apiKeys.id, found.keyId));
  const actor = memberActor(found, { by: "key", id: found.keyId });
  const scopes = JSON.parse(found.scopes) as unknown[];
  return { ...actor, capabilities: capabilitiesOfKey(scopes, found.role) };
}

/** Keys of a member that work, the newest first, with what each may still do. */
export async function listKeys(studio: Studio, memberId: string) {
  const now = studio.clock.now();
  const rows = await studio.db
    .select()
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.memberId, memberId),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
      ),
    )
    .orderBy(desc(apiKeys.id));
  return rows.map(({ id, name, start, scopes, createdAt, expiresAt, lastUsedAt }) => ({
    id,
    name,
    start,
    scopes: capabilities.filter(
      (each) => (JSON.parse(scopes) as unknown[]).includes(each) && studio.actor.capabilities.has(each),
    ),
    createdAt,
    expiresAt,
    lastUsedAt,
  }));
}

/** The client a browser is signed in as; null when it is nobody's (any more). */
export async function actorOfClientSession(studio: Studio, secret: string): Promise<Actor | null> {
  const client = await studio.db
    .select({ id: clients.id, name: clients.name })
    .from(clientSessions)
    .innerJoin(clients, eq(clients.id, clientSessions.clientId))
    .where(
      and(eq(clientSessions.id, await tokenHash(secret)), gt(clientSessions.expiresAt, studio.clock.now())),
    )
    .get();
  if (!client) return null;
  const none = {
    capabilities: new Set<string>(),
    reach: "assigned",
    proof: null,
    visitor: null,
    from: null,
  } as const;
  return { kind: "client", ...client, ...none };
}

/** The member who is asking, for the pages of their own account. Throws `not_found` for anybody else. */
export async function ownAccount(studio: Studio) {
  const { kind, id } = studio.actor;
  const member =
    kind === "member" && id
      ? await studio.db
          .select({
            id: members.id,
            name: members.name,
            email: members.email,
            phone: members.phone,
            emailVerifiedAt: members.emailVerifiedAt,
            totpSecret: members.totpSecret,
          })
          .from(members)
          .where(and(eq(members.id, id), eq(members.status, "active")))
          .get()
      : undefined;
  if (!member) throw notFound();
  const { totpSecret, ...account } = member;
  return { ...account, hasSecondFactor: totpSecret !== null };
}

/** The address of the member who is asking while nobody has verified it; null otherwise. */
export async function unverifiedEmail(studio: Studio): Promise<string | null> {
  const { kind, id } = studio.actor;
  if (kind !== "member" || !id) return null;
  const member = await studio.db
    .select({ email: members.email })
    .from(members)
    .where(and(eq(members.id, id), isNull(members.emailVerifiedAt)))
    .get();
  return member?.email ?? null;
}

/**
 * Whether somebody vouches for the studio: the address of an owner is verified. Until then Safelight writes to nobody
 * for it but its own members and those who have paid, so that a sign-up is no way to have strangers mailed.
 */
export async function hasVerifiedOwner({ db }: Studio): Promise<boolean> {
  const isVerified = and(
    eq(members.role, "owner"),
    eq(members.status, "active"),
    isNotNull(members.emailVerifiedAt),
  );
  return (await db.select({ id: members.id }).from(members).where(isVerified).limit(1).get()) !== undefined;
}

/** Browsers in which a member is signed in, the one seen last first. */
export async function listDevices(studio: Studio, memberId: string) {
  const { publicId, device, network, createdAt, lastSeenAt, expiresAt } = signInSessions;
  const now = studio.clock.now();
  return studio.db
    .select({ id: publicId, device, network, createdAt, lastSeenAt })
    .from(signInSessions)
    .where(
      and(eq(signInSessions.memberId, memberId), gt(expiresAt, now), gt(createdAt, now - signInLasts.atMost)),
    )
    .orderBy(desc(lastSeenAt), desc(createdAt));
}

/** How many of a member's recovery codes are still good. */
export async function recoveryCodesLeft(studio: Studio, memberId: string): Promise<number> {
  return studio.db.$count(
    recoveryCodes,
    and(eq(recoveryCodes.memberId, memberId), isNull(recoveryCodes.usedAt)),
  );
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
    studio.db
      .delete(signInSessions)
      .where(or(lte(signInSessions.expiresAt, now), lte(signInSessions.createdAt, now - signInLasts.atMost))),
    studio.db.delete(apiTokens).where(lte(apiTokens.expiresAt, now)),
    studio.db.delete(attempts).where(lte(attempts.windowEndsAt, now)),
    studio.db.delete(clientSessions).where(lte(clientSessions.expiresAt, now)),
    studio.db.delete(accountLinks).where(lte(accountLinks.expiresAt, now - LINKS_KEPT)),
    studio.db.delete(knownDevices).where(lte(knownDevices.lastSeenAt, now - DEVICES_KEPT)),
  ]);
  return null;
}

function memberActor({ id, name, role }: { id: string; name: string; role: Role }, proof: Proof): Actor {
  return {
    kind: "member",
    id,
    name,
    capabilities: rights[role],
    reach: reaches[role],
    proof,
    visitor: null,
    from: null,
  };
}
