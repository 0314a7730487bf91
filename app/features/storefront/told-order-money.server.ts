import { formatMoney } from "../../lib/money";
import { formatCalendarDay, formatMoment } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { grossOf } from "./model/ledger";
import { shownStatus } from "./model/money-states";
import { refundable } from "./model/refunds";
import type { OrderMoney } from "./order-money.server";
import type { orderLines, orders } from "./schema";

type Order = typeof orders.$inferSelect;
type Line = typeof orderLines.$inferSelect;

/** What can still be given back of an order, by line. */
export function leftOf(order: Order, lines: readonly Line[], { refundedOf }: OrderMoney) {
  const parts = [...refundedOf].map(([lineId, amount]) => ({ lineId, amount }));
  return refundable(order, lines, parts);
}

/** An order's money as members read it: amounts and moments in the studio's language and zone. */
export function toldMoney({ tenant }: Studio, order: Order, lines: readonly Line[], of: OrderMoney) {
  const { locale, timeZone } = tenant;
  const inCurrency = (amount: number, currency: string) => formatMoney({ amount, currency }, locale);
  const money = (amount: number) => inCurrency(amount, order.currency);
  const moment = (at: number | null) => (at === null ? null : formatMoment(at, locale, timeZone));
  const status = shownStatus(order);
  const left = leftOf(order, lines, of);
  return {
    summary: {
      total: money(order.totalAmount),
      paid: order.paidAmount === 0 ? null : money(order.paidAmount),
      refunded: order.refundedAmount === 0 ? null : money(order.refundedAmount),
      ...booksOf(of, order, money, inCurrency),
    },
    canRefund: order.status === "fulfilled" && left.total > 0 && !status.startsWith("dispute"),
    attempts: of.attempts.map(({ id, provider, state, amount, currency, paymentRef, createdAt }) => ({
      ...{ id, provider, state, paymentRef },
      when: moment(createdAt),
      amount: inCurrency(amount, currency),
    })),
    refunds: of.refunds.map(({ id, amount, currency, state, reason, note, by, createdAt }) => ({
      ...{ id, state, reason, note, by },
      waitsForMember: order.provider === "transfer" && state === "pending",
      when: moment(createdAt),
      amount: inCurrency(amount, currency),
    })),
    disputes: of.disputes.map(({ id, amount, currency, state, reason, answerBy, createdAt }) => ({
      ...{ id, state, reason: reason.replaceAll("_", " ") },
      when: moment(createdAt),
      answerBy: moment(answerBy),
      amount: inCurrency(amount, currency),
    })),
    receipts: of.receipts.map(({ id, amount, receivedOn, by }) => ({
      ...{ id, by, receivedOn: formatCalendarDay(receivedOn, locale) },
      amount: money(amount),
    })),
    notes: of.notes.map(({ id, text, by, createdAt }) => ({
      ...{ id, text, by },
      at: createdAt,
      when: moment(createdAt),
    })),
    refundedOf: (line: Line) => {
      const refunded = of.refundedOf.get(line.id) ?? 0;
      if (refunded === 0) return null;
      return { amount: money(refunded), isAll: refunded >= grossOf(order, line) };
    },
  };
}

/** What the ledger says of an order's fees and of what is kept; null before anything was sold. */
function booksOf(
  { postings, attempts }: OrderMoney,
  order: Order,
  money: (amount: number) => string,
  inCurrency: (amount: number, currency: string) => string,
) {
  const on = (...accounts: string[]) => postings.filter(({ account }) => accounts.includes(account));
  const sumIn = (rows: OrderMoney["postings"]) =>
    rows.filter(({ currency }) => currency === order.currency).reduce((sum, { amount }) => sum + amount, 0);
  const fees = on("provider_fees", "platform_fees");
  const sales = on("sales", "shipping");
  if (sales.length === 0) return { fees: null, kept: null };
  const isSettled = attempts.every(
    ({ state, provider, settledAt }) => state !== "paid" || provider === "transfer" || settledAt !== null,
  );
  const byCurrency = new Map<string, number>();
  for (const { currency, amount } of fees) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amount);
  return {
    /** Empty while the provider has not told all of them. */
    fees: isSettled
      ? [...byCurrency].map(([currency, amount]) => inCurrency(amount, currency)).join(" + ") || money(0)
      : "",
    kept: money(-sumIn(sales) - sumIn(fees) - sumIn(on("dispute_losses"))),
  };
}
