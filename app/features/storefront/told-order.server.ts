import type { Studio } from "../../tenancy/studio";
import { addressLines, readAddress } from "./model/address";
import { countryName } from "./model/countries";
import type { TrailStep } from "./model/price-cart";
import type { Tax } from "./model/tax";
import type { orderLines, orders } from "./schema";

type Order = typeof orders.$inferSelect;
type Line = typeof orderLines.$inferSelect;

/** An order as its buyer reads it, from nothing but what was written down when it was placed. */
export function toldOrder({ tenant }: Studio, order: Order, lines: readonly Line[]) {
  const address = readAddress(order.address);
  return {
    currency: order.currency,
    lines: lines.map(({ id, kind, name, detail, filename, quantity, unitAmount, amount, trail }) => ({
      ...{ id, kind, name, detail, filename, quantity, unitAmount, amount },
      trail: JSON.parse(trail) as TrailStep[],
    })),
    goods: lines.reduce((sum, { amount }) => sum + amount, 0),
    shipping: order.shippingName === null ? null : { name: order.shippingName, amount: order.shippingAmount },
    taxes: taxesOf(order, lines),
    taxIncluded: order.taxIncluded,
    total: order.totalAmount,
    address: address && addressLines(address, countryName(address.country, tenant.locale)),
  };
}

/** The taxes of lines and shipping by name and rate, the highest first. */
function taxesOf(order: Order, lines: readonly Line[]): Pick<Tax, "name" | "rate" | "amount">[] {
  const { shippingTaxName, shippingTaxRate, shippingTaxAmount } = order;
  const parts = [
    ...lines.map(({ taxName: name, taxRate: rate, taxAmount: amount }) => ({ name, rate, amount })),
    { name: shippingTaxName, rate: shippingTaxRate, amount: shippingTaxAmount },
  ];
  const byRate = new Map<string, Pick<Tax, "name" | "rate" | "amount">>();
  for (const part of parts.filter(({ name }) => name !== "")) {
    const key = `${part.rate} ${part.name}`;
    byRate.set(key, { ...part, amount: part.amount + (byRate.get(key)?.amount ?? 0) });
  }
  return [...byRate.values()].sort((a, b) => b.rate - a.rate);
}
