import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns";
import { members } from "../account/schema";
import { galleryRoles } from "../galleries/model/roles";
import { galleries } from "../galleries/schema";
import { galleryPeople } from "../galleries/schema/visitors";
import { photos } from "../ingest/schema";
import { orderLines, orders } from "../storefront/schema";
import { downloadSizes } from "./model";

/**
 * The right to download one photo in one size and in the smaller ones, made by a line of an order. It is in force
 * while nothing withholds it; the reasons come and go independently of each other.
 */
export const entitlements = sqliteTable(
  "entitlements",
  {
    id: id().primaryKey(),
    orderId: id("order_id")
      .notNull()
      .references(() => orders.id),
    lineId: id("line_id")
      .notNull()
      .references(() => orderLines.id),
    photoId: id("photo_id")
      .notNull()
      .references(() => photos.id),
    size: text("size", { enum: downloadSizes }).notNull(),
    refundedAt: instant("refunded_at"),
    disputedAt: instant("disputed_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("entitlements_once").on(table.lineId, table.photoId, table.size),
    index("entitlements_order").on(table.orderId, table.photoId),
  ],
);

/** A key to what an order is entitled to, or to what a gallery gives its visitors. */
export const downloadLinks = sqliteTable(
  "download_links",
  {
    id: id().primaryKey(),
    orderId: id("order_id").references(() => orders.id),
    galleryId: id("gallery_id").references(() => galleries.id, { onDelete: "cascade" }),
    /** SHA-256 of the token in the address. */
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    /** Of a gallery's visitor: as what they were in it then, and its access version. Null for a buyer's. */
    role: text("role", { enum: galleryRoles }),
    accessVersion: integer("access_version"),
    /** The row by which they were in it by name, which decides as what they are now; null for who was not. */
    personId: id("person_id").references(() => galleryPeople.id, { onDelete: "cascade" }),
    /** The member who looked at the gallery as that: it opens while it is their work. Null for who was none. */
    memberId: id("member_id").references(() => members.id),
    /** How many downloads it is good for; null for any number. */
    maxDownloads: integer("max_downloads"),
    revokedAt: instant("revoked_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    check("download_links_holder", sql`(order_id is null) <> (gallery_id is null)`),
    index("download_links_order").on(table.orderId, table.createdAt),
    index("download_links_gallery").on(table.galleryId),
    index("download_links_person").on(table.personId),
    index("download_links_member").on(table.memberId),
    index("download_links_expiry").on(table.expiresAt),
  ],
);

/**
 * What was downloaded, and when; a trigger refuses to change a row, and to remove one of an order. It is a log: what
 * its ids name may be gone.
 */
export const downloads = sqliteTable(
  "downloads",
  {
    id: id().primaryKey(),
    linkId: id("link_id").notNull(),
    orderId: id("order_id"),
    galleryId: id("gallery_id"),
    /** Null for an archive, whole or in parts. */
    photoId: id("photo_id"),
    size: text("size", { enum: downloadSizes }).notNull(),
    /** How many photos there were in it. */
    photos: integer("photos").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    index("downloads_link").on(table.linkId, table.photoId, table.size, table.at),
    index("downloads_order").on(table.orderId, table.id),
    index("downloads_gallery").on(table.galleryId, table.id),
    index("downloads_visitors").on(table.at).where(sql`order_id IS NULL`),
  ],
);
