import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns";

/** Calls of the API that came with an Idempotency-Key, and how they were answered. */
export const idempotentCalls = sqliteTable(
  "idempotent_calls",
  {
    id: id().primaryKey(),
    /** Made of who asks, the address and the key, so that none of them stands here. */
    name: text("name").notNull().unique(),
    /** Made of what was sent. */
    request: text("request").notNull(),
    /** How often it was begun. */
    runs: integer("runs").notNull().default(1),
    /** Whoever carries it out is taken for dead after this. */
    runsUntil: instant("runs_until").notNull(),
    /** The answer (`KeptAnswer`), sealed, because it may hold tokens; null until there is one. */
    answer: text("answer"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("idempotent_calls_age").on(table.createdAt)],
);
