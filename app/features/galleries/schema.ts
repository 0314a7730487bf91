import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, minorUnits } from "../../db/columns";
import { covers, freeDownloads, grids, registrations, themes, typefaces, visibilities } from "./model";
import { type Proofing, plainFavourites } from "./model/proofing";
import { defaultRights, type GalleryRights } from "./model/roles";

export const galleries = sqliteTable(
  "galleries",
  {
    id: id().primaryKey(),
    name: text("name").notNull(),
    /** The address of a public gallery. */
    slug: text("slug").notNull().unique(),
    /** The address of an unlisted gallery: 128 random bits. */
    shareKey: text("share_key").notNull().unique(),
    /** Who may come in, and how. */
    visibility: text("visibility", { enum: visibilities }).notNull(),
    /** The password or access code of one that asks for it, sealed; null for none. */
    password: text("password"),
    /** Grows when everybody who came in has to come in anew: with another password, and when it is closed. */
    accessVersion: integer("access_version").notNull().default(1),
    /** Whether visitors are asked for their e-mail address before they see it. */
    registration: text("registration", { enum: registrations }).notNull().default("none"),
    /** What each role may do. */
    rights: text("rights", { mode: "json" }).$type<GalleryRights>().notNull().default(defaultRights),
    status: text("status", { enum: ["draft", "published"] })
      .notNull()
      .default("draft"),
    /** What is sold in it; null for nothing. Lists are never removed. */
    priceListId: id("price_list_id"),
    /** The last moment it is open; null is without end. */
    expiresAt: instant("expires_at"),
    /** When that was set, or began to count by publishing: what would have been told before then is not told. */
    expirySetAt: instant("expiry_set_at").notNull().default(0),
    /** Set once by the sweep after the gallery expired, cleared when the date moves. */
    expiryNotedAt: instant("expiry_noted_at"),
    publishedAt: instant("published_at"),
    freeDownloads: text("free_downloads", { enum: freeDownloads }).notNull().default("none"),
    /** What visitors are asked for before they may download, sealed; null for nothing. */
    downloadPin: text("download_pin"),
    /** Links that visitors were given before this moment open no more. */
    freeDownloadsSince: instant("free_downloads_since").notNull().default(0),
    /** Its look. The cover is a photo of it, and the point of that which stays in sight, in percent of its sides. */
    cover: text("cover", { enum: covers }).notNull().default("full"),
    coverPhotoId: id("cover_photo_id"),
    coverX: integer("cover_x").notNull().default(50),
    coverY: integer("cover_y").notNull().default(50),
    grid: text("grid", { enum: grids }).notNull().default("justified"),
    typeface: text("typeface", { enum: typefaces }).notNull().default("serif"),
    theme: text("theme", { enum: themes }).notNull().default("light"),
    /** "2026-06-13", the day that the photos were taken; null where none is shown. */
    shotOn: text("shot_on"),
    /** A few words under the name. */
    subtitle: text("subtitle").notNull().default(""),
    /** Which preset it was made with; null for none. */
    preset: text("preset"),
    /** Whether the studio's watermark stands on its renditions. */
    watermark: integer("watermark", { mode: "boolean" }).notNull().default(true),
    /** How clients choose in it. */
    proofing: text("proofing", { mode: "json" }).$type<Proofing>().notNull().default(plainFavourites),
    /** What a client pays to open it again after it expired, in minor units, and for how many days; null for no such offer. */
    reopenPrice: minorUnits("reopen_price"),
    reopenDays: integer("reopen_days").notNull().default(30),
    /** Days after the expiry for which everything is kept. */
    graceDays: integer("grace_days").notNull().default(30),
    /** Whether the originals are deleted after that. */
    deletesOriginals: integer("deletes_originals", { mode: "boolean" }).notNull().default(false),
    /** When that happens: told to the studio at least a week before. Null while nothing was told. */
    deletionAt: instant("deletion_at"),
    originalsDeletedAt: instant("originals_deleted_at"),
    /** Made by the demo button, and removed by it. */
    demo: integer("demo", { mode: "boolean" }).notNull().default(false),
    /** Kept by triggers on photos, so that no page has to count. */
    photoCount: integer("photo_count").notNull().default(0),
    readyCount: integer("ready_count").notNull().default(0),
    failedCount: integer("failed_count").notNull().default(0),
    /** Ready and not hidden: what guests see. */
    shownCount: integer("shown_count").notNull().default(0),
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

/** A part of a gallery under a heading of its own. */
export const sections = sqliteTable(
  "sections",
  {
    id: id().primaryKey(),
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** Sections stand in this order, and equal ones in the order they were made. */
    position: integer("position").notNull().default(0),
    /** What is sold of its photos instead of what the gallery sells; null for the same. */
    priceListId: id("price_list_id"),
    /** Kept by triggers on photos. */
    readyCount: integer("ready_count").notNull().default(0),
    shownCount: integer("shown_count").notNull().default(0),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("sections_gallery").on(table.galleryId, table.position, table.id)],
);
