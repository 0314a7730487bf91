import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../../db/columns";
import { clients } from "../../clients/schema";
import { galleryRoles } from "../model/roles";
import { galleries } from "../schema";

/**
 * A browser that did something in the studio's galleries which has to be remembered: came in with a password, left a
 * name, chose photos. One that only looked has no row.
 */
export const visitors = sqliteTable(
  "visitors",
  {
    id: id().primaryKey(),
    /** SHA-256 of the secret in its cookie. */
    secretHash: text("secret_hash").notNull().unique(),
    /** Who they say they are; null while they have not said. */
    clientId: id("client_id").references(() => clients.id),
    /** When they opened a link that was mailed to that client; null while they only say so. */
    provenAt: instant("proven_at"),
    createdAt: instant("created_at").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (table) => [index("visitors_client").on(table.clientId), index("visitors_seen").on(table.seenAt)],
);

/** What one browser has been let into, or registered for. */
export const galleryVisits = sqliteTable(
  "gallery_visits",
  {
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id, { onDelete: "cascade" }),
    visitorId: id("visitor_id")
      .notNull()
      .references(() => visitors.id, { onDelete: "cascade" }),
    /** The access version of the gallery when its password was given; null where none was. */
    accessVersion: integer("access_version"),
    /** When an e-mail address was left, or asking for it was declined. */
    registeredAt: instant("registered_at"),
    firstAt: instant("first_at").notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.galleryId, table.visitorId] }),
    index("gallery_visits_visitor").on(table.visitorId),
  ],
);

/** A client who was given a role in a gallery, and gets a link of their own by mail. */
export const galleryPeople = sqliteTable(
  "gallery_people",
  {
    id: id().primaryKey(),
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id, { onDelete: "cascade" }),
    clientId: id("client_id")
      .notNull()
      .references(() => clients.id),
    role: text("role", { enum: galleryRoles }).notNull(),
    /** Grows when their link shall open no more. */
    linkVersion: integer("link_version").notNull().default(1),
    /** When their link was last mailed. */
    invitedAt: instant("invited_at"),
    firstSeenAt: instant("first_seen_at"),
    revokedAt: instant("revoked_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("gallery_people_once").on(table.galleryId, table.clientId),
    index("gallery_people_client").on(table.clientId),
  ],
);

/** Who agreed that the studio writes to them about other things, when, and to which words. */
export const marketingConsents = sqliteTable("marketing_consents", {
  clientId: id("client_id")
    .primaryKey()
    .references(() => clients.id),
  galleryId: id("gallery_id"),
  /** The sentence that stood beside the box. */
  sentence: text("sentence").notNull(),
  at: instant("at").notNull(),
});

/** How often a gallery was looked at, by the studio's own day. */
export const galleryDays = sqliteTable(
  "gallery_days",
  {
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id, { onDelete: "cascade" }),
    /** "2026-06-13" where the studio is. */
    day: text("day").notNull(),
    views: integer("views").notNull().default(0),
    /** Browsers that day, told apart without a cookie. */
    visitors: integer("visitors").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.galleryId, table.day] })],
);

/** Browsers of one day, by a hash that only that day has; removed when it is over. */
export const galleryDayVisitors = sqliteTable(
  "gallery_day_visitors",
  {
    galleryId: id("gallery_id").notNull(),
    day: text("day").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.galleryId, table.day, table.hash] }),
    index("gallery_day_visitors_day").on(table.day),
  ],
);

/** A mail about a gallery's expiry that went to somebody, so that it goes once. */
export const galleryNotices = sqliteTable(
  "gallery_notices",
  {
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id, { onDelete: "cascade" }),
    clientId: id("client_id").notNull(),
    /** "expires-14", "published": what it tells. */
    kind: text("kind").notNull(),
    /** The last moment of the gallery that it is about: another one is told anew. */
    about: instant("about").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.galleryId, table.clientId, table.kind, table.about] }),
    index("gallery_notices_client").on(table.clientId),
  ],
);
