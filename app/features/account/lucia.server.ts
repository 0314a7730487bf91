import { and, eq, gt, lte } from "drizzle-orm";
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import { DAY, HOUR, type Instant } from "../../lib/time";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import { type Role, signInLasts } from "./model";
import { members, signInSessions } from "./schema";

/** What is kept of a browser besides who is signed in there. */
interface SignInAttributes {
  publicId: string;
  network: string;
  device: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  confirmedAt: Instant;
}

/** A row of `sign_in_sessions` about to be written. */
export type NewSignIn = typeof signInSessions.$inferInsert & SignInAttributes;

/** How a new sign-in session is stored. Whoever starts none can leave it out. */
type StoreSignIn = (row: NewSignIn) => Promise<void>;

const noneStarted: StoreSignIn = () => Promise.reject(new Error("sign-in sessions start in startSignIn"));

/** A sign-in session that is used is noted as seen to the hour, so that reading a page seldom writes. */
const SEEN_AGAIN_AFTER = HOUR;

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaFor>;
    DatabaseUserAttributes: { name: string; role: Role };
    DatabaseSessionAttributes: SignInAttributes;
  }
}

const attributeColumns = {
  publicId: signInSessions.publicId,
  network: signInSessions.network,
  device: signInSessions.device,
  createdAt: signInSessions.createdAt,
  lastSeenAt: signInSessions.lastSeenAt,
  confirmedAt: signInSessions.confirmedAt,
};

/** Lucia over one studio's database. */
export function luciaFor(studio: Studio, store: StoreSignIn = noneStarted) {
  return new Lucia(adapterFor(studio, store), {
    sessionExpiresIn: new TimeSpan(signInLasts.unused / DAY, "d"),
    getUserAttributes: ({ name, role }) => ({ name, role }),
    getSessionAttributes: (attributes) => attributes,
  });
}

/**
 * Lucia's storage. Only the hash of a session's id is stored, so that the database cannot be used to sign
 * in; and since Lucia reads the runtime's clock, moments are moved by the offset of the product's.
 */
function adapterFor({ db, clock }: Studio, store: StoreSignIn): Adapter {
  const stored = (date: Date) => date.getTime() + clock.offset;
  const seen = (instant: number) => new Date(instant - clock.offset);
  return {
    async getSessionAndUser(sessionId) {
      const row = await db
        .select({
          memberId: members.id,
          name: members.name,
          role: members.role,
          expiresAt: signInSessions.expiresAt,
          ...attributeColumns,
        })
        .from(signInSessions)
        .innerJoin(members, eq(members.id, signInSessions.memberId))
        .where(
          and(
            eq(signInSessions.id, await tokenHash(sessionId)),
            gt(signInSessions.createdAt, clock.now() - signInLasts.atMost),
            eq(members.status, "active"),
          ),
        )
        .get();
      if (!row) return [null, null];
      const { memberId, name, role, expiresAt, ...attributes } = row;
      const session: DatabaseSession = {
        id: sessionId,
        userId: memberId,
        expiresAt: seen(expiresAt),
        attributes,
      };
      const user: DatabaseUser = { id: memberId, attributes: { name, role } };
      return [session, user];
    },
    async getUserSessions(memberId) {
      const rows = await db
        .select({ id: signInSessions.id, expiresAt: signInSessions.expiresAt, ...attributeColumns })
        .from(signInSessions)
        .where(eq(signInSessions.memberId, memberId));
      return rows.map(({ id, expiresAt, ...attributes }) => ({
        id,
        userId: memberId,
        expiresAt: seen(expiresAt),
        attributes,
      }));
    },
    async setSession(session) {
      await store({
        id: await tokenHash(session.id),
        memberId: session.userId,
        expiresAt: stored(session.expiresAt),
        ...session.attributes,
      });
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await db
        .update(signInSessions)
        .set({ expiresAt: stored(expiresAt) })
        .where(eq(signInSessions.id, await tokenHash(sessionId)));
    },
    async deleteSession(sessionId) {
      await db.delete(signInSessions).where(eq(signInSessions.id, await tokenHash(sessionId)));
    },
    async deleteUserSessions(memberId) {
      await db.delete(signInSessions).where(eq(signInSessions.memberId, memberId));
    },
    async deleteExpiredSessions() {
      await db.delete(signInSessions).where(lte(signInSessions.expiresAt, clock.now()));
    },
  };
}

/** Notes that a sign-in session is in use, and from where. */
export async function noteSeen(
  { db, clock }: Studio,
  session: { id: string; lastSeenAt: Instant },
  network: string,
): Promise<void> {
  const before = clock.now() - SEEN_AGAIN_AFTER;
  if (session.lastSeenAt > before) return;
  await db
    .update(signInSessions)
    .set({ lastSeenAt: clock.now(), network })
    .where(and(eq(signInSessions.id, await tokenHash(session.id)), lte(signInSessions.lastSeenAt, before)));
}
