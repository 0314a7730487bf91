import { z } from "zod";

/** One page of a list; `nextCursor` asks for the next one and is null at the end. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Makes a page of rows that were read with one more than `limit`. */
export function pageOf<Item>(rows: Item[], limit: number, cursorOf: (item: Item) => string): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items[items.length - 1];
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}

/** Query of a paged list in the REST API. A cursor is the id after which to go on. */
export const pageQuery = z.object({
  cursor: z
    .string()
    .regex(/^[a-z]{3}_[0-9a-z]{26}$/, "This cursor was not given out by us.")
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
