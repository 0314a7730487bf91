import { z } from "zod";
import { pageQuery } from "../../http/pagination";
import { MAX_AMOUNT } from "../../lib/money";
import { LARGEST_ORDER } from "./model";
import { isCountry } from "./model/countries";
import { chosenReasons, shownStatuses } from "./model/money-states";
import { MOST_OF_ONE } from "./model/products";

const id = z.string().max(60);

const email = z
  .string("Enter an e-mail address such as anna@example.com.")
  .pipe(z.email("Enter an e-mail address such as anna@example.com.").max(254));

const photoIds = z
  .array(id)
  .min(1, "Choose at least one photo.")
  .max(LARGEST_ORDER, `An order holds at most ${LARGEST_ORDER} photos.`);

const line = z.strictObject({
  productId: id,
  /** Null for a product that is all photos of the gallery. */
  photoId: id.nullable().default(null),
  quantity: z.int().min(1, "At least one.").max(MOST_OF_ONE, `At most ${MOST_OF_ONE}.`).default(1),
});

const lines = z
  .array(line)
  .min(1, "Name at least one line.")
  .max(LARGEST_ORDER, `An order holds at most ${LARGEST_ORDER} lines.`);

const further = (most = 120) => z.string().trim().max(most, `At most ${most} characters.`);
const needed = z.string().trim().min(1, "This is missing.").max(120, "At most 120 characters.");

const address = z.strictObject({
  name: needed,
  line1: needed,
  line2: further().default(""),
  postalCode: further(20).default(""),
  city: needed,
  state: further(60).default(""),
});

/** Minor units and their currency. */
const money = z.strictObject({
  amount: z.int().min(0).max(MAX_AMOUNT),
  currency: z.string().regex(/^[A-Z]{3}$/, "Name a currency such as EUR."),
});

/**
 * Body of POST /orders: the originals of some photos, or lines as a cart has them. Prices are the server's; none is
 * taken from here. `expectedTotal` is what the buyer was shown: an order that costs anything else is not placed.
 */
export const newOrderBody = z
  .strictObject({
    galleryId: id,
    /** The secret part of the gallery's address, for one that opens with that. */
    galleryKey: z.string().max(64).optional(),
    email,
    photoIds: photoIds.optional(),
    lines: lines.optional(),
    country: z.string().refine(isCountry, "Name a country by two letters such as IE.").optional(),
    shippingMethodId: id.optional(),
    address: address.optional(),
    /** That files are delivered at once and cannot be given back then. */
    consent: z.boolean().default(false),
    expectedTotal: money.optional(),
    /** Where nothing is said by card, if the studio takes cards. */
    payBy: z.enum(["card", "transfer"], "Pay by card or transfer.").optional(),
  })
  .superRefine((body, check) => {
    if ((body.photoIds === undefined) === (body.lines === undefined))
      check.addIssue({ code: "custom", path: ["photoIds"], message: "Send either photoIds or lines." });
    if (body.address && body.country === undefined)
      check.addIssue({ code: "custom", path: ["country"], message: "Name the country of the address." });
  });

/** Query of GET /orders. */
export const ordersQuery = pageQuery.extend({
  status: z.enum(shownStatuses).optional(),
  customerId: id.optional(),
  galleryId: id.optional(),
});

/** Query of GET /refunds and GET /payment-intents. */
export const ofOrderQuery = pageQuery.extend({ orderId: id.optional() });

/** Body of POST /refunds. A line without an amount is refunded as far as it is not; nothing named means all of it. */
export const newRefundBody = z.strictObject({
  orderId: id,
  lines: z
    .array(z.strictObject({ lineId: id, amount: money.optional() }))
    .max(LARGEST_ORDER)
    .refine((all) => new Set(all.map(({ lineId }) => lineId)).size === all.length, "Name each line once.")
    .default([]),
  /** With its tax. */
  shipping: money.optional(),
  reason: z.enum(chosenReasons, `Choose one of ${chosenReasons.join(", ")}.`).default("other"),
  /** For the studio's own eyes. */
  note: z.string().trim().max(500, "At most 500 characters.").default(""),
});

/** Body of POST /payment-intents. */
export const newIntentBody = z.strictObject({ orderId: id });

/** Body of PATCH /payment-intents/:id. */
export const intentChangesBody = z.strictObject({ email });

/** Body of POST /payment-intents/:id/confirm: for a transfer, what arrived and on which day. */
export const confirmIntentBody = z.strictObject({
  received: money.optional(),
  receivedOn: z.iso.date("Send a day such as 2026-11-22.").optional(),
});
