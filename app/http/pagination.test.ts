import fc from "fast-check";
import { expect, test } from "vitest";
import { type Page, pageOf, pageQuery } from "./pagination";

test("the pages of a list are the list, each full but the last, whatever its length", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 25 }), (length, limit) => {
      const list = Array.from({ length }, (_, at) => ({ at }));
      const pages: (typeof list)[] = [];
      for (let cursor: string | null = "-1"; cursor !== null; ) {
        const after = Number(cursor);
        const rows = list.filter(({ at }) => at > after).slice(0, limit + 1);
        const page: Page<{ at: number }> = pageOf(rows, limit, ({ at }) => String(at));
        pages.push(page.items);
        cursor = page.nextCursor;
      }
      expect(pages.flat()).toEqual(list);
      for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit);
      expect(pages.length).toBe(Math.max(1, Math.ceil(length / limit)));
    }),
  );
});

test("a query asks for fifty unless it says otherwise, and for two hundred at most", () => {
  expect(pageQuery.parse({})).toEqual({ limit: 50 });
  expect(pageQuery.parse({ limit: "200" })).toEqual({ limit: 200 });
  for (const limit of ["0", "201", "-1", "1.5", "many", ""])
    expect(pageQuery.safeParse({ limit }).success, limit).toBe(false);
});
