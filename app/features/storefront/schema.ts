import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { currency, id, instant, minorUnits } from "../../db/columns";
import { clients } from "../clients/schema";
import { galleries } from "../galleries/schema";
import { photos } from "../ingest/schema";

export const orders = sqliteTable(
  "orders",
  {
    id: id().primaryKey(),
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id),
    clientId: id("client_id")
      .notNull()
      .references(() => clients.id),
    email: text("email").notNull(),
    status: text("status", { enum: ["pending", "processing", "fulfilled", "expired", "review"] })
      .notNull()
      .default("pending"),
    currency: currency().notNull(),
    totalAmount: minorUnits("total_amount").notNull(),
    /** SHA-256 of the token that lets the buyer see the order. */
    buyerTokenHash: text("buyer_token_hash").notNull(),
    /** The provider's checkout session; null until there is one, and for orders without a payment. */
    checkoutRef: text("checkout_ref").unique(),
    /** The provider's page for it, while it can be paid. */
    checkoutUrl: text("checkout_url"),
    paymentRef: text("payment_ref"),
    /** Why a person has to look at it. */
    reviewReason: text("review_reason"),
    /** An unpaid order is given up after this. */
    payUntil: instant("pay_until").notNull(),
    createdAt: instant("created_at").notNull(),
    fulfilledAt: instant("fulfilled_at"),
  },
  (table) => [
    index("orders_newest").on(table.createdAt),
    index("orders_open").on(table.status, table.payUntil),
    index("orders_client").on(table.clientId),
  ],
);

export const orderLines = sqliteTable(
  "order_lines",
  {
    id: id().primaryKey(),
    orderId: id("order_id")
      .notNull()
      .references(() => orders.id),
    position: integer("position").notNull(),
    photoId: id("photo_id")
      .notNull()
      .references(() => photos.id),
    filename: text("filename").notNull(),
    amount: minorUnits("amount").notNull(),
  },
  (table) => [uniqueIndex("order_lines_photo").on(table.orderId, table.photoId)],
);
