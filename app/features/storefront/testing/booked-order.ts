import { eq, sql } from "drizzle-orm";
import { newId } from "../../../lib/ids";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { clientIdOf, registerClient } from "../../clients/index.server";
import { ledgerEntry } from "../ledger.server";
import { grossOf, type Posting, type SoldOrder, salePostings } from "../model/ledger";
import type { RefundState } from "../model/money-states";
import { orderLines, orders } from "../schema";
import { refundLines, refunds } from "../schema/money";

export interface BookedLine {
  name: string;
  kind?: "photo" | "all_photos" | "physical";
  quantity?: number;
  amount: number;
  taxAmount?: number;
}

/** An order as its rows and the ledger have it, with the id of each of its lines. */
export interface BookedOrder extends SoldOrder {
  id: string;
}

/** A paid order written down as it would be after its payment, without provider, photos and downloads. */
export async function aBookedOrder(
  studio: Studio,
  input: {
    galleryId: string;
    at: Instant;
    lines: readonly BookedLine[];
    currency?: string;
    taxIncluded?: boolean;
    shipping?: { amount: number; taxAmount: number };
    email?: string;
  },
): Promise<BookedOrder> {
  const { galleryId, at, currency = "EUR", taxIncluded = true, email = "buyer@example.com" } = input;
  const shipping = input.shipping ?? { amount: 0, taxAmount: 0 };
  const id = newId("order");
  const lines = input.lines.map((line) => ({ taxAmount: 0, ...line, id: newId("line") }));
  const parts = [...lines, shipping];
  const totalAmount = parts.reduce((sum, part) => sum + grossOf({ taxIncluded }, part), 0);
  const sold: SoldOrder = {
    ...{ currency, totalAmount, taxIncluded, lines },
    shippingAmount: shipping.amount,
    shippingTaxAmount: shipping.taxAmount,
  };
  const { db } = studio;
  await db.batch([
    registerClient(studio, email),
    db.insert(orders).values({
      ...{ id, galleryId, email, currency, totalAmount, taxIncluded, paidAmount: totalAmount },
      clientId: clientIdOf(email),
      status: "fulfilled",
      taxAmount: parts.reduce((sum, { taxAmount }) => sum + taxAmount, 0),
      shippingName: shipping.amount > 0 ? "Post" : null,
      shippingAmount: shipping.amount,
      shippingTaxAmount: shipping.taxAmount,
      buyerTokenHash: id,
      payUntil: at,
      createdAt: at,
      fulfilledAt: at,
    }),
    ...lines.map(({ id: lineId, name, kind = "photo", quantity = 1, amount, taxAmount }, position) =>
      db.insert(orderLines).values({
        ...{ id: lineId, orderId: id, position, name, kind, quantity, amount, taxAmount },
        filename: `${name}.jpg`,
        unitAmount: Math.floor(amount / quantity),
        taxClass: "digital",
      }),
    ),
    ...ledgerEntry(studio, {
      source: `sale:${id}`,
      kind: "sale",
      orderId: id,
      happenedAt: at,
      postings: salePostings(sold, "provider"),
    }),
  ]);
  return { id, ...sold };
}

/** Something given back of a booked order: `lineId` null for shipping; amounts with the tax in them. */
export async function aBookedRefund(
  studio: Studio,
  order: BookedOrder,
  {
    at,
    parts,
    state = "succeeded",
  }: {
    at: Instant;
    parts: readonly { lineId: string | null; amount: number; taxAmount: number }[];
    state?: RefundState;
  },
): Promise<string> {
  const { db } = studio;
  const id = newId("refund");
  const { id: orderId, currency } = order;
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  const postings: Posting[] = [
    { account: "provider", amount: -amount, currency },
    ...parts.flatMap(({ lineId, ...part }): Posting[] => [
      {
        ...{ account: lineId === null ? "shipping" : "sales", currency, lineId },
        amount: part.amount - part.taxAmount,
      },
      { account: "tax", amount: part.taxAmount, currency, lineId },
    ]),
  ].filter((posting): posting is Posting => posting.amount !== 0);
  await db.batch([
    db.insert(refunds).values({
      ...{ id, orderId, amount, currency, state, paymentRef: `pi_${orderId}`, reason: "buyer" },
      createdAt: at,
      changedAt: at,
    }),
    ...parts.map((part) => db.insert(refundLines).values({ id: newId("refundLine"), refundId: id, ...part })),
    ...ledgerEntry(studio, { source: `refund:${id}`, kind: "refund", orderId, happenedAt: at, postings }),
    ...(state === "failed"
      ? ledgerEntry(studio, {
          source: `refund_failed:${id}`,
          kind: "refund_failed",
          orderId,
          happenedAt: at,
          postings: postings.map((posting) => ({ ...posting, amount: -posting.amount })),
        })
      : []),
    db
      .update(orders)
      .set({
        refundedAmount: sql`(select coalesce(sum(r.amount), 0) from refunds r
          where r.order_id = ${orderId} and r.state != 'failed' and r.of_order)`,
      })
      .where(eq(orders.id, orderId)),
  ]);
  return id;
}
