import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../db/columns";

/** What happened in the studio, written in the transaction that made it happen; the relay reads it. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: id().primaryKey(),
    name: text("name").notNull(),
    payload: text("payload").notNull(),
    happenedAt: instant("happened_at").notNull(),
    relayedAt: instant("relayed_at"),
  },
  (table) => [index("outbox_waiting").on(table.happenedAt).where(sql`relayed_at IS NULL`)],
);

/**
 * Who did what, for good: triggers refuse to change or remove a row. What is personal stands apart in two columns
 * that can be emptied; the chain holds their digests.
 */
export const auditLog = sqliteTable(
  "audit_log",
  {
    /** In the order of the commits, without gaps. */
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    at: instant("at").notNull(),
    actorKind: text("actor_kind", { enum: ["member", "client", "stranger", "system"] }).notNull(),
    actorId: id("actor_id"),
    /** How the actor proved who they are: "sign-in", "token" or "key". */
    proof: text("proof"),
    action: text("action").notNull(),
    /** The id of what it was done to. */
    subjectId: id("subject_id").notNull(),
    /** JSON: what it was before and after, without anything personal. */
    details: text("details").notNull(),
    /** JSON: name, network and device of the actor, with a salt; null once erased. */
    actorPrivate: text("actor_private"),
    actorDigest: text("actor_digest"),
    /** JSON: name and address of the person it was done to, with a salt; null once erased. */
    subjectPrivate: text("subject_private"),
    subjectDigest: text("subject_digest"),
  },
  (table) => [
    index("audit_log_actor").on(table.actorId, table.seq),
    index("audit_log_subject").on(table.subjectId, table.seq),
    index("audit_log_action").on(table.action, table.seq),
  ],
);

/** The chain over the audit log: each seal holds the one before it. */
export const auditSeals = sqliteTable("audit_seals", {
  seq: integer("seq").primaryKey(),
  hash: text("hash").notNull(),
});
