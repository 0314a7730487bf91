import { grossOf, type Posting, type SoldOrder, withoutZeros } from "./ledger";

/** A part of a refund in minor units: of a line, or of shipping where there is none. */
export interface RefundPart {
  lineId: string | null;
  /** With its tax. */
  amount: number;
  taxAmount: number;
}

/** What of an order was paid and given back, or is on its way back. */
type PaidOrder = Pick<SoldOrder, "taxIncluded" | "shippingAmount" | "shippingTaxAmount"> & {
  paidAmount: number;
  refundedAmount: number;
};

type Line = SoldOrder["lines"][number];

export interface Refundable {
  /** By line, with tax; a line of which nothing is left has 0. */
  lines: Map<string, number>;
  shipping: number;
  total: number;
}

/** What can still be given back. @param refundLines of the refunds that count */
export function refundable(
  order: PaidOrder,
  lines: readonly Line[],
  refundLines: readonly Pick<RefundPart, "lineId" | "amount">[],
): Refundable {
  const parts = partsLeft(order, lines, asParts(refundLines));
  const byLine = new Map(parts.flatMap(({ lineId, amount }) => (lineId === null ? [] : [[lineId, amount]])));
  const sum = parts.reduce((all, { amount }) => all + amount, 0);
  return {
    lines: byLine,
    shipping: parts.find(({ lineId }) => lineId === null)?.amount ?? 0,
    total: Math.max(0, Math.min(sum, order.paidAmount - order.refundedAmount)),
  };
}

/**
 * The parts of a refund that a member chose, with the tax in each. Whatever was refunded before and in however many
 * steps, the last part of a line takes what is left of its tax.
 *
 * @returns null where more of a part is wanted than is left of it
 */
export function chosenParts(
  order: PaidOrder,
  lines: readonly Line[],
  refundLines: readonly RefundPart[],
  wanted: readonly Pick<RefundPart, "lineId" | "amount">[],
): RefundPart[] | null {
  const left = partsLeft(order, lines, refundLines);
  const chosen: RefundPart[] = [];
  for (const { lineId, amount } of wanted) {
    const of = left.find((part) => part.lineId === lineId);
    if (!of || amount > of.amount) return null;
    chosen.push({ lineId, amount, taxAmount: taxIn(amount, of) });
  }
  return chosen;
}

/**
 * An amount that nobody divided, over what is left of lines and shipping in proportion, exact to the minor unit: the
 * units that rounding leaves go to the parts that lost most by it.
 *
 * @returns the parts, and the rest that exceeds all that is left
 */
export function spreadParts(
  order: PaidOrder,
  lines: readonly Line[],
  refundLines: readonly RefundPart[],
  amount: number,
): { parts: RefundPart[]; rest: number } {
  const left = partsLeft(order, lines, refundLines).filter((part) => part.amount > 0);
  const total = left.reduce((sum, part) => sum + part.amount, 0);
  const spread = Math.min(amount, total);
  const shares = left.map((part, position) => {
    const product = BigInt(spread) * BigInt(part.amount);
    return { part, position, amount: Number(product / BigInt(total)), lost: product % BigInt(total) };
  });
  let open = spread - shares.reduce((sum, share) => sum + share.amount, 0);
  const byLoss = shares.toSorted((a, b) =>
    a.lost === b.lost ? a.position - b.position : a.lost < b.lost ? 1 : -1,
  );
  for (const share of byLoss) {
    if (open === 0) break;
    share.amount += 1;
    open -= 1;
  }
  const parts = shares
    .filter((share) => share.amount > 0)
    .map((share) => ({
      lineId: share.part.lineId,
      amount: share.amount,
      taxAmount: taxIn(share.amount, share.part),
    }));
  return { parts, rest: amount - spread };
}

/** A refund in the ledger; what no part explains is taken from money on hold. Adds up to zero. */
export function refundPostings(
  parts: readonly RefundPart[],
  { amount, currency, paidBy }: { amount: number; currency: string; paidBy: "provider" | "bank" },
): Posting[] {
  const rest = amount - parts.reduce((sum, part) => sum + part.amount, 0);
  return withoutZeros([
    ...parts.flatMap(({ lineId, amount: gross, taxAmount }): Posting[] => [
      { account: lineId === null ? "shipping" : "sales", amount: gross - taxAmount, currency, lineId },
      { account: "tax", amount: taxAmount, currency, lineId },
    ]),
    { account: "held", amount: rest, currency },
    { account: paidBy, amount: -amount, currency },
  ]);
}

/** What is left of each line and of shipping, with the tax that is left in it; nothing is below zero. */
function partsLeft(
  order: PaidOrder,
  lines: readonly Line[],
  refundLines: readonly RefundPart[],
): RefundPart[] {
  const gone = new Map<string | null, { amount: number; taxAmount: number }>();
  for (const { lineId, amount, taxAmount } of refundLines) {
    const before = gone.get(lineId) ?? { amount: 0, taxAmount: 0 };
    gone.set(lineId, { amount: before.amount + amount, taxAmount: before.taxAmount + taxAmount });
  }
  const shipping = { amount: order.shippingAmount, taxAmount: order.shippingTaxAmount };
  return [...lines.map(({ id, ...line }) => ({ lineId: id, ...line })), { lineId: null, ...shipping }].map(
    (part) => {
      const { amount, taxAmount } = gone.get(part.lineId) ?? { amount: 0, taxAmount: 0 };
      const left = Math.max(0, grossOf(order, part) - amount);
      return {
        lineId: part.lineId,
        amount: left,
        taxAmount: Math.min(left, Math.max(0, part.taxAmount - taxAmount)),
      };
    },
  );
}

/** The tax in an amount of what is left, in proportion; what stays behind never holds more tax than money. */
function taxIn(amount: number, left: RefundPart): number {
  if (left.amount === 0) return 0;
  const share = Number((BigInt(left.taxAmount) * BigInt(amount)) / BigInt(left.amount));
  const least = left.taxAmount - (left.amount - amount);
  return Math.max(0, least, share);
}

function asParts(refundLines: readonly Pick<RefundPart, "lineId" | "amount">[]): RefundPart[] {
  return refundLines.map(({ lineId, amount }) => ({ lineId, amount, taxAmount: 0 }));
}
