import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "../../db/columns";

/** One row once the studio is known to the payment provider as a customer of the platform. */
export const billingAccount = sqliteTable("billing_account", {
  id: integer("id").primaryKey(),
  customerId: text("customer_id").notNull(),
  createdAt: instant("created_at").notNull(),
});
