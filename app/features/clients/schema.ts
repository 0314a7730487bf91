import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns";

/** People the studio works for or sells to; one row for each normalised e-mail address. */
export const clients = sqliteTable("clients", {
  id: id().primaryKey(),
  email: text("email").notNull().unique(),
  name: text("name").notNull().default(""),
  /** What they read when they last did something here (BCP 47); null until then, which is the studio's. */
  locale: text("locale"),
  createdAt: instant("created_at").notNull(),
});
