import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns";

/** People who work for the studio. */
export const members = sqliteTable("members", {
  id: id().primaryKey(),
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  role: text("role", {
    enum: ["owner", "admin", "manager", "photographer", "assistant", "viewer"],
  }).notNull(),
  passwordHash: text("password_hash").notNull(),
  createdAt: instant("created_at").notNull(),
});

/** Browsers in which a member is signed in. */
export const signInSessions = sqliteTable(
  "sign_in_sessions",
  {
    /** SHA-256 of the cookie's value. */
    id: id().primaryKey(),
    memberId: id("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("sign_in_sessions_member").on(table.memberId),
    index("sign_in_sessions_expiry").on(table.expiresAt),
  ],
);

/** Counters of attempts, one row for each thing that is counted. */
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
    /** SHA-256 of the token. */
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("api_tokens_expiry").on(table.expiresAt), index("api_tokens_member").on(table.memberId)],
);
