import { and, asc, eq, gt, isNull, lt, lte, not, sql } from "drizzle-orm";
import { clock, operatorAlerts, providerEvents, studios } from "../db/directory-schema";
import { type Database, databaseOver } from "../db/remote-database";
import { runStatements } from "../db/statements";
import type { Instant } from "../lib/time";

/** A studio as the directory knows it, with the clock's offset read in the same hop. */
export interface DirectoryEntry {
  id: string;
  slug: string;
  name: string;
  status: "active" | "suspended";
  placement: string;
  dbRef: string;
  schemaVersion: number;
  providerAccount: string | null;
  nextDueAt: Instant;
  trialEndsAt: Instant | null;
  clockOffset: number;
}

const entryColumns = {
  id: studios.id,
  slug: studios.slug,
  name: studios.name,
  status: studios.status,
  placement: studios.placement,
  dbRef: studios.dbRef,
  schemaVersion: studios.schemaVersion,
  providerAccount: studios.providerAccount,
  nextDueAt: studios.nextDueAt,
  trialEndsAt: studios.trialEndsAt,
  clockOffset: sql<number>`coalesce((select ${clock.offsetMs} from ${clock} where ${clock.id} = 1), 0)`,
};

/** The control-plane database: which studios there are and where, and what is due. */
export class Directory {
  readonly db: Database;

  constructor(d1: D1Database) {
    this.db = databaseOver((statements) => runStatements(d1, statements));
  }

  /** The studio at a subdomain. */
  async bySlug(slug: string): Promise<DirectoryEntry | undefined> {
    return this.db.select(entryColumns).from(studios).where(eq(studios.slug, slug)).get();
  }

  async byId(id: string): Promise<DirectoryEntry | undefined> {
    return this.db.select(entryColumns).from(studios).where(eq(studios.id, id)).get();
  }

  /** The studio that owns an account at the payment provider. */
  async byProviderAccount(account: string): Promise<DirectoryEntry | undefined> {
    return this.db.select(entryColumns).from(studios).where(eq(studios.providerAccount, account)).get();
  }

  /** Active studios in the order of their names, for the platform's own pages. */
  async listActive(limit: number) {
    return this.db
      .select({ slug: studios.slug, name: studios.name })
      .from(studios)
      .where(eq(studios.status, "active"))
      .orderBy(asc(studios.name))
      .limit(limit);
  }

  /** How far the product's clock is ahead of the real time, in milliseconds. */
  async clockOffset(): Promise<number> {
    const row = await this.db.select({ offset: clock.offsetMs }).from(clock).where(eq(clock.id, 1)).get();
    return row?.offset ?? 0;
  }

  /** Ids of active studios whose sweep is due, the longest overdue first. */
  async dueStudios(now: Instant, limit: number): Promise<string[]> {
    const rows = await this.db
      .select({ id: studios.id })
      .from(studios)
      .where(and(eq(studios.status, "active"), lte(studios.nextDueAt, now)))
      .orderBy(asc(studios.nextDueAt))
      .limit(limit);
    return rows.map((row) => row.id);
  }

  /** Moves the next sweep of a studio to an earlier moment; never to a later one. */
  async lowerDue(studioId: string, at: Instant): Promise<void> {
    await this.db
      .update(studios)
      .set({ nextDueAt: at })
      .where(and(eq(studios.id, studioId), gt(studios.nextDueAt, at)));
  }

  /** Sets the next sweep after one, unless something lowered it meanwhile. */
  async settleDue(studioId: string, seen: Instant, next: Instant): Promise<void> {
    await this.db
      .update(studios)
      .set({ nextDueAt: next })
      .where(and(eq(studios.id, studioId), eq(studios.nextDueAt, seen)));
  }

  /** Keeps the newest seal of a studio's audit log; one that is older than what is kept changes nothing. */
  async anchorAudit(studioId: string, { seq, hash }: { seq: number; hash: string }): Promise<void> {
    await this.db
      .update(studios)
      .set({ auditSeq: seq, auditHash: hash })
      .where(and(eq(studios.id, studioId), lt(studios.auditSeq, seq)));
  }

  /** The newest seal of a studio's audit log that was kept here; null before the first. */
  async auditAnchor(studioId: string): Promise<{ seq: number; hash: string } | null> {
    const row = await this.db
      .select({ seq: studios.auditSeq, hash: studios.auditHash })
      .from(studios)
      .where(eq(studios.id, studioId))
      .get();
    return row && row.seq > 0 ? row : null;
  }

  /** Gives a studio its account at the payment provider, if it has none yet; returns the one it has then. */
  async setProviderAccount(studioId: string, account: string): Promise<string | null> {
    const isTaken = sql`exists (select 1 from ${studios} s where s.provider_account = ${account})`;
    await this.db
      .update(studios)
      .set({ providerAccount: account })
      .where(and(eq(studios.id, studioId), isNull(studios.providerAccount), not(isTaken)));
    return (await this.byId(studioId))?.providerAccount ?? null;
  }

  /** The name under which a studio is listed; its own is in its own database. */
  async setName(studioId: string, name: string): Promise<void> {
    await this.db.update(studios).set({ name }).where(eq(studios.id, studioId));
  }

  /** Notes something that the operator has to know; one of a kind that is noted already is counted. */
  async raiseAlert(kind: string, message: string, now: Instant): Promise<void> {
    await this.db
      .insert(operatorAlerts)
      .values({ kind, message, firstAt: now, lastAt: now })
      .onConflictDoUpdate({
        target: operatorAlerts.kind,
        set: { message, count: sql`${operatorAlerts.count} + 1`, lastAt: now },
      });
  }

  async setSchemaVersion(studioId: string, version: number): Promise<void> {
    await this.db
      .update(studios)
      .set({ schemaVersion: version })
      .where(and(eq(studios.id, studioId), lt(studios.schemaVersion, version)));
  }

  /** Ids of provider events that were received before a moment and are not done, oldest first. */
  async stalledProviderEvents(before: Instant, limit: number): Promise<string[]> {
    const rows = await this.db
      .select({ id: providerEvents.id })
      .from(providerEvents)
      .where(and(eq(providerEvents.state, "received"), lt(providerEvents.receivedAt, before)))
      .orderBy(asc(providerEvents.receivedAt))
      .limit(limit);
    return rows.map((row) => row.id);
  }
}
