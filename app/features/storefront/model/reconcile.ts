import type { Payment } from "../../../adapters/payments/payment-provider";
import type { Money } from "../../../lib/money";
import { type Instant, MINUTE } from "../../../lib/time";
import type { Difference, ExpectedEntry } from "./differences";
import {
  type DisputeRow,
  expectedEntries,
  isCounted,
  type MovedMoney,
  type PaidAttempt,
  type RefundRow,
} from "./expected-entries";
import { balances, grossOf, type Posting, withoutZeros } from "./ledger";
import type { DisputeState } from "./money-states";

/** A refund that was only just written down is still being asked for. */
const ASKING = 10 * MINUTE;

/** Everything that is known of one order's money, here and at the provider. */
export interface OrderBooks extends MovedMoney {
  order: MovedMoney["order"] & {
    paidAmount: number;
    refundedAmount: number;
    disputeState: DisputeState | null;
  };
  entitlements: readonly { lineId: string; refunded: boolean; disputed: boolean }[];
  entries: readonly { source: string; postings: readonly Posting[] }[];
}

/** Every disagreement about an order, in the order in which they are best mended. */
export function compareOrder(books: OrderBooks, now: Instant): Difference[] {
  return [
    ...books.attempts.flatMap((attempt) => comparePayment(books, attempt)),
    ...comparePaid(books),
    ...books.refunds.flatMap((refund) => compareRefund(books, refund, now)),
    ...unknownRefunds(books),
    ...compareRefunded(books),
    ...compareDisputes(books),
    ...compareEntitlements(books),
    ...compareLedger(books),
  ];
}

type Subject = Pick<OrderBooks, "order">;

/** A difference of an order; nothing mends it and nothing is on either side unless it is said. */
function differ(
  { order }: Subject,
  kind: Difference["kind"],
  ref: string,
  more: Partial<Pick<Difference, "expected" | "found" | "mend">> = {},
): Difference {
  return { kind, orderId: order.id, ref, expected: null, found: null, mend: null, ...more };
}

function comparePayment(books: OrderBooks, attempt: PaidAttempt): Difference[] {
  const { checkoutRef, paymentRef, state, amount, currency } = attempt;
  const payment = paymentRef === null ? undefined : books.payments.get(paymentRef);
  const ref = paymentRef ?? checkoutRef ?? attempt.id;
  if (state !== "paid") {
    if (payment?.state !== "paid") return [];
    const mend = checkoutRef === null ? null : ({ by: "fulfil", checkoutRef } as const);
    return [differ(books, "payment_untold", ref, { expected: received(payment), found: state, mend })];
  }
  if (payment?.state !== "paid")
    return [
      differ(books, "payment_missing", ref, {
        expected: { amount, currency },
        found: payment?.state ?? null,
      }),
    ];
  // What was paid for nothing is on hold, as much as it is: a person looks at it, or has given it back.
  if (books.order.status !== "fulfilled" || isSame(received(payment), { amount, currency })) return [];
  return [differ(books, "payment_amount", ref, { expected: { amount, currency }, found: received(payment) })];
}

function comparePaid(books: OrderBooks): Difference[] {
  const { id, status, totalAmount, paidAmount, currency } = books.order;
  if (status !== "fulfilled") return [];
  const expected = { amount: totalAmount, currency };
  const isPaid = totalAmount === 0 || books.attempts.some(({ state }) => state === "paid");
  return [
    ...(isPaid ? [] : [differ(books, "payment_missing", id, { expected })]),
    ...(paidAmount === totalAmount
      ? []
      : [differ(books, "paid_amount", id, { expected, found: { amount: paidAmount, currency } })]),
  ];
}

function compareRefund(books: OrderBooks, refund: RefundRow, now: Instant): Difference[] {
  const { id, providerRef, state, amount, currency, createdAt } = refund;
  if (providerRef === null)
    return state !== "requested" || createdAt > now - ASKING
      ? []
      : [differ(books, "refund_missing", id, { expected: { amount, currency } })];
  const theirs = books.providerRefunds.get(providerRef);
  if (!theirs) return [differ(books, "refund_missing", providerRef, { expected: { amount, currency } })];
  const mend = { by: "refund", providerRef } as const;
  const isFailed = theirs.state === "failed" || theirs.state === "canceled";
  return [
    ...(isSame(theirs.amount, { amount, currency })
      ? []
      : [
          differ(books, "refund_amount", providerRef, {
            expected: theirs.amount,
            found: { amount, currency },
          }),
        ]),
    ...((isFailed ? "failed" : theirs.state) === state
      ? []
      : [differ(books, "refund_state", providerRef, { expected: theirs.state, found: state, mend })]),
  ];
}

function unknownRefunds(books: OrderBooks): Difference[] {
  const known = new Set(books.refunds.flatMap(({ id, providerRef }) => [id, providerRef]));
  return [...books.providerRefunds.values()]
    .filter(({ ref, reference }) => !known.has(ref) && !(reference !== null && known.has(reference)))
    .map(({ ref, amount }) =>
      differ(books, "refund_unknown", ref, { expected: amount, mend: { by: "refund", providerRef: ref } }),
    );
}

function compareRefunded(books: OrderBooks): Difference[] {
  const { id, refundedAmount, currency } = books.order;
  const amount = books.refunds
    .filter((refund) => refund.ofOrder && isCounted(refund))
    .reduce((sum, refund) => sum + refund.amount, 0);
  if (amount === refundedAmount) return [];
  const found = { amount: refundedAmount, currency };
  return [
    differ(books, "refunded_amount", id, {
      expected: { amount, currency },
      found,
      mend: { by: "refunded_amount" },
    }),
  ];
}

function compareDisputes(books: OrderBooks): Difference[] {
  const { disputes, providerDisputes } = books;
  const known = new Map(disputes.map((dispute) => [dispute.providerRef, dispute]));
  const about = (ref: string) => ({ by: "dispute", providerRef: ref }) as const;
  return [
    ...[...providerDisputes.values()].flatMap(({ ref, state, amount }) => {
      const ours: DisputeRow | undefined = known.get(ref);
      if (!ours) return [differ(books, "dispute_unknown", ref, { expected: amount, mend: about(ref) })];
      return ours.state === state
        ? []
        : [differ(books, "dispute_state", ref, { expected: state, found: ours.state, mend: about(ref) })];
    }),
    ...disputes
      .filter(({ providerRef }) => !providerDisputes.has(providerRef))
      .map(({ providerRef, state }) => differ(books, "dispute_missing", providerRef, { found: state })),
  ];
}

/** What is refunded in full, or disputed and not won back, cannot be downloaded; everything else can. */
function compareEntitlements(books: OrderBooks): Difference[] {
  const { order, entitlements, refunds, disputes } = books;
  const back = new Map<string | null, number>();
  for (const refund of refunds.filter((each) => each.ofOrder && isCounted(each)))
    for (const { lineId, amount } of refund.lines) back.set(lineId, (back.get(lineId) ?? 0) + amount);
  const isDisputed = disputes.some(({ state }) => state === "open" || state === "lost");
  const seen = new Set<string>();
  return entitlements.flatMap(({ lineId, refunded, disputed }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) return [];
    const given = back.get(lineId) ?? 0;
    const isRefunded = given > 0 && given >= grossOf(order, line);
    const reasons = [
      { reason: "refund", should: isRefunded, is: refunded },
      { reason: "dispute", should: isDisputed, is: disputed },
    ] as const;
    return reasons.flatMap(({ reason, should, is }) => {
      const key = `${lineId} ${reason} ${is}`;
      if (should === is || seen.has(key)) return [];
      seen.add(key);
      return should
        ? [
            differ(books, "entitlement_in_force", lineId, {
              expected: reason,
              mend: { by: "withhold", lineId, reason },
            }),
          ]
        : [
            differ(books, "entitlement_withheld", lineId, {
              found: reason,
              mend: { by: "restore", lineId, reason },
            }),
          ];
    });
  });
}

function compareLedger(books: OrderBooks): Difference[] {
  const written = new Set(books.entries.map(({ source }) => source));
  const entries = expectedEntries(books, (source) => written.has(source));
  const expected = new Map(entries.map((entry) => [entry.source, entry]));
  const missing = [...expected.values()].filter(({ source }) => !written.has(source));
  return [
    ...missing.map((entry) =>
      differ(books, "entry_missing", entry.source, {
        expected: movedBy(entry.postings),
        mend: mendEntry(books, entry),
      }),
    ),
    ...books.entries.flatMap(({ source, postings }) => {
      if (!balances(postings))
        return [differ(books, "entry_unbalanced", source, { found: movedBy(postings) })];
      const entry = expected.get(source);
      if (!entry)
        return isExplained(books, source)
          ? []
          : [differ(books, "entry_unknown", source, { found: movedBy(postings) })];
      if (isSameEntry(entry.postings, postings)) return [];
      return [
        differ(books, "entry_differs", source, {
          expected: movedBy(entry.postings),
          found: movedBy(postings),
        }),
      ];
    }),
  ];
}

function mendEntry({ attempts }: OrderBooks, entry: ExpectedEntry): Difference["mend"] {
  const attempt = attempts.find(({ paymentRef }) => entry.source === `fees:${paymentRef}`);
  return attempt?.settledAt === null ? { by: "fees", attemptId: attempt.id } : { by: "entry", entry };
}

/** Entries of what was undone later: they stay, and stand against the entry that undoes them. */
function isExplained({ attempts, refunds, entries }: OrderBooks, source: string): boolean {
  const [kind = "", id = ""] = source.split(/:(.*)/);
  if (kind === "refund" || kind === "refund_failed") {
    const other = kind === "refund" ? `refund_failed:${id}` : `refund:${id}`;
    const isFailed = refunds.some((refund) => refund.id === id && refund.state === "failed");
    const pair = [source, other].flatMap(
      (each) => entries.find((entry) => entry.source === each)?.postings ?? [],
    );
    return isFailed && isNothing(pair);
  }
  // Told from what the provider has settled, which is not to be had at this moment.
  return attempts.some(({ state, paymentRef }) => state === "paid" && source === `fees:${paymentRef}`);
}

function isSameEntry(expected: readonly Posting[], found: readonly Posting[]): boolean {
  return isNothing([...expected, ...found.map((posting) => ({ ...posting, amount: -posting.amount }))]);
}

/** Whether postings move nothing together, on each account, in each currency, for each line. */
function isNothing(postings: readonly Posting[]): boolean {
  const sums = new Map<string, number>();
  for (const { account, currency, lineId, amount } of postings) {
    const key = `${account} ${currency} ${lineId ?? ""}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return [...sums.values()].every((sum) => sum === 0);
}

/** What an entry moves, for people: the sum of its debits in the currency of the first. */
function movedBy(postings: readonly Posting[]): Money | null {
  const [first] = withoutZeros(postings);
  if (!first) return null;
  const { currency } = first;
  const debits = postings.filter((posting) => posting.amount > 0 && posting.currency === currency);
  return { amount: debits.reduce((sum, { amount }) => sum + amount, 0), currency };
}

function received({ received: amount, total: { currency } }: Payment): Money {
  return { amount, currency };
}

function isSame(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency;
}
