import { sql } from "drizzle-orm";
import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../db/columns";

/** What happened in the studio, written in the transaction that made it happen; the relay reads it. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: id().primaryKey(),
    name: text("name").notNull(),
    payload: text("payload").notNull(),
    happenedAt: instant("happened_at").notNull(),
    relayedAt: instant("relayed_at"),
  },
  (table) => [index("outbox_waiting").on(table.happenedAt).where(sql`relayed_at IS NULL`)],
);
