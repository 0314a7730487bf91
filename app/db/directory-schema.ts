import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";

/** Every studio, and where its data lives. */
export const studios = sqliteTable(
  "studios",
  {
    id: id().primaryKey(),
    /** The subdomain. */
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "suspended"] })
      .notNull()
      .default("active"),
    /** "local": a binding of this Worker. */
    placement: text("placement").notNull().default("local"),
    /** The name of the database binding; never given to a second studio. */
    dbRef: text("db_ref").notNull().unique(),
    /** Migrations applied to the studio's database, as a count. */
    schemaVersion: integer("schema_version").notNull(),
    /** The studio's account at the payment provider; a provider event finds the studio by it. */
    providerAccount: text("provider_account").unique(),
    /** When the sweep should next look into the studio. */
    nextDueAt: instant("next_due_at").notNull().default(0),
    /** The end of the trial: the last moment without a plan. */
    trialEndsAt: instant("trial_ends_at"),
    /** The newest seal of the studio's audit log, kept outside its own database. */
    auditSeq: integer("audit_seq").notNull().default(0),
    auditHash: text("audit_hash").notNull().default(""),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("studios_due").on(table.status, table.nextDueAt)],
);

/** Databases that exist, are migrated and are bound in every Worker. A claimed one is never free again. */
export const databasePool = sqliteTable(
  "database_pool",
  {
    dbRef: text("db_ref").primaryKey(),
    state: text("state", { enum: ["free", "claimed"] })
      .notNull()
      .default("free"),
    deployedAt: instant("deployed_at"),
    claimedBy: text("claimed_by").unique(),
  },
  (table) => [index("database_pool_free").on(table.state, table.dbRef)],
);

/** Local installations only: how far ahead of the real time the product's clock is. One row, id 1. */
export const clock = sqliteTable("clock", {
  id: integer("id").primaryKey(),
  offsetMs: integer("offset_ms").notNull(),
});

/** What the payment provider told us, kept before it is acted on. */
export const providerEvents = sqliteTable(
  "provider_events",
  {
    /** The provider's own event id: a second delivery finds the row. */
    id: text("id").primaryKey(),
    type: text("type").notNull(),
    account: text("account"),
    /** The provider's id of the object the event is about. */
    objectId: text("object_id"),
    state: text("state", { enum: ["received", "done", "failed"] })
      .notNull()
      .default("received"),
    attempts: integer("attempts").notNull().default(0),
    receivedAt: instant("received_at").notNull(),
    doneAt: instant("done_at"),
    lastError: text("last_error"),
  },
  (table) => [index("provider_events_open").on(table.state, table.receivedAt)],
);

/** Subdomains that a studio gave up: free again after this moment, so that old links do not lead to a stranger. */
export const slugQuarantine = sqliteTable("slug_quarantine", {
  slug: text("slug").primaryKey(),
  /** The studio that may have it back any time. */
  studioId: id("studio_id").notNull(),
  until: instant("until").notNull(),
});

/** Who wanted a studio when the pool had no database left; told by mail when it has. */
export const waitList = sqliteTable(
  "wait_list",
  {
    id: id().primaryKey(),
    email: text("email").notNull().unique(),
    studioName: text("studio_name").notNull(),
    slug: text("slug").notNull(),
    createdAt: instant("created_at").notNull(),
    toldAt: instant("told_at"),
  },
  (table) => [index("wait_list_waiting").on(table.toldAt, table.createdAt)],
);

/** What the operator has to know; one open row for each kind. */
export const operatorAlerts = sqliteTable("operator_alerts", {
  kind: text("kind").primaryKey(),
  message: text("message").notNull(),
  count: integer("count").notNull().default(1),
  firstAt: instant("first_at").notNull(),
  lastAt: instant("last_at").notNull(),
  /** When the mail went out; null while it could not be sent. */
  toldAt: instant("told_at"),
});

/** Counters of attempts on the platform's own site. */
export const platformAttempts = sqliteTable(
  "attempts",
  {
    key: text("key").primaryKey(),
    count: integer("count").notNull(),
    windowEndsAt: instant("window_ends_at").notNull(),
  },
  (table) => [index("platform_attempts_window").on(table.windowEndsAt)],
);
