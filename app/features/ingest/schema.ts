import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns";
import { galleries } from "../galleries/schema";

/** One uploaded photo and its original. The original never changes. */
export const photos = sqliteTable(
  "photos",
  {
    id: id().primaryKey(),
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id),
    /** The photographer's name of the file, made safe. */
    filename: text("filename").notNull(),
    status: text("status", { enum: ["processing", "ready", "failed"] })
      .notNull()
      .default("processing"),
    /** Why it failed: a key of the words in messages/. */
    failure: text("failure"),
    contentType: text("content_type").notNull(),
    /** Bytes of the original, counted while they came. */
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    /** CRC-32 of the original (ISO 3309), unsigned. */
    crc32: integer("crc32").notNull(),
    /** Pixels as seen, orientation applied. */
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    /** The camera's own clock, "2026-06-13T15:20:01", with its offset where the camera knew it. */
    capturedAt: text("captured_at"),
    /** Grows when the renditions must be made anew; part of their keys and addresses. */
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("photos_gallery").on(table.galleryId, table.id),
    index("photos_gallery_status").on(table.galleryId, table.status, table.id),
  ],
);

/** A smaller picture made from an original. */
export const renditions = sqliteTable(
  "renditions",
  {
    photoId: id("photo_id")
      .notNull()
      .references(() => photos.id),
    version: integer("version").notNull(),
    name: text("name", { enum: ["thumb", "grid", "preview"] }).notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    size: integer("size").notNull(),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.version, table.name] })],
);
