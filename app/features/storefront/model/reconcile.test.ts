import { expect, test } from "vitest";
import type { Dispute, Payment, Refund } from "../../../adapters/payments/payment-provider";
import { HOUR } from "../../../lib/time";
import type { DifferenceKind } from "./differences";
import { type DisputeRow, expectedEntries, type PaidAttempt, type RefundRow } from "./expected-entries";
import type { Posting } from "./ledger";
import { compareOrder, type OrderBooks } from "./reconcile";

const NOW = Date.UTC(2026, 10, 22);
const EUR = (amount: number) => ({ amount, currency: "EUR" });

const attempt: PaidAttempt = {
  id: "pay_1",
  provider: "stripe",
  state: "paid",
  amount: 11_900,
  currency: "EUR",
  checkoutRef: "cs_1",
  paymentRef: "pi_1",
  settledAt: null,
  changedAt: NOW,
};

const payment: Payment = {
  ref: "pi_1",
  reference: "ord_1",
  state: "paid",
  total: EUR(11_900),
  received: 11_900,
  refunded: 0,
  disputed: false,
  settled: { currency: "EUR", gross: 11_900, providerFee: 300, platformFee: 119, net: 11_481 },
  createdAt: NOW,
  live: false,
};

const ofLine = { lineId: "lin_1", amount: 5950, taxAmount: 950 };

const refund: RefundRow = {
  id: "ref_1",
  provider: "stripe",
  providerRef: "re_1",
  amount: 5950,
  currency: "EUR",
  state: "succeeded",
  ofOrder: true,
  createdAt: NOW - HOUR,
  lines: [ofLine],
};

const providerRefund: Refund = {
  ref: "re_1",
  paymentRef: "pi_1",
  reference: "ref_1",
  state: "succeeded",
  amount: EUR(5950),
  returnedFee: null,
  createdAt: NOW,
};

const dispute: DisputeRow = {
  id: "dis_1",
  providerRef: "du_1",
  state: "open",
  amount: 11_900,
  currency: "EUR",
  createdAt: NOW,
  closedAt: null,
};

const providerDispute: Dispute = {
  ref: "du_1",
  paymentRef: "pi_1",
  state: "open",
  amount: EUR(11_900),
  fees: [],
  reason: "fraudulent",
  answerBy: null,
  createdAt: NOW,
};

type Changes = Partial<Omit<OrderBooks, "order" | "payments" | "providerRefunds" | "providerDisputes">> & {
  order?: Partial<OrderBooks["order"]>;
  payments?: Payment[];
  providerRefunds?: Refund[];
  providerDisputes?: Dispute[];
};

const byRef = <Item extends { ref: string }>(items: Item[]) => new Map(items.map((item) => [item.ref, item]));

/** The books of an order of two lines, sound unless told otherwise: the ledger holds what it should. */
function books(changes: Changes = {}): OrderBooks {
  const { order, payments = [payment], providerRefunds = [], providerDisputes = [], ...rest } = changes;
  const made: OrderBooks = {
    order: {
      id: "ord_1",
      status: "fulfilled",
      provider: "stripe",
      checkoutRef: "cs_1",
      createdAt: NOW - HOUR,
      fulfilledAt: NOW,
      currency: "EUR",
      totalAmount: 11_900,
      taxIncluded: true,
      shippingAmount: 1190,
      shippingTaxAmount: 190,
      lines: [
        { id: "lin_1", amount: 5950, taxAmount: 950 },
        { id: "lin_2", amount: 4760, taxAmount: 760 },
      ],
      paidAmount: 11_900,
      refundedAmount: 0,
      disputeState: null,
      ...order,
    },
    attempts: [attempt],
    refunds: [],
    disputes: [],
    receipts: [],
    payments: byRef(payments),
    providerRefunds: byRef(providerRefunds),
    providerDisputes: byRef(providerDisputes),
    entitlements: [
      { lineId: "lin_1", refunded: false, disputed: false },
      { lineId: "lin_2", refunded: false, disputed: false },
    ],
    entries: [],
    ...rest,
  };
  return changes.entries ? made : { ...made, entries: expectedEntries(made, () => false) };
}

/** The same with the first line refunded, everywhere. */
const refunded = (changes: Changes = {}): OrderBooks =>
  books({
    refunds: [refund],
    providerRefunds: [providerRefund],
    entitlements: [
      { lineId: "lin_1", refunded: true, disputed: false },
      { lineId: "lin_2", refunded: false, disputed: false },
    ],
    ...changes,
    order: { refundedAmount: 5950, ...changes.order },
  });

/** The same with all of it disputed, everywhere. */
const disputed = (changes: Changes = {}): OrderBooks =>
  books({
    disputes: [dispute],
    providerDisputes: [providerDispute],
    entitlements: [
      { lineId: "lin_1", refunded: false, disputed: true },
      { lineId: "lin_2", refunded: false, disputed: true },
    ],
    ...changes,
    order: { disputeState: "open", ...changes.order },
  });

const told = (given: OrderBooks) => compareOrder(given, NOW).map(({ kind, ref }) => [kind, ref]);

test("sound books differ in nothing: sold, refunded in part, disputed, won", () => {
  expect(told(books())).toEqual([]);
  expect(told(refunded())).toEqual([]);
  expect(told(disputed())).toEqual([]);
  const won = disputed({
    disputes: [{ ...dispute, state: "won" }],
    providerDisputes: [{ ...providerDispute, state: "won" }],
    entitlements: [],
  });
  expect(told(won)).toEqual([]);
});

test.each<[string, OrderBooks, [DifferenceKind, string, string | undefined][]]>([
  [
    "the provider has the money and the order waits",
    books({ order: { status: "pending", paidAmount: 0 }, attempts: [{ ...attempt, state: "open" }] }),
    [["payment_untold", "pi_1", "fulfil"]],
  ],
  [
    "the order is paid and the provider knows of no payment",
    books({ payments: [] }),
    [["payment_missing", "pi_1", undefined]],
  ],
  [
    "the order is paid and the provider's payment never came in",
    books({ payments: [{ ...payment, state: "canceled" }] }),
    [["payment_missing", "pi_1", undefined]],
  ],
  [
    "the order is paid by no attempt at all",
    books({ attempts: [], entries: expectedEntries({ ...books(), attempts: [] }, () => false) }),
    [["payment_missing", "ord_1", undefined]],
  ],
  [
    "the provider took another amount",
    books({ payments: [{ ...payment, received: 11_800 }] }),
    [["payment_amount", "pi_1", undefined]],
  ],
  [
    "the row says another sum was paid",
    books({ order: { paidAmount: 1 } }),
    [["paid_amount", "ord_1", undefined]],
  ],
  [
    "a refund was made at the provider and is not here",
    books({ providerRefunds: [{ ...providerRefund, reference: null }] }),
    [["refund_unknown", "re_1", "refund"]],
  ],
  [
    "a refund is here and not at the provider",
    refunded({ providerRefunds: [] }),
    [["refund_missing", "re_1", undefined]],
  ],
  [
    "a refund was never asked for",
    refunded({ refunds: [{ ...refund, providerRef: null, state: "requested" }], providerRefunds: [] }),
    [["refund_missing", "ref_1", undefined]],
  ],
  [
    "a refund failed at the provider and still counts here",
    refunded({ providerRefunds: [{ ...providerRefund, state: "failed" }] }),
    [["refund_state", "re_1", "refund"]],
  ],
  [
    "a refund of another amount is at the provider",
    refunded({ providerRefunds: [{ ...providerRefund, amount: EUR(5000) }] }),
    [["refund_amount", "re_1", undefined]],
  ],
  [
    "the row says another sum was refunded",
    refunded({ order: { refundedAmount: 5949 } }),
    [["refunded_amount", "ord_1", "refunded_amount"]],
  ],
  [
    "a dispute is not here",
    books({ providerDisputes: [providerDispute] }),
    [["dispute_unknown", "du_1", "dispute"]],
  ],
  [
    "a dispute is decided at the provider and open here",
    disputed({ providerDisputes: [{ ...providerDispute, state: "lost" }] }),
    [["dispute_state", "du_1", "dispute"]],
  ],
  ["a dispute is only here", disputed({ providerDisputes: [] }), [["dispute_missing", "du_1", undefined]]],
  [
    "a refunded line can still be downloaded",
    refunded({ entitlements: [{ lineId: "lin_1", refunded: false, disputed: false }] }),
    [["entitlement_in_force", "lin_1", "withhold"]],
  ],
  [
    "a disputed order can still be downloaded",
    disputed({ entitlements: [{ lineId: "lin_2", refunded: false, disputed: false }] }),
    [["entitlement_in_force", "lin_2", "withhold"]],
  ],
  [
    "a line is withheld and nothing was refunded",
    books({ entitlements: [{ lineId: "lin_1", refunded: true, disputed: false }] }),
    [["entitlement_withheld", "lin_1", "restore"]],
  ],
  [
    "the ledger holds nothing",
    books({ entries: [] }),
    [
      ["entry_missing", "sale:ord_1", "entry"],
      ["entry_missing", "fees:pi_1", "fees"],
    ],
  ],
])("found: %s", (_what, given, expected) => {
  const found = compareOrder(given, NOW);
  expect(found.map(({ kind, ref, mend }) => [kind, ref, mend?.by])).toEqual(expected);
  expect(found.every(({ orderId }) => orderId === "ord_1")).toBe(true);
});

const entryOf = (given: OrderBooks, source: string) =>
  given.entries.find((entry) => entry.source === source)?.postings ?? [];

const withEntry = (given: OrderBooks, source: string, postings: readonly Posting[]): OrderBooks => ({
  ...given,
  entries: [...given.entries.filter((entry) => entry.source !== source), { source, postings }],
});

test("an entry that is a cent off, on another line, without its other side, or about nothing is found", () => {
  const sound = refunded();
  const refundEntry = entryOf(sound, "refund:ref_1");
  const moved = refundEntry.map((posting) => (posting.lineId ? { ...posting, lineId: "lin_2" } : posting));
  expect(told(withEntry(sound, "refund:ref_1", moved))).toEqual([["entry_differs", "refund:ref_1"]]);
  const sale = entryOf(sound, "sale:ord_1");
  const off = [...sale, { account: "tax", amount: 1, currency: "EUR" } as const];
  expect(told(withEntry(sound, "sale:ord_1", off))).toEqual([["entry_unbalanced", "sale:ord_1"]]);
  const cent = [...off, { account: "sales", amount: -1, currency: "EUR" } as const];
  expect(told(withEntry(sound, "sale:ord_1", cent))).toEqual([["entry_differs", "sale:ord_1"]]);
  expect(told(withEntry(sound, "refund:ref_9", refundEntry))).toEqual([["entry_unknown", "refund:ref_9"]]);
});

test("a refund that failed stands in the ledger with what undoes it, and not without", () => {
  const failed = refunded({
    refunds: [{ ...refund, state: "failed" }],
    providerRefunds: [{ ...providerRefund, state: "failed" }],
    order: { refundedAmount: 0 },
    entitlements: [],
  });
  const postings = entryOf(refunded(), "refund:ref_1");
  const alone = withEntry(failed, "refund:ref_1", postings);
  expect(told(failed)).toEqual([]);
  expect(told(alone)).toEqual([["entry_unknown", "refund:ref_1"]]);
  const undone = postings.map((posting) => ({ ...posting, amount: -posting.amount }));
  expect(told(withEntry(alone, "refund_failed:ref_1", undone))).toEqual([]);
});

test("a bank that only asks takes nothing and withholds nothing; once it disputes, it does", () => {
  const inquiry = { ...dispute, state: "inquiry" as const };
  const asked = books({ disputes: [inquiry], providerDisputes: [{ ...providerDispute, state: "inquiry" }] });
  expect(told(asked)).toEqual([]);
  expect(asked.entries.map(({ source }) => source)).toEqual(books().entries.map(({ source }) => source));
  expect(told({ ...asked, providerDisputes: byRef([providerDispute]) })).toEqual([["dispute_state", "du_1"]]);
});

test("the fee of a dispute, and what the platform gave back with a refund, are missed in the ledger", () => {
  const fee = { ref: "txn_1", fee: EUR(1500) };
  const sound = disputed({ providerDisputes: [{ ...providerDispute, fees: [fee] }] });
  expect(told(sound)).toEqual([]);
  expect(entryOf(sound, "dispute_fee:txn_1")).toEqual([
    { account: "provider_fees", ...EUR(1500) },
    { account: "provider", ...EUR(-1500) },
  ]);
  const without = (given: OrderBooks, source: string) => ({
    ...given,
    entries: given.entries.filter((entry) => entry.source !== source),
  });
  expect(told(without(sound, "dispute_fee:txn_1"))).toEqual([["entry_missing", "dispute_fee:txn_1"]]);
  const back = refunded({ providerRefunds: [{ ...providerRefund, returnedFee: EUR(59) }] });
  expect(told(back)).toEqual([]);
  expect(entryOf(back, "fee_returned:ref_1")).toEqual([
    { account: "platform_fees", ...EUR(-59) },
    { account: "provider", ...EUR(59) },
  ]);
  expect(told(without(back, "fee_returned:ref_1"))).toEqual([["entry_missing", "fee_returned:ref_1"]]);
});

test("what did not fit its order and was given back differs in nothing", () => {
  const back = { ...refund, amount: 5000, ofOrder: false, lines: [] };
  const given = books({
    order: { status: "canceled", paidAmount: 0 },
    payments: [{ ...payment, received: 5000 }],
    refunds: [back],
    providerRefunds: [{ ...providerRefund, amount: EUR(5000) }],
    entitlements: [],
  });
  expect(told(given)).toEqual([]);
});

test("a refund that was only just written down is not missed yet", () => {
  const young = { ...refund, providerRef: null, state: "requested" as const, createdAt: NOW };
  expect(told(refunded({ refunds: [young], providerRefunds: [] }))).toEqual([]);
});

test("an order in review differs in nothing by its amount: its money is on hold", () => {
  const given = books({
    order: { status: "review", paidAmount: 0 },
    payments: [{ ...payment, received: 5000 }],
    entitlements: [],
  });
  expect(told(given)).toEqual([]);
  expect(entryOf(given, "received:pay_1")).toContainEqual({
    account: "held",
    amount: -5000,
    currency: "EUR",
  });
});

test("money that was held and then accepted is sold from where it was held", () => {
  const held = books({ order: { status: "review", paidAmount: 0 }, entitlements: [] });
  const accepted = books();
  const sale = entryOf(accepted, "sale:ord_1").map((posting) =>
    posting.account === "provider" ? { ...posting, account: "held" as const } : posting,
  );
  const given = withEntry(
    withEntry(accepted, "received:pay_1", entryOf(held, "received:pay_1")),
    "sale:ord_1",
    sale,
  );
  expect(told(given)).toEqual([]);
  expect(told(withEntry(given, "sale:ord_1", entryOf(accepted, "sale:ord_1")))).toEqual([
    ["entry_differs", "sale:ord_1"],
  ]);
});

test("a second payment is held and goes back from there", () => {
  const second = { ...attempt, id: "pay_2", checkoutRef: "cs_2", paymentRef: "pi_2" };
  const back = { ...refund, id: "ref_2", providerRef: "re_2", amount: 11_900, ofOrder: false, lines: [] };
  const given = books({
    attempts: [attempt, second],
    payments: [payment, { ...payment, ref: "pi_2" }],
    refunds: [back],
    providerRefunds: [
      { ...providerRefund, ref: "re_2", paymentRef: "pi_2", reference: "ref_2", amount: EUR(11_900) },
    ],
  });
  expect(told(given)).toEqual([]);
  const held = given.entries.flatMap(({ postings }) => postings).filter(({ account }) => account === "held");
  expect(held.map(({ amount }) => amount).sort()).toEqual([-11_900, 11_900]);
});

test("a transfer is held as it arrives and sold from there", () => {
  const transfer = { ...attempt, provider: "transfer" as const, checkoutRef: "RF1", paymentRef: "RF1" };
  const settled = { currency: "EUR", gross: 11_900, providerFee: 0, platformFee: 0, net: 11_900 };
  const given = books({
    order: { provider: "transfer", checkoutRef: "RF1" },
    attempts: [transfer],
    payments: [{ ...payment, ref: "RF1", settled }],
    receipts: [
      { id: "rcv_1", amount: 5000, createdAt: NOW },
      { id: "rcv_2", amount: 6900, createdAt: NOW },
    ],
  });
  expect(told(given)).toEqual([]);
  expect(given.entries.map(({ source }) => source)).toEqual([
    "received:rcv_1",
    "received:rcv_2",
    "sale:ord_1",
  ]);
});

test("fees in another currency go through conversion and balance in both", () => {
  const settled = { currency: "CHF", gross: 11_000, providerFee: 290, platformFee: 110, net: 10_600 };
  const fees = entryOf(books({ payments: [{ ...payment, settled }] }), "fees:pi_1");
  const sum = (currency: string, account?: string) =>
    fees
      .filter((posting) => posting.currency === currency && (!account || posting.account === account))
      .reduce((all, { amount }) => all + amount, 0);
  expect([sum("EUR"), sum("CHF")]).toEqual([0, 0]);
  expect([sum("EUR", "provider"), sum("CHF", "provider")]).toEqual([-11_900, 10_600]);
});
