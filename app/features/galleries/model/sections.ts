/** More than this many sections help nobody find anything. */
export const MOST_SECTIONS = 60;

/** How the photos of a section are put in order: by the camera's clock, by name, or as they came. */
export const photoOrders = ["captured", "name", "came"] as const;
export type PhotoOrder = (typeof photoOrders)[number];

/** A list with one of its items a place further up or down; the same list where there is no such place. */
export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] {
  const to = from + by;
  if (from < 0 || to < 0 || to >= items.length) return [...items];
  const order = [...items];
  const [item] = order.splice(from, 1) as [Item];
  order.splice(to, 0, item);
  return order;
}
