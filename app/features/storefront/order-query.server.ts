import { orderFilterForm } from "./forms/orders";
import type { OrderFilter } from "./model/order-filter";

const fields = ["q", "status", "from", "to"] as const;

export type OrderFilterError = "not_a_day" | "wrong_order";

/** What an address asks of the orders. A field that is wrong counts as empty; what is wrong with a day is told. */
export function orderQueryOf(request: Request) {
  const query = new URL(request.url).searchParams;
  const given = Object.fromEntries(fields.map((name) => [name, query.get(name) || undefined]));
  const issues = orderFilterForm.safeParse(given).error?.issues ?? [];
  const wrong = new Map(issues.map((issue) => [String(issue.path[0]), issue.message]));
  const sound = Object.entries(given).filter(([name]) => !wrong.has(name));
  const filter: OrderFilter = orderFilterForm.catch({}).parse(Object.fromEntries(sound));
  const errorOf = (name: "from" | "to") => wrong.get(name) as OrderFilterError | undefined;
  return {
    filter,
    /** What stands in the form again: what was understood, and days that were not. */
    chosen: { ...filter, from: given.from, to: given.to },
    errors: { from: errorOf("from"), to: errorOf("to") },
    cursor: query.get("cursor") ?? undefined,
  };
}
