import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../db/columns";

/** Work to be done in the background. The queue message only points here. */
export const jobs = sqliteTable(
  "jobs",
  {
    /** Made of what caused the job, so that causing it twice makes one row. */
    id: id().primaryKey(),
    name: text("name").notNull(),
    payload: text("payload").notNull(),
    state: text("state", { enum: ["queued", "running", "done", "dead"] })
      .notNull()
      .default("queued"),
    attempts: integer("attempts").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    /** When it was last put on a queue. */
    enqueuedAt: instant("enqueued_at").notNull().default(0),
    /** A running job belongs to its consumer until then. */
    leaseUntil: instant("lease_until").notNull().default(0),
    lastError: text("last_error"),
    doneAt: instant("done_at"),
  },
  (table) => [index("jobs_open").on(table.enqueuedAt).where(sql`state IN ('queued', 'running')`)],
);
