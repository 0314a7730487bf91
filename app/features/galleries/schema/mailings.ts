import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../../db/columns";
import { mailingStates } from "../model/mailing";
import type { GalleryRole } from "../model/roles";
import { galleries } from "../schema";
import { galleryPeople } from "./visitors";

/** A mail to the people of a gallery: sent, on its way, or waiting for its moment. */
export const galleryMailings = sqliteTable(
  "gallery_mailings",
  {
    id: id().primaryKey(),
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id, { onDelete: "cascade" }),
    /** As the studio wrote them, with their variables. */
    subject: text("subject").notNull(),
    message: text("message").notNull(),
    /** Whose people get it. */
    roles: text("roles", { mode: "json" }).$type<GalleryRole[]>().notNull(),
    /** Whether password and PIN stand in it, where there are any when it goes. */
    tellsPassword: integer("tells_password", { mode: "boolean" }).notNull(),
    tellsPin: integer("tells_pin", { mode: "boolean" }).notNull(),
    sendAt: instant("send_at").notNull(),
    status: text("status", { enum: mailingStates }).notNull(),
    /** For a test: the member it goes to, and nobody else. */
    memberId: id("member_id"),
    /** How many it went to. */
    sentCount: integer("sent_count").notNull().default(0),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("gallery_mailings_due").on(table.status, table.sendAt),
    index("gallery_mailings_gallery").on(table.galleryId, table.createdAt),
  ],
);

/** Whom a mail is for, fixed when it goes, and what became of it for each of them. A test has none. */
export const galleryMailingPeople = sqliteTable(
  "gallery_mailing_people",
  {
    mailingId: id("mailing_id")
      .notNull()
      .references(() => galleryMailings.id, { onDelete: "cascade" }),
    personId: id("person_id")
      .notNull()
      .references(() => galleryPeople.id, { onDelete: "cascade" }),
    /** When it was taken by the mail service; null while it was not. */
    sentAt: instant("sent_at"),
    /** What the mail service answered to the last try that it did not take. */
    failure: text("failure"),
  },
  (table) => [
    primaryKey({ columns: [table.mailingId, table.personId] }),
    index("gallery_mailing_people_person").on(table.personId),
  ],
);
