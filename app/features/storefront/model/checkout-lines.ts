/** What an order consists of, as it was priced or as it was written down. */
interface ToPay {
  lines: readonly { key: string; unit: number; quantity: number }[];
  shipping: { name: string; amount: number } | null;
  taxIncluded: boolean;
  /** The tax of lines and shipping together. */
  taxAmount: number;
  total: number;
}

/** What the provider's page shows of an order. */
interface CheckoutLine {
  name: string;
  amount: number;
  quantity: number;
}

/** A provider's page takes at most so many. */
const MOST_LINES = 100;

/**
 * An order as the provider's page lists it: what is the same at the same price together, then shipping, then the tax
 * that is added. The sum is the order's total, always: where there would be too many lines it is one.
 */
export function checkoutLines(
  order: ToPay,
  names: { ofLine(key: string): string; tax: string; all: string },
): CheckoutLine[] {
  const together = new Map<string, CheckoutLine>();
  for (const { key, unit, quantity } of order.lines) {
    const name = names.ofLine(key);
    const id = `${unit} ${name}`;
    const before = together.get(id);
    together.set(id, { name, amount: unit, quantity: quantity + (before?.quantity ?? 0) });
  }
  const { shipping, taxIncluded, taxAmount, total } = order;
  const lines = [
    ...together.values(),
    ...(shipping && shipping.amount > 0
      ? [{ name: shipping.name, amount: shipping.amount, quantity: 1 }]
      : []),
    ...(!taxIncluded && taxAmount > 0 ? [{ name: names.tax, amount: taxAmount, quantity: 1 }] : []),
  ];
  return lines.length <= MOST_LINES ? lines : [{ name: names.all, amount: total, quantity: 1 }];
}
