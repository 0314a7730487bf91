import type { Instant } from "../../lib/time";
import { readAddress } from "./model/address";
import { shownStatus } from "./model/money-states";
import type { orderLines, orders } from "./schema";
import type { paymentAttempts, refundLines, refunds } from "./schema/money";

type Order = typeof orders.$inferSelect;
type Line = typeof orderLines.$inferSelect;
type Refund = typeof refunds.$inferSelect & { lines: (typeof refundLines.$inferSelect)[] };
type Attempt = typeof paymentAttempts.$inferSelect;

const isoOf = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());

/** An order as a program of the studio reads it in a list. Amounts are minor units. */
export function tellOrder(order: Order) {
  const money = (amount: number) => ({ amount, currency: order.currency });
  return {
    id: order.id,
    status: shownStatus(order),
    /** Why a person has to look at it. */
    reviewReason: order.status === "review" ? order.reviewReason : null,
    customerId: order.clientId,
    email: order.email,
    galleryId: order.galleryId,
    provider: order.provider,
    total: money(order.totalAmount),
    tax: money(order.taxAmount),
    taxIncluded: order.taxIncluded,
    paid: money(order.paidAmount),
    refunded: money(order.refundedAmount),
    createdAt: isoOf(order.createdAt),
    fulfilledAt: isoOf(order.fulfilledAt),
  };
}

/** The same with all that belongs to it; `refunded` is what was given back of its lines and, under null, of shipping. */
export function tellWholeOrder(
  order: Order,
  lines: readonly Line[],
  refunded: readonly { lineId: string | null; amount: number }[],
) {
  const refundedOf = (id: string | null) =>
    money(refunded.reduce((sum, { lineId, amount }) => sum + (lineId === id ? amount : 0), 0));
  const money = (amount: number) => ({ amount, currency: order.currency });
  return {
    ...tellOrder(order),
    country: order.country,
    address: readAddress(order.address),
    shipping:
      order.shippingName === null
        ? null
        : {
            name: order.shippingName,
            amount: money(order.shippingAmount),
            tax: taxOf(order.shippingTaxName, order.shippingTaxRate, money(order.shippingTaxAmount)),
            refunded: refundedOf(null),
          },
    lines: lines.map((line) => ({
      id: line.id,
      kind: line.kind,
      name: line.name,
      detail: line.detail,
      photoId: line.photoId,
      filename: line.filename,
      quantity: line.quantity,
      unit: money(line.unitAmount),
      amount: money(line.amount),
      tax: taxOf(line.taxName, line.taxRate, money(line.taxAmount)),
      refunded: refundedOf(line.id),
    })),
  };
}

/** A tax; its rate is in hundredths of a percent. */
function taxOf(name: string, rate: number, amount: { amount: number; currency: string }) {
  return { name, rate, amount };
}

/** A refund as a program of the studio reads it. */
export function tellRefund(refund: Refund) {
  const money = (amount: number) => ({ amount, currency: refund.currency });
  return {
    id: refund.id,
    orderId: refund.orderId,
    status: refund.state,
    amount: money(refund.amount),
    reason: refund.reason,
    /** False for money that was paid twice: the order stays paid. */
    ofOrder: refund.ofOrder,
    note: refund.note,
    failure: refund.failure,
    /** `lineId` is null for shipping. */
    lines: refund.lines.map(({ lineId, amount, taxAmount }) => ({
      lineId,
      amount: money(amount),
      tax: money(taxAmount),
    })),
    createdAt: isoOf(refund.createdAt),
  };
}

/** An attempt to pay, as its buyer and programs of the studio read it. */
export function tellAttempt(attempt: Attempt) {
  return {
    id: attempt.id,
    orderId: attempt.orderId,
    number: attempt.number,
    provider: attempt.provider,
    charge: attempt.charge,
    status: attempt.state,
    amount: { amount: attempt.amount, currency: attempt.currency },
    /** The provider's page, while it can be paid there. */
    checkoutUrl: attempt.state === "open" ? attempt.checkoutUrl : null,
    payUntil: isoOf(attempt.payUntil),
    createdAt: isoOf(attempt.createdAt),
  };
}
