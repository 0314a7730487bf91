import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
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
  /** Key of the logo in the studio's storage. */
  logoKey: text("logo_key"),
  /** Whether prices include tax; its name on receipts, its rate in hundredths of a percent, the studio's number. */
  pricesIncludeTax: integer("prices_include_tax", { mode: "boolean" }).notNull().default(true),
  taxName: text("tax_name").notNull().default(""),
  taxRate: integer("tax_rate").notNull().default(0),
  taxNumber: text("tax_number").notNull().default(""),
  /** What its home page tells of it, and how it is reached; empty where nothing is told. */
  about: text("about").notNull().default(""),
  contactEmail: text("contact_email").notNull().default(""),
  contactPhone: text("contact_phone").notNull().default(""),
  contactAddress: text("contact_address").notNull().default(""),
  /** A name on Instagram, without the "@". */
  instagram: text("instagram").notNull().default(""),
  createdAt: instant("created_at").notNull(),
});

/** Steps of the first-run checklist that somebody has taken by hand; the others are seen from the data. */
export const setupSteps = sqliteTable("setup_steps", {
  step: text("step").primaryKey(),
  doneAt: instant("done_at").notNull(),
});
