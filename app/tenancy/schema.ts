import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../db/columns";

/** One row: whose database this is, and how this studio writes money, dates and its own name. */
export const studioIdentity = sqliteTable("studio_identity", {
  studioId: id("studio_id").primaryKey(),
  name: text("name").notNull(),
  tagline: text("tagline").notNull().default(""),
  /** BCP 47, for numbers, money, dates and the language of the words. */
  locale: text("locale").notNull(),
  /** IANA zone. */
  timeZone: text("time_zone").notNull(),
  /** ISO 4217. */
  currency: text("currency").notNull(),
  /** The brand's colour as #rrggbb. */
  accent: text("accent").notNull(),
  /** Written across renditions; Latin letters. */
  watermarkText: text("watermark_text").notNull(),
  createdAt: instant("created_at").notNull(),
});
