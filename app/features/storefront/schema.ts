import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { currency, id, instant, minorUnits } from "../../db/columns";
import { clients } from "../clients/schema";
import { galleries } from "../galleries/schema";
import { photos } from "../ingest/schema";
import { disputeStates, orderStatuses, providers } from "./model/money-states";
import { fileSizes, lineKinds, productKinds, shippingClasses, taxClasses } from "./model/products";

/** What a studio sells, and for how much; galleries name the one that holds in them. */
export const priceLists = sqliteTable(
  "price_lists",
  {
    id: id().primaryKey(),
    /** Empty for a list that is nothing but a price per photo, which tells its price instead. */
    name: text("name").notNull(),
    currency: currency().notNull(),
    /** The price of an original, in a list that holds nothing else and was made for it. */
    perPhoto: minorUnits("per_photo"),
    /** The least that the goods of an order cost. */
    minimumAmount: minorUnits("minimum_amount").notNull().default(0),
    /** The one that new galleries begin with. */
    isDefault: integer("is_default", { mode: "boolean" }).notNull().default(false),
    archivedAt: instant("archived_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("price_lists_per_photo").on(table.currency, table.perPhoto),
    uniqueIndex("price_lists_default").on(table.isDefault).where(sql`is_default = 1`),
  ],
);

export const products = sqliteTable(
  "products",
  {
    id: id().primaryKey(),
    priceListId: id("price_list_id")
      .notNull()
      .references(() => priceLists.id),
    position: integer("position").notNull(),
    kind: text("kind", { enum: productKinds }).notNull(),
    name: text("name").notNull(),
    fileSize: text("file_size", { enum: fileSizes }),
    terms: text("terms").notNull().default(""),
    dimensions: text("dimensions").notNull().default(""),
    finish: text("finish").notNull().default(""),
    amount: minorUnits("amount").notNull(),
    cost: minorUnits("cost").notNull().default(0),
    taxClass: text("tax_class", { enum: taxClasses }).notNull(),
    shippingClass: text("shipping_class", { enum: shippingClasses }).notNull().default("standard"),
    /** Pairs of number and amount; see `readTiers`. */
    tiers: text("tiers").notNull().default("[]"),
  },
  (table) => [index("products_list").on(table.priceListId, table.position)],
);

/** Rates that differ from the studio's own; "*" is every country, and every class. */
export const taxRates = sqliteTable(
  "tax_rates",
  {
    country: text("country").notNull(),
    taxClass: text("tax_class", { enum: ["*", ...taxClasses] }).notNull(),
    name: text("name").notNull(),
    rate: integer("rate").notNull(),
  },
  (table) => [primaryKey({ columns: [table.country, table.taxClass] })],
);

/** Ways in which things reach buyers. */
export const shippingMethods = sqliteTable("shipping_methods", {
  id: id().primaryKey(),
  name: text("name").notNull(),
  pickup: integer("pickup", { mode: "boolean" }).notNull(),
  currency: currency().notNull(),
  /** ISO 3166 codes with spaces between them; empty for everywhere. */
  countries: text("countries").notNull().default(""),
  /** Pairs of the number of things and the fee; see `readTiers`. */
  steps: text("steps").notNull(),
  largeAmount: minorUnits("large_amount").notNull().default(0),
  freeFrom: minorUnits("free_from"),
});

/** What somebody is about to buy in one gallery. Nothing in it says who. */
export const carts = sqliteTable(
  "carts",
  {
    id: id().primaryKey(),
    galleryId: id("gallery_id")
      .notNull()
      .references(() => galleries.id, { onDelete: "cascade" }),
    /** SHA-256 of the token that opens it. */
    tokenHash: text("token_hash").notNull().unique(),
    /** Where it goes, once somebody has said so. */
    country: text("country"),
    shippingMethodId: id("shipping_method_id"),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [index("carts_changed").on(table.changedAt), index("carts_gallery").on(table.galleryId)],
);

/** Products and photos may be gone: the cart then says so. */
export const cartLines = sqliteTable(
  "cart_lines",
  {
    id: id().primaryKey(),
    cartId: id("cart_id")
      .notNull()
      .references(() => carts.id, { onDelete: "cascade" }),
    productId: id("product_id").notNull(),
    /** Empty for all photos of the gallery. */
    photoId: id("photo_id").notNull(),
    quantity: integer("quantity").notNull(),
    /** What one cost when the buyer last saw it. */
    shownAmount: minorUnits("shown_amount").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [uniqueIndex("cart_lines_once").on(table.cartId, table.productId, table.photoId)],
);

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
    status: text("status", { enum: orderStatuses }).notNull().default("pending"),
    currency: currency().notNull(),
    /** What is to be paid: the lines, shipping, and the tax where it is added. */
    totalAmount: minorUnits("total_amount").notNull(),
    /** The tax of lines and shipping together. */
    taxAmount: minorUnits("tax_amount").notNull().default(0),
    taxIncluded: integer("tax_included", { mode: "boolean" }).notNull().default(true),
    /** How it reaches the buyer; null where nothing is shipped. */
    shippingName: text("shipping_name"),
    shippingAmount: minorUnits("shipping_amount").notNull().default(0),
    shippingTaxName: text("shipping_tax_name").notNull().default(""),
    shippingTaxRate: integer("shipping_tax_rate").notNull().default(0),
    shippingTaxAmount: minorUnits("shipping_tax_amount").notNull().default(0),
    /** Where it goes, as JSON (`Address`); personal. */
    address: text("address"),
    /** The country by which it was taxed; null for the studio's own. */
    country: text("country"),
    /** When the buyer agreed that files are delivered at once and cannot be given back. */
    consentedAt: instant("consented_at"),
    /** The cart it was made from, which is emptied once it is paid. */
    cartId: id("cart_id"),
    /** SHA-256 of the token that lets the buyer see the order. */
    buyerTokenHash: text("buyer_token_hash").notNull(),
    /** How its buyer pays. */
    provider: text("provider", { enum: providers }).notNull().default("stripe"),
    /** What was taken for it. */
    paidAmount: minorUnits("paid_amount").notNull().default(0),
    /** What was given back of that, or is on its way; `refunds` tell it one by one. */
    refundedAmount: minorUnits("refunded_amount").notNull().default(0),
    /** The newest dispute's; null where there was none. */
    disputeState: text("dispute_state", { enum: disputeStates }),
    /** The checkout session of the newest attempt to pay it; `payment_attempts` has all of them. */
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
    index("orders_by_status").on(table.status, table.id),
    index("orders_disputed").on(table.disputeState).where(sql`dispute_state IS NOT NULL`),
    index("orders_refunded").on(table.id).where(sql`refunded_amount > 0`),
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
    kind: text("kind", { enum: lineKinds }).notNull(),
    /** The product as it was named, and what was said of it. */
    name: text("name").notNull(),
    detail: text("detail").notNull().default(""),
    /** Null for all photos of the gallery, and for a service. */
    photoId: id("photo_id").references(() => photos.id),
    /** Of the photo; empty where it is not about one. */
    filename: text("filename").notNull(),
    fileSize: text("file_size", { enum: fileSizes }),
    quantity: integer("quantity").notNull().default(1),
    unitAmount: minorUnits("unit_amount").notNull(),
    /** Unit times quantity. */
    amount: minorUnits("amount").notNull(),
    /** What one cost the studio. */
    unitCost: minorUnits("unit_cost").notNull().default(0),
    taxClass: text("tax_class", { enum: taxClasses }).notNull(),
    taxName: text("tax_name").notNull().default(""),
    /** Hundredths of a percent. */
    taxRate: integer("tax_rate").notNull().default(0),
    taxAmount: minorUnits("tax_amount").notNull().default(0),
    /** How the amount came about, as JSON (`TrailStep[]`). */
    trail: text("trail").notNull().default("[]"),
  },
  (table) => [index("order_lines_order").on(table.orderId, table.position)],
);
