import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../../db/columns";
import { serviceKinds } from "../model/services";
import { orders } from "../schema";

/** What an order pays for that is no photo. Its one line says what it costs. */
export const orderServices = sqliteTable("order_services", {
  orderId: id("order_id")
    .primaryKey()
    .references(() => orders.id),
  kind: text("kind", { enum: serviceKinds }).notNull(),
  /** The gallery that is opened again, or the list that may have more photos. It may be gone. */
  subjectId: id("subject_id").notNull(),
  /** Days for which the gallery is open again, or how many photos more, as it was when it was ordered. */
  quantity: integer("quantity").notNull(),
  /** When the order's fulfilment brought it about; null before. */
  appliedAt: instant("applied_at"),
});
