import { eq, lte } from "drizzle-orm";
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import type { Role } from "./model";
import { members, signInSessions } from "./schema";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaFor>;
    DatabaseUserAttributes: { name: string; role: Role };
  }
}

/** Lucia over one studio's database. A sign-in session lasts 30 days after its last use. */
export function luciaFor(studio: Studio) {
  return new Lucia(adapterFor(studio), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    getUserAttributes: ({ name, role }) => ({ name, role }),
  });
}

/**
 * Lucia's storage. Only the hash of a session's id is stored, so that the database cannot be used to sign
 * in; and since Lucia reads the runtime's clock, moments are moved by the offset of the product's.
 */
function adapterFor({ db, clock }: Studio): Adapter {
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
        })
        .from(signInSessions)
        .innerJoin(members, eq(members.id, signInSessions.memberId))
        .where(eq(signInSessions.id, await tokenHash(sessionId)))
        .get();
      if (!row) return [null, null];
      const session: DatabaseSession = {
        id: sessionId,
        userId: row.memberId,
        expiresAt: seen(row.expiresAt),
        attributes: {},
      };
      const user: DatabaseUser = { id: row.memberId, attributes: { name: row.name, role: row.role } };
      return [session, user];
    },
    async getUserSessions(memberId) {
      const rows = await db.select().from(signInSessions).where(eq(signInSessions.memberId, memberId));
      return rows.map((row) => ({
        id: row.id,
        userId: row.memberId,
        expiresAt: seen(row.expiresAt),
        attributes: {},
      }));
    },
    async setSession(session) {
      await db.insert(signInSessions).values({
        id: await tokenHash(session.id),
        memberId: session.userId,
        expiresAt: stored(session.expiresAt),
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
