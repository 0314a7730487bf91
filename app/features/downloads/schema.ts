import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns";
import { photos } from "../ingest/schema";
import { orders } from "../storefront/schema";

/** The right to download one photo in one size, made by an order. */
export const entitlements = sqliteTable(
  "entitlements",
  {
    id: id().primaryKey(),
    orderId: id("order_id")
      .notNull()
      .references(() => orders.id),
    photoId: id("photo_id")
      .notNull()
      .references(() => photos.id),
    size: text("size", { enum: ["original"] }).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex("entitlements_once").on(table.orderId, table.photoId, table.size)],
);

/** A key to the entitlements of an order. */
export const downloadLinks = sqliteTable(
  "download_links",
  {
    id: id().primaryKey(),
    orderId: id("order_id")
      .notNull()
      .references(() => orders.id),
    /** SHA-256 of the token in the address. */
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("download_links_order").on(table.orderId),
    index("download_links_expiry").on(table.expiresAt),
  ],
);
