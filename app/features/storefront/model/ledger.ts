/**
 * Where money is, or what it was for. "provider" and "bank" are what the studio has at its payment provider and what it
 * saw arrive by transfer; "held" is buyers' money that pays for nothing (yet): a transfer in part, an order under
 * review, a second payment; "disputed" is what a bank took back and has not decided about.
 */
export const accounts = [
  "provider",
  "bank",
  "held",
  "sales",
  "shipping",
  "tax",
  "provider_fees",
  "platform_fees",
  "disputed",
  "dispute_losses",
  "conversion",
] as const;
export type Account = (typeof accounts)[number];

/** What happened. */
export const entryKinds = [
  "received",
  "sale",
  "fees",
  "refund",
  "refund_failed",
  "dispute",
  "dispute_won",
  "dispute_lost",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One side of an entry in minor units: debit is positive, credit negative. */
export interface Posting {
  account: Account;
  amount: number;
  currency: string;
  lineId?: string | null;
}

/** An order as it was sold; amounts in minor units of its currency. */
export interface SoldOrder {
  currency: string;
  totalAmount: number;
  taxIncluded: boolean;
  shippingAmount: number;
  shippingTaxAmount: number;
  lines: readonly { id: string; amount: number; taxAmount: number }[];
}

/** What a line, or shipping, costs with its tax. */
export function grossOf(
  { taxIncluded }: Pick<SoldOrder, "taxIncluded">,
  part: { amount: number; taxAmount: number },
) {
  return taxIncluded ? part.amount : part.amount + part.taxAmount;
}

/** A sale: what it was paid from, against sales, shipping and tax by line. Adds up to zero. */
export function salePostings(order: SoldOrder, paidFrom: "provider" | "held"): Posting[] {
  const { currency, lines, shippingAmount, shippingTaxAmount } = order;
  const shipping = { amount: shippingAmount, taxAmount: shippingTaxAmount };
  return withoutZeros([
    { account: paidFrom, amount: order.totalAmount, currency },
    ...lines.flatMap(({ id: lineId, ...line }) => credited(order, "sales", line, lineId)),
    ...credited(order, "shipping", shipping, null),
  ]);
}

function credited(
  order: SoldOrder,
  account: "sales" | "shipping",
  part: { amount: number; taxAmount: number },
  lineId: string | null,
): Posting[] {
  const { currency } = order;
  const net = grossOf(order, part) - part.taxAmount;
  return [
    { account, amount: -net, currency, lineId },
    { account: "tax", amount: -part.taxAmount, currency, lineId },
  ];
}

/** Postings that move nothing are not written. */
export function withoutZeros(postings: readonly Posting[]): Posting[] {
  return postings.filter(({ amount }) => amount !== 0);
}

/** Whether postings add up to zero in each currency. */
export function balances(postings: readonly Posting[]): boolean {
  const sums = new Map<string, number>();
  for (const { amount, currency } of postings) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums.values()].every((sum) => sum === 0);
}

/** What reached the studio's balance at its provider, in the balance's own currency: `gross` less both fees. */
export interface SettledPayment {
  currency: string;
  gross: number;
  providerFee: number;
  platformFee: number;
}

/** A fee that was taken from what the studio has at its provider; a negative one was given back. */
export function oneFeePostings(
  account: "provider_fees" | "platform_fees",
  { amount, currency }: { amount: number; currency: string },
): Posting[] {
  return withoutZeros([
    { account, amount, currency },
    { account: "provider", amount: -amount, currency },
  ]);
}

/**
 * What a payment cost, against what the studio has at its provider. Where the balance has another currency than the
 * payment, the money that was sold for moves there first, and "conversion" holds both sides of that.
 */
export function feePostings(
  paid: { amount: number; currency: string },
  { currency, gross, providerFee, platformFee }: SettledPayment,
): Posting[] {
  const moved: Posting[] =
    paid.currency === currency
      ? []
      : [
          { account: "provider", amount: -paid.amount, currency: paid.currency },
          { account: "conversion", amount: paid.amount, currency: paid.currency },
          { account: "conversion", amount: -gross, currency },
          { account: "provider", amount: gross, currency },
        ];
  return withoutZeros([
    ...moved,
    { account: "provider_fees", amount: providerFee, currency },
    { account: "platform_fees", amount: platformFee, currency },
    { account: "provider", amount: -(providerFee + platformFee), currency },
  ]);
}
