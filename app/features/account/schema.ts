import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns";

/** People who work for the studio, or did, or are invited to. */
export const members = sqliteTable("members", {
  id: id().primaryKey(),
  /** Normalised. A removed member keeps it: inviting the address again takes up the same row. */
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  role: text("role", {
    enum: ["owner", "admin", "manager", "photographer", "assistant", "viewer"],
  }).notNull(),
  status: text("status", { enum: ["invited", "active", "removed"] })
    .notNull()
    .default("active"),
  phone: text("phone").notNull().default(""),
  /** Empty until an invitation is accepted; nothing is its hash. */
  passwordHash: text("password_hash").notNull(),
  emailVerifiedAt: instant("email_verified_at"),
  /** The TOTP secret, sealed for this studio; set with the first code, null without a second factor. */
  totpSecret: text("totp_secret"),
  /** The last time step whose code was taken; it and earlier ones are refused (RFC 6238, 5.2). */
  totpLastStep: integer("totp_last_step"),
  createdAt: instant("created_at").notNull(),
  removedAt: instant("removed_at"),
});

/** Ten codes that stand in for a lost second factor, once each. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    memberId: id("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** Made as a password's is, with one salt for all ten. */
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.codeHash] })],
);

/** Browsers in which a member is signed in. */
export const signInSessions = sqliteTable(
  "sign_in_sessions",
  {
    /** SHA-256 of the cookie's value. */
    id: id().primaryKey(),
    memberId: id("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** What the list of devices and its buttons call it. */
    publicId: text("public_id").notNull().default(""),
    network: text("network").notNull().default(""),
    device: text("device").notNull().default(""),
    createdAt: instant("created_at").notNull().default(0),
    lastSeenAt: instant("last_seen_at").notNull().default(0),
    /** When the password or the second factor was last given here: dangerous acts ask for it again. */
    confirmedAt: instant("confirmed_at").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("sign_in_sessions_member").on(table.memberId),
    index("sign_in_sessions_expiry").on(table.expiresAt),
  ],
);

/** Browsers that a member has signed in from before; another one is told to them by mail. */
export const knownDevices = sqliteTable(
  "known_devices",
  {
    memberId: id("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** SHA-256 of the cookie that marks the browser. */
    deviceHash: text("device_hash").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.deviceHash] })],
);

/** Links that were mailed or handed over; each works once. */
export const accountLinks = sqliteTable(
  "account_links",
  {
    id: id().primaryKey(),
    kind: text("kind", {
      enum: [
        "invitation",
        "password-reset",
        "email-verification",
        "hand-over",
        "client-sign-in",
        "favourites",
      ],
    }).notNull(),
    /** The member or client whom it lets in. */
    personId: id("person_id").notNull(),
    /** SHA-256 of the token. */
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [
    index("account_links_person").on(table.personId, table.kind),
    index("account_links_expiry").on(table.expiresAt),
  ],
);

/** Browsers in which a client is signed in. */
export const clientSessions = sqliteTable(
  "client_sessions",
  {
    /** SHA-256 of the cookie's value. */
    id: id().primaryKey(),
    clientId: id("client_id").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("client_sessions_client").on(table.clientId),
    index("client_sessions_expiry").on(table.expiresAt),
  ],
);

/** Counters of attempts and calls, one row for each thing that is counted. */
export const attempts = sqliteTable(
  "attempts",
  {
    key: text("key").primaryKey(),
    count: integer("count").notNull(),
    /** The counter starts again after this moment. */
    windowEndsAt: instant("window_ends_at").notNull(),
  },
  (table) => [index("attempts_window").on(table.windowEndsAt)],
);

/** Bearer tokens of the REST API. */
export const apiTokens = sqliteTable(
  "api_tokens",
  {
    id: id().primaryKey(),
    memberId: id("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["access", "refresh"] }).notNull(),
    /** All tokens that came of one sign-in: a refresh token used twice ends them all. */
    family: text("family").notNull().default(""),
    /** SHA-256 of the token. */
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    /** A refresh token stays until it expires, so that its second use is seen. */
    usedAt: instant("used_at"),
  },
  (table) => [
    index("api_tokens_expiry").on(table.expiresAt),
    index("api_tokens_member").on(table.memberId),
    index("api_tokens_family").on(table.family).where(sql`family <> ''`),
  ],
);

/** Keys that a member makes for programs; they may do less than the member, never more. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: id().primaryKey(),
    memberId: id("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The first characters, to tell keys apart. */
    start: text("start").notNull(),
    /** SHA-256 of the key. */
    keyHash: text("key_hash").notNull().unique(),
    /** A JSON list of capabilities. */
    scopes: text("scopes").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
    /** To the hour. */
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [index("api_keys_member").on(table.memberId)],
);
