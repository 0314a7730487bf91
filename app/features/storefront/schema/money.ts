import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { currency, id, instant, minorUnits } from "../../../db/columns";
import { accounts, entryKinds } from "../model/ledger";
import { attemptStates, noticeStates, providers, refundReasons, refundStates } from "../model/money-states";
import { orderLines, orders } from "../schema";

/** How buyers may pay a studio, beside its account at the provider; one row, id 1. */
export const paymentSettings = sqliteTable("payment_settings", {
  id: integer("id").primaryKey(),
  /** Where to transfer to, in the studio's own words; empty where it takes no transfers. */
  transferInstructions: text("transfer_instructions").notNull().default(""),
  /** Card payments are only reserved, and taken once a member has looked at the order. */
  chargesAfterReview: integer("charges_after_review", { mode: "boolean" }).notNull().default(false),
});

/** Each time a buyer was sent to pay an order: at most one of them is open at a time. */
export const paymentAttempts = sqliteTable(
  "payment_attempts",
  {
    id: id().primaryKey(),
    orderId: id("order_id")
      .notNull()
      .references(() => orders.id),
    /** 1 for an order's first. */
    number: integer("number").notNull(),
    provider: text("provider", { enum: providers }).notNull(),
    /** "review": the money is only reserved until a member takes it. */
    charge: text("charge", { enum: ["now", "review"] })
      .notNull()
      .default("now"),
    state: text("state", { enum: attemptStates }).notNull(),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    /** What the platform keeps of it. */
    platformFee: minorUnits("platform_fee").notNull().default(0),
    /** The provider's checkout; null until it has answered. */
    checkoutRef: text("checkout_ref").unique(),
    /** The provider's page for it, while it can be paid. */
    checkoutUrl: text("checkout_url"),
    /** The provider's payment, once there is one. */
    paymentRef: text("payment_ref"),
    payUntil: instant("pay_until").notNull(),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    /** When its fees were written into the ledger; null for a paid one whose fees are not known yet. */
    settledAt: instant("settled_at"),
  },
  (table) => [
    uniqueIndex("payment_attempts_number").on(table.orderId, table.number),
    uniqueIndex("payment_attempts_open").on(table.orderId).where(sql`state IN ('creating', 'open')`),
    index("payment_attempts_payment").on(table.paymentRef),
    index("payment_attempts_unsettled").on(table.state).where(sql`settled_at IS NULL`),
  ],
);

/** Money given back, or asked to be: the row comes before the provider is asked. */
export const refunds = sqliteTable(
  "refunds",
  {
    id: id().primaryKey(),
    orderId: id("order_id")
      .notNull()
      .references(() => orders.id),
    attemptId: id("attempt_id").references(() => paymentAttempts.id),
    paymentRef: text("payment_ref").notNull(),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    state: text("state", { enum: refundStates }).notNull(),
    reason: text("reason", { enum: refundReasons }).notNull(),
    /** Whether it gives back what the order cost. False for money that was paid twice: the order stays paid. */
    ofOrder: integer("of_order", { mode: "boolean" }).notNull().default(true),
    /** What the member wrote; personal words do not belong here and the page says so. */
    note: text("note").notNull().default(""),
    /** The provider's own id of it. */
    providerRef: text("provider_ref").unique(),
    /** Why the provider would not, in words of ours. */
    failure: text("failure"),
    createdBy: id("created_by"),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    check("refunds_amount", sql`amount > 0`),
    index("refunds_order").on(table.orderId, table.createdAt),
    index("refunds_open").on(table.state).where(sql`state IN ('requested', 'pending')`),
  ],
);

/** Which part of a refund is for which line; null for shipping. What no row tells is for the order as a whole. */
export const refundLines = sqliteTable(
  "refund_lines",
  {
    id: id().primaryKey(),
    refundId: id("refund_id")
      .notNull()
      .references(() => refunds.id),
    lineId: id("line_id").references(() => orderLines.id),
    /** With its tax. */
    amount: minorUnits("amount").notNull(),
    /** The tax in it. */
    taxAmount: minorUnits("tax_amount").notNull(),
  },
  (table) => [
    check("refund_lines_amount", sql`amount > 0 and tax_amount >= 0 and tax_amount <= amount`),
    index("refund_lines_refund").on(table.refundId),
    index("refund_lines_line").on(table.lineId),
  ],
);

/** A payment that the buyer's bank took back, or asks about. */
export const disputes = sqliteTable(
  "disputes",
  {
    id: id().primaryKey(),
    orderId: id("order_id")
      .notNull()
      .references(() => orders.id),
    paymentRef: text("payment_ref").notNull(),
    providerRef: text("provider_ref").notNull().unique(),
    state: text("state", { enum: noticeStates }).notNull(),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    /** The bank's word for why. */
    reason: text("reason").notNull(),
    answerBy: instant("answer_by"),
    createdAt: instant("created_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (table) => [index("disputes_order").on(table.orderId)],
);

/**
 * Something that happened to money, told once: `source` names it, so that telling it again does nothing. Triggers
 * refuse to change or remove entries and postings.
 */
export const ledgerEntries = sqliteTable(
  "ledger_entries",
  {
    id: id().primaryKey(),
    source: text("source").notNull().unique(),
    kind: text("kind", { enum: entryKinds }).notNull(),
    orderId: id("order_id").references(() => orders.id),
    happenedAt: instant("happened_at").notNull(),
  },
  (table) => [
    index("ledger_entries_order").on(table.orderId),
    index("ledger_entries_time").on(table.happenedAt),
  ],
);

/** One side of an entry. The postings of an entry add up to zero in each currency. */
export const ledgerPostings = sqliteTable(
  "ledger_postings",
  {
    id: id().primaryKey(),
    entryId: id("entry_id")
      .notNull()
      .references(() => ledgerEntries.id),
    account: text("account", { enum: accounts }).notNull(),
    /** Debit is positive, credit negative. */
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    /** The line that it is about, where it is about one. */
    lineId: id("line_id").references(() => orderLines.id),
  },
  (table) => [
    index("ledger_postings_entry").on(table.entryId),
    index("ledger_postings_account").on(table.account, table.currency),
  ],
);

/** A transfer that the studio waits for, under the reference that the buyer writes on it. */
export const transfers = sqliteTable(
  "transfers",
  {
    ref: text("ref").primaryKey(),
    orderId: id("order_id")
      .notNull()
      .references(() => orders.id),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    payUntil: instant("pay_until").notNull(),
    idempotencyKey: text("idempotency_key").notNull().unique(),
    /** The request that the key stands for, as JSON. */
    request: text("request").notNull(),
    closedAt: instant("closed_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("transfers_order").on(table.orderId), index("transfers_time").on(table.createdAt)],
);

/** Money of a transfer that a member has seen arrive. */
export const transferReceipts = sqliteTable(
  "transfer_receipts",
  {
    id: id().primaryKey(),
    transferRef: text("transfer_ref")
      .notNull()
      .references(() => transfers.ref),
    amount: minorUnits("amount").notNull(),
    /** The day of the bank statement, "2026-11-22". */
    receivedOn: text("received_on").notNull(),
    confirmedBy: id("confirmed_by"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    check("transfer_receipts_amount", sql`amount > 0`),
    index("transfer_receipts_transfer").on(table.transferRef),
  ],
);

/** Money that a studio sends back by a transfer of its own. */
export const transferRefunds = sqliteTable(
  "transfer_refunds",
  {
    ref: text("ref").primaryKey(),
    transferRef: text("transfer_ref")
      .notNull()
      .references(() => transfers.ref),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    /** Our refund's id. */
    reference: text("reference").notNull(),
    idempotencyKey: text("idempotency_key").notNull().unique(),
    request: text("request").notNull(),
    state: text("state", { enum: ["pending", "succeeded", "canceled"] }).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("transfer_refunds_transfer").on(table.transferRef)],
);

/** What members tell each other about an order. */
export const orderNotes = sqliteTable(
  "order_notes",
  {
    id: id().primaryKey(),
    orderId: id("order_id")
      .notNull()
      .references(() => orders.id),
    memberId: id("member_id").notNull(),
    text: text("text").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("order_notes_order").on(table.orderId, table.createdAt)],
);
