import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns";
import { freeDownloads } from "./model";

export const galleries = sqliteTable(
  "galleries",
  {
    id: id().primaryKey(),
    name: text("name").notNull(),
    /** The address of a public gallery. */
    slug: text("slug").notNull().unique(),
    /** The address of an unlisted gallery: 128 random bits. */
    shareKey: text("share_key").notNull().unique(),
    visibility: text("visibility", { enum: ["public", "unlisted"] }).notNull(),
    status: text("status", { enum: ["draft", "published"] })
      .notNull()
      .default("draft"),
    /** What is sold in it; null for nothing. Lists are never removed. */
    priceListId: id("price_list_id"),
    /** The last moment it is open; null is without end. */
    expiresAt: instant("expires_at"),
    /** Set once by the sweep after the gallery expired, cleared when the date moves. */
    expiryNotedAt: instant("expiry_noted_at"),
    publishedAt: instant("published_at"),
    freeDownloads: text("free_downloads", { enum: freeDownloads }).notNull().default("none"),
    /** What visitors are asked for before they may download, sealed; null for nothing. */
    downloadPin: text("download_pin"),
    /** Links that visitors were given before this moment open no more. */
    freeDownloadsSince: instant("free_downloads_since").notNull().default(0),
    /** Made by the demo button, and removed by it. */
    demo: integer("demo", { mode: "boolean" }).notNull().default(false),
    /** Kept by triggers on photos, so that no page has to count. */
    photoCount: integer("photo_count").notNull().default(0),
    readyCount: integer("ready_count").notNull().default(0),
    failedCount: integer("failed_count").notNull().default(0),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("galleries_listed").on(table.status, table.visibility, table.publishedAt),
    index("galleries_expiry").on(table.status, table.expiresAt),
  ],
);

/** Which members a gallery is the work of: those whose reach is "assigned" see no other. */
export const galleryAssignments = sqliteTable(
  "gallery_assignments",
  {
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id, { onDelete: "cascade" }),
    memberId: id("member_id").notNull(),
    assignedAt: instant("assigned_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.galleryId, table.memberId] }),
    index("gallery_assignments_member").on(table.memberId, table.galleryId),
  ],
);
