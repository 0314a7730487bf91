import type { Period } from "../../adapters/payments/payment-provider";
import type { Studio } from "../../tenancy/studio";
import type { Difference } from "./model/differences";
import { compareOrder, type OrderBooks } from "./model/reconcile";
import { orderBooks, ordersConcerned } from "./order-books.server";
import { ProviderSide } from "./provider-side.server";

/** Orders whose rows are read at once. */
const ORDERS_A_TIME = 50;

export interface Reconciliation {
  /** How much was compared. */
  checked: {
    orders: number;
    payments: number;
    refunds: number;
    disputes: number;
    entitlements: number;
    entries: number;
  };
  differences: Difference[];
}

/**
 * Compares providers, orders, entitlements and ledger of a period, and changes nothing. What a provider says of an
 * order counts, whenever it was; payments that the studio takes there without us are not ours to compare.
 *
 * Throws `PaymentProviderError` where a provider cannot be reached.
 */
export async function reconcile(studio: Studio, period: Period): Promise<Reconciliation> {
  const side = await ProviderSide.of(studio, period);
  const listed = { refunds: side.refunds.values(), disputes: side.disputes.values() };
  const orderIds = await ordersConcerned(studio, period, side);
  const now = studio.clock.now();
  const checked = { orders: 0, payments: 0, refunds: 0, disputes: 0, entitlements: 0, entries: 0 };
  const differences: Difference[] = [];
  const known = new Set<string>();
  for (let from = 0; from < orderIds.length; from += ORDERS_A_TIME) {
    for (const books of await orderBooks(studio, orderIds.slice(from, from + ORDERS_A_TIME), side)) {
      differences.push(...compareOrder(books, now));
      for (const ref of books.payments.keys()) known.add(ref);
      count(checked, books);
    }
  }
  return { checked, differences: [...differences, ...unknownOf(side, known, listed)] };
}

function count(checked: Reconciliation["checked"], books: OrderBooks): void {
  checked.orders += 1;
  checked.payments += books.payments.size;
  checked.refunds += books.refunds.length;
  checked.disputes += books.disputes.length;
  checked.entitlements += books.entitlements.length;
  checked.entries += books.entries.length;
}

/** Money that names an order, and that no order has; and what was given or taken back of it. */
function unknownOf(
  { payments }: ProviderSide,
  known: ReadonlySet<string>,
  listed: {
    refunds: { ref: string; paymentRef: string | null; amount: Difference["expected"] }[];
    disputes: { ref: string; paymentRef: string | null; amount: Difference["expected"] }[];
  },
): Difference[] {
  const strange = payments
    .values()
    .filter(({ ref, reference, received }) => reference !== null && received > 0 && !known.has(ref));
  const strangeRefs = new Set(strange.map(({ ref }) => ref));
  const isStrange = ({ paymentRef }: { paymentRef: string | null }) =>
    paymentRef !== null && strangeRefs.has(paymentRef);
  const differ = (
    kind: "payment_unknown" | "refund_unknown" | "dispute_unknown",
    ref: string,
    found: Difference["found"],
  ): Difference => ({ kind, orderId: null, ref, expected: null, found, mend: null });
  return [
    ...strange.map(({ ref, received: amount, total: { currency } }) =>
      differ("payment_unknown", ref, { amount, currency }),
    ),
    ...listed.refunds.filter(isStrange).map(({ ref, amount }) => differ("refund_unknown", ref, amount)),
    ...listed.disputes.filter(isStrange).map(({ ref, amount }) => differ("dispute_unknown", ref, amount)),
  ];
}
