import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns";
import { galleries, sections } from "../galleries/schema";

/** One uploaded photo and its original. The original never changes. */
export const photos = sqliteTable(
  "photos",
  {
    id: id().primaryKey(),
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id),
    /** Null while it stands before all sections. */
    sectionId: id("section_id").references(() => sections.id, { onDelete: "set null" }),
    /** Photos of a section stand in this order, and equal ones in the order they came. */
    position: integer("position").notNull().default(0),
    /** Whether only those see it who may hide photos, and the studio. */
    hidden: integer("hidden", { mode: "boolean" }).notNull().default(false),
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
    /** The camera's own clock, "2026-06-13T15:20:01", with its offset where the camera knew it; set right by the studio. */
    capturedAt: text("captured_at"),
    /** By how many seconds the studio set it right: the file says the moment without them. */
    captureShift: integer("capture_shift").notNull().default(0),
    /** Which renditions are shown, once there are any; part of their keys and addresses. */
    version: integer("version").notNull().default(1),
    /** The version being made; null when none is. While a ready photo is made anew, its last version stays. */
    renderingVersion: integer("rendering_version"),
    /** Which attempt at that version made what is shown; part of the objects' keys. */
    attempt: text("attempt"),
    /** The settings that the shown renditions were made with. */
    settingsRevision: integer("settings_revision").notNull().default(0),
    /** What became of the wish for an AVIF of the shown version; null while nobody asked for one. */
    avif: text("avif", { enum: ["asked", "made", "failed"] }),
    /** A tiny blurred picture to show while the real one loads: thumbhash, base64. */
    thumbhash: text("thumbhash"),
    /** 64 bits in hex: pictures that look alike differ in few of them. */
    perceptualHash: text("perceptual_hash"),
    /** How sharp the picture is; comparable within a studio's photos. */
    sharpness: real("sharpness"),
    /** What decoded it: our codec, or photon where that failed on a small file. */
    decoder: text("decoder", { enum: ["codec", "photon"] }),
    /** What was odd about the file although it could be shown, as a JSON list of keys of the words. */
    flags: text("flags").notNull().default("[]"),
    /** What making the renditions took: milliseconds of the clock, and the most memory of WebAssembly in bytes. */
    renderMs: integer("render_ms"),
    renderBytes: integer("render_bytes"),
    /** When its original was deleted, as the studio had it done after the gallery's end; null while it is there. */
    originalDeletedAt: instant("original_deleted_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("photos_gallery").on(table.galleryId, table.id),
    index("photos_guests").on(table.galleryId, table.status, table.hidden, table.id),
    index("photos_seen").on(table.galleryId, table.sectionId, table.status, table.position, table.id),
    index("photos_shown").on(
      table.galleryId,
      table.sectionId,
      table.status,
      table.hidden,
      table.position,
      table.id,
    ),
    index("photos_section").on(table.sectionId),
    index("photos_settings")
      .on(table.status, table.settingsRevision, table.id)
      .where(sql`original_deleted_at IS NULL`),
    index("photos_avif").on(table.status, table.avif, table.id),
    index("photos_failed").on(table.id).where(sql`failure IS NOT NULL`),
    index("photos_by_photon").on(table.id).where(sql`decoder = 'photon'`),
  ],
);

/** What the camera and the photographer wrote into the file. */
export const photoMetadata = sqliteTable("photo_metadata", {
  photoId: id("photo_id")
    .primaryKey()
    .references(() => photos.id),
  camera: text("camera"),
  lens: text("lens"),
  /** Seconds. */
  exposureTime: real("exposure_time"),
  /** The f-number. */
  aperture: real("aperture"),
  iso: integer("iso"),
  /** Millimetres. */
  focalLength: real("focal_length"),
  caption: text("caption"),
  /** When the studio wrote another caption; null while it is the file's own. */
  captionedAt: instant("captioned_at"),
  /** A JSON list. */
  keywords: text("keywords").notNull().default("[]"),
  creator: text("creator"),
  credit: text("credit"),
  copyright: text("copyright"),
});

/** A smaller picture made from an original. "web" is the only one without a watermark. */
export const renditions = sqliteTable(
  "renditions",
  {
    photoId: id("photo_id")
      .notNull()
      .references(() => photos.id),
    version: integer("version").notNull(),
    name: text("name", { enum: ["thumb", "grid", "preview", "web"] }).notNull(),
    format: text("format", { enum: ["jpeg", "webp", "avif"] })
      .notNull()
      .default("jpeg"),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    size: integer("size").notNull(),
    /** CRC-32 (ISO 3309) where archives may hold it. */
    crc32: integer("crc32"),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.version, table.name, table.format] })],
);

/** How the studio's pictures are made: one row once that was changed; without it, as at sign-up. */
export const pictureSettings = sqliteTable("picture_settings", {
  id: integer("id").primaryKey(),
  /** The watermark, from here to its size. */
  kind: text("kind", { enum: ["text", "logo"] }).notNull(),
  text: text("text").notNull(),
  logoKey: text("logo_key"),
  placement: text("placement", { enum: ["tiled", "center", "bottom-right", "bottom-left"] }).notNull(),
  /** Percent. */
  opacity: integer("opacity").notNull(),
  size: text("size", { enum: ["small", "medium", "large"] }).notNull(),
  /** Whose copyright and credit stand in the renditions. */
  credits: text("credits", { enum: ["none", "file", "studio"] })
    .notNull()
    .default("none"),
  avif: integer("avif", { mode: "boolean" }).notNull().default(false),
  revision: integer("revision").notNull(),
  changedAt: instant("changed_at").notNull(),
});
