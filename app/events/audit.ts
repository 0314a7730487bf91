import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { randomToken, tokenHash } from "../lib/tokens";
import type { Actor } from "../tenancy/actor";
import type { Studio } from "../tenancy/studio";
import type { AuditEntry } from "./audit-entry";
import { auditLog } from "./schema";

type Statement = BatchItem<"sqlite">;

/**
 * The statement that writes an act into the audit log, in a list because awaiting it by itself would run it. In a
 * batch it stands directly behind the change it tells of (or that change's event), and writes nothing where that
 * one changed nothing.
 *
 * @param actor who did it, where that is somebody else than who is asking: a person who is just signing in
 */
export async function audited(
  studio: Pick<Studio, "db" | "clock" | "actor">,
  entry: AuditEntry,
  actor = studio.actor,
): Promise<[Statement]> {
  const row = await rowOf(studio, entry, actor);
  return [studio.db.run(sql`${row} where changes() > 0`)];
}

/** Writes an act that changes nothing by itself, such as handing data out, into the audit log. */
export async function noteAct(studio: Studio, entry: AuditEntry): Promise<void> {
  await studio.db.run(await rowOf(studio, entry, studio.actor));
  studio.afterCommit();
}

/** The insertion of an act, to which a condition can be added. */
async function rowOf(
  { clock }: Pick<Studio, "clock">,
  { action, subjectId, before, after, person }: AuditEntry,
  actor: Actor,
): Promise<SQL> {
  const details = JSON.stringify({ ...(before ? { before } : {}), ...(after ? { after } : {}) });
  const [actorPrivate, actorDigest] = await apart(actor.from && { name: actor.name, ...actor.from });
  const [subjectPrivate, subjectDigest] = await apart(person);
  const values = [
    clock.now(),
    actor.kind,
    actor.id,
    actor.proof?.by ?? null,
    action,
    subjectId,
    details,
    actorPrivate,
    actorDigest,
    subjectPrivate,
    subjectDigest,
  ];
  return sql`
    insert into ${auditLog} (at, actor_kind, actor_id, proof, action, subject_id, details, actor_private, actor_digest,
      subject_private, subject_digest)
    select ${sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    )}`;
}

/** What is personal, salted so that its digest tells nothing once it is erased; nulls where there is nothing. */
async function apart(person: object | null | undefined): Promise<[string, string] | [null, null]> {
  if (!person) return [null, null];
  const text = JSON.stringify({ ...person, salt: randomToken(16) });
  return [text, await tokenHash(text)];
}
