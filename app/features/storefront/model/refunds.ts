import { grossOf } from "./ledger";

export function refundable(
  order: { taxIncluded: boolean; shippingAmount: number; shippingTaxAmount: number },
  lines: readonly { id: string; amount: number; taxAmount: number }[],
  refundLines: readonly { lineId: string | null; amount: number }[],
): { lines: Map<string, number>; shipping: number; total: number } {
  const refunded = (id: string | null) =>
    refundLines.reduce((sum, { lineId, amount }) => sum + (lineId === id ? amount : 0), 0);
  const left = new Map(lines.map((line) => [line.id, grossOf(order, line) - refunded(line.id)]));
  const shipping =
    grossOf(order, { amount: order.shippingAmount, taxAmount: order.shippingTaxAmount }) - refunded(null);
  return { lines: left, shipping, total: [...left.values()].reduce((sum, each) => sum + each, shipping) };
}
