import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_AMOUNT } from "../../../lib/money";
import { balances, feePostings, grossOf, type SoldOrder, salePostings } from "./ledger";
import { chosenParts, type RefundPart, refundable, refundPostings, spreadParts } from "./refunds";

const part = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 10_000_000 })),
    fc.nat({ max: 100 }),
  )
  .map(([amount, percent]) => ({ amount, taxAmount: Math.floor((amount * percent) / 100) }));

const currency = fc.constantFrom("EUR", "JPY", "KRW", "UGX", "KWD");

const sold: fc.Arbitrary<SoldOrder & { paidAmount: number; refundedAmount: number }> = fc
  .record({
    currency,
    taxIncluded: fc.boolean(),
    shipping: part,
    lines: fc.array(part, { minLength: 1, maxLength: 6 }),
  })
  .map(({ shipping, lines, ...rest }) => {
    const named = lines.map((line, i) => ({ id: `line${i}`, ...line }));
    const totalAmount = [...named, shipping].reduce((sum, each) => sum + grossOf(rest, each), 0);
    return {
      ...rest,
      totalAmount,
      paidAmount: totalAmount,
      refundedAmount: 0,
      shippingAmount: shipping.amount,
      shippingTaxAmount: shipping.taxAmount,
      lines: named,
    };
  });

/** Refunds one after the other: a part of one line or of shipping, an amount for all, or one of them failing. */
const steps = fc.array(
  fc.record({
    what: fc.constantFrom("line", "spread", "fail"),
    which: fc.nat(),
    share: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 12 },
);

test("whatever is refunded in whatever order, and fails, nothing exceeds what was paid and the rest empties the books", () => {
  fc.assert(
    fc.property(sold, steps, (order, wanted) => {
      let given: RefundPart[][] = [];
      const now = () => {
        const parts = given.flat();
        const refundedAmount = parts.reduce((sum, { amount }) => sum + amount, 0);
        return { parts, order: { ...order, refundedAmount } };
      };
      const check = () => {
        const { parts, order: at } = now();
        const left = refundable(at, order.lines, parts);
        const sum = [...left.lines.values()].reduce((all, amount) => all + amount, left.shipping);
        expect(left.total).toBe(sum);
        expect(left.total).toBe(order.totalAmount - at.refundedAmount);
        for (const { amount, taxAmount } of parts) {
          expect(amount).toBeGreaterThan(0);
          expect(taxAmount).toBeGreaterThanOrEqual(0);
          expect(taxAmount).toBeLessThanOrEqual(amount);
        }
        return left;
      };
      for (const { what, which, share } of wanted) {
        const { parts, order: at } = now();
        const left = check();
        if (what === "fail") given = given.filter((_, i) => i !== which % Math.max(1, given.length));
        else if (what === "spread") {
          const amount = Math.floor((left.total * share) / 100);
          const { parts: spread, rest } = spreadParts(at, order.lines, parts, amount);
          expect([spread.reduce((sum, each) => sum + each.amount, 0), rest]).toEqual([amount, 0]);
          given.push(spread);
        } else {
          const ids = [...left.lines.keys(), null];
          const lineId = ids[which % ids.length] ?? null;
          const most = lineId === null ? left.shipping : (left.lines.get(lineId) ?? 0);
          expect(chosenParts(at, order.lines, parts, [{ lineId, amount: most + 1 }])).toBeNull();
          const amount = Math.ceil((most * share) / 100);
          if (amount === 0) continue;
          given.push(chosenParts(at, order.lines, parts, [{ lineId, amount }]) ?? []);
        }
      }
      check();
      const { parts, order: at } = now();
      given.push(spreadParts(at, order.lines, parts, order.totalAmount - at.refundedAmount).parts);
      expect(refundable(now().order, order.lines, now().parts).total).toBe(0);
      const books = new Map<string, number>();
      const refunds = given.flatMap((refund) =>
        refundPostings(refund, {
          amount: refund.reduce((sum, { amount }) => sum + amount, 0),
          currency: order.currency,
          paidBy: "provider",
        }),
      );
      expect(balances(refunds)).toBe(true);
      for (const { account, lineId, amount } of [...salePostings(order, "provider"), ...refunds]) {
        const key = `${account} ${lineId ?? ""}`;
        books.set(key, (books.get(key) ?? 0) + amount);
      }
      expect([...books].filter(([, amount]) => amount !== 0)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("more than is left is spread as far as it goes, and the rest is told", () => {
  const order = {
    currency: "EUR",
    taxIncluded: true,
    totalAmount: 100,
    paidAmount: 100,
    refundedAmount: 0,
    shippingAmount: 0,
    shippingTaxAmount: 0,
    lines: [{ id: "a", amount: 100, taxAmount: 19 }],
  };
  const { parts, rest } = spreadParts(order, order.lines, [], 130);
  expect([parts, rest]).toEqual([[{ lineId: "a", amount: 100, taxAmount: 19 }], 30]);
  const postings = refundPostings(parts, { amount: 130, currency: "EUR", paidBy: "provider" });
  expect(balances(postings)).toBe(true);
  expect(postings.find(({ account }) => account === "held")?.amount).toBe(30);
});

test("fees balance in each currency, and what is converted leaves the one for the other", () => {
  const amount = fc.integer({ min: 1, max: MAX_AMOUNT });
  const fee = fc.nat({ max: 1000 });
  fc.assert(
    fc.property(
      fc.tuple(currency, currency, amount, amount, fee, fee),
      ([paidIn, currency, paid, gross, providerFee, platformFee]) => {
        const postings = feePostings(
          { amount: paid, currency: paidIn },
          { currency, gross, providerFee, platformFee },
        );
        expect(balances(postings)).toBe(true);
        const left = postings
          .filter((posting) => posting.account === "provider" && posting.currency === currency)
          .reduce((sum, posting) => sum + posting.amount, paidIn === currency ? paid : 0);
        expect(left).toBe((paidIn === currency ? paid : gross) - providerFee - platformFee);
      },
    ),
  );
});
