import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../../db/columns";
import { clients } from "../../clients/schema";
import { photos } from "../../ingest/schema";
import { galleries } from "../schema";
import { visitors } from "./visitors";

/** A list of photos that somebody chose in a gallery. Whoever it is proven to be opens it on any device. */
export const favouritesLists = sqliteTable(
  "favourites_lists",
  {
    id: id().primaryKey(),
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id, { onDelete: "cascade" }),
    clientId: id("client_id")
      .notNull()
      .references(() => clients.id),
    /** The browser that made it, which opens it without proof; null when that is gone. */
    visitorId: id("visitor_id").references(() => visitors.id, { onDelete: "set null" }),
    name: text("name").notNull(),
    note: text("note").notNull().default(""),
    /** Set by "I'm finished"; nothing of it changes while it is. */
    finishedAt: instant("finished_at"),
    /** When somebody unfinished was reminded; null again with every change. */
    remindedAt: instant("reminded_at"),
    /** How many photos beyond those included have been paid for. */
    extrasPaid: integer("extras_paid").notNull().default(0),
    changedAt: instant("changed_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("favourites_lists_gallery").on(table.galleryId, table.id),
    index("favourites_lists_client").on(table.clientId),
    index("favourites_lists_visitor").on(table.visitorId),
    index("favourites_lists_unfinished").on(table.finishedAt, table.remindedAt, table.changedAt),
  ],
);

/** One photo of a list, and what was said of it. */
export const favourites = sqliteTable(
  "favourites",
  {
    listId: id("list_id")
      .notNull()
      .references(() => favouritesLists.id, { onDelete: "cascade" }),
    photoId: id("photo_id")
      .notNull()
      .references(() => photos.id, { onDelete: "cascade" }),
    /** Chosen or approved, or rejected; null where there is only a comment or a label. */
    mark: text("mark", { enum: ["chosen", "rejected"] }),
    /** 1 to 5; null for none. */
    label: integer("label"),
    comment: text("comment").notNull().default(""),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.photoId] }),
    index("favourites_photo").on(table.photoId),
  ],
);
