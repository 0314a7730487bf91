import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Studio } from "../../tenancy/studio";
import { createTestStudio } from "../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../test/pages";
import { actsOn } from "../account/testing";
import { aGallery } from "../galleries/testing";
import { disputeStates, type OrderStatus, orderStatuses, shownStatus } from "./model/money-states";
import { orderNumber, shownStatuses } from "./model/order-filter";
import { boardOfOrders, openOrders } from "./order-board.server";
import { orders } from "./schema";
import { aBookedOrder } from "./testing/booked-order";

const AT = Date.parse("2026-10-21T10:00:00Z");

/** An order of 10.00 whose row says this. */
async function anOrderThat(
  studio: Studio,
  galleryId: string,
  row: Partial<typeof orders.$inferInsert> & { at?: number; email?: string },
): Promise<string> {
  const { at = AT, email = "buyer@example.com", ...rest } = row;
  const lines = [{ name: "Original", amount: 1000 }];
  const { id } = await aBookedOrder(studio, { galleryId, at, email, lines });
  if (Object.keys(rest).length > 0) await studio.db.update(orders).set(rest).where(eq(orders.id, id));
  return id;
}

const everything = { limit: 200 };

test("an order is found under the one status that its page shows, whatever its row says", async () => {
  const { studio } = await createTestStudio();
  const { id: galleryId } = await aGallery(studio);
  const made = new Map<string, string>();
  for (const status of orderStatuses as readonly OrderStatus[])
    for (const disputeState of status === "fulfilled" ? [null, ...disputeStates] : [null])
      for (const refundedAmount of status === "fulfilled" ? [0, 400, 1000] : [0]) {
        const row = { status, disputeState, refundedAmount };
        made.set(await anOrderThat(studio, galleryId, row), shownStatus({ totalAmount: 1000, ...row }));
      }
  expect(new Set(made.values())).toEqual(new Set(shownStatuses));
  for (const status of shownStatuses) {
    const { items } = await boardOfOrders(studio, { status }, everything);
    const wanted = [...made].filter(([, shown]) => shown === status).map(([id]) => id);
    expect(items.map(({ id }) => id).toSorted(), status).toEqual(wanted.toSorted());
  }
  expect(Object.fromEntries(await openOrders(studio))).toEqual({
    ...{ review: 1, authorized: 1, disputed: 3, pending: 1, processing: 1 },
  });
});

test("orders are found by a part of the address, by id and by the number on the receipt, page by page", async () => {
  const { studio } = await createTestStudio();
  const { id: galleryId } = await aGallery(studio);
  const ids: string[] = [];
  for (let i = 0; i < 5; i++)
    ids.push(await anOrderThat(studio, galleryId, { email: i < 3 ? "anna@example.com" : `b${i}@test.de` }));
  const found = async (q: string) =>
    (await boardOfOrders(studio, { q }, everything)).items.map(({ id }) => id);
  expect(await found("ANNA@")).toEqual(ids.slice(0, 3).reverse());
  expect(await found("example.com")).toHaveLength(3);
  expect(await found("%")).toEqual([]);
  expect(await found(ids[3] ?? "")).toEqual([ids[3]]);
  expect(await found(orderNumber(ids[4] ?? ""))).toEqual([ids[4]]);
  const first = await boardOfOrders(studio, {}, { limit: 3 });
  const second = await boardOfOrders(studio, {}, { limit: 3, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
  expect(second.nextCursor).toBeNull();
});

test("days are those of the studio's zone, and one that is none is told beside its field", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const { id: galleryId } = await aGallery(studio);
  const late = await anOrderThat(studio, galleryId, { at: Date.parse("2026-10-21T22:30:00Z") });
  await anOrderThat(studio, galleryId, { at: Date.parse("2026-10-21T21:30:00Z") });
  const day = { from: "2026-10-22", to: "2026-10-22" };
  expect((await boardOfOrders(studio, day, everything)).items.map(({ id }) => id)).toEqual([late]);
  const cookie = await ownerCookie({ slug, owner });
  const page = async (query: string) =>
    (await askPage(slug, `/studio/orders?${query}`, { headers: { cookie } })).text();
  expect(await page("from=2026-10-22&to=2026-10-21")).toContain("This day is before the first one.");
  expect(await page("from=soon")).toContain("Choose a day such as");
  expect(await page("q=nobody")).toContain("No order was found");
  expect(await page("status=nonsense")).toContain(orderNumber(late));
});

test("the file has what the filter shows, one line an order, and no cell that is taken for a formula", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const cookie = await ownerCookie({ slug, owner });
  const { id: galleryId } = await aGallery(studio, { name: '=HYPERLINK("http://evil.test","Wedding")' });
  const plus = await anOrderThat(studio, galleryId, { email: "+anna@example.com", refundedAmount: 250 });
  await anOrderThat(studio, galleryId, { status: "expired" });
  const response = await postForm(
    slug,
    "/studio/orders/export",
    { status: "partially_refunded", q: "anna" },
    { headers: { cookie } },
  );
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="orders-test-/);
  const bytes = await response.arrayBuffer();
  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^\uFEFFNumber,/);
  expect(lines[1]).toContain(`${orderNumber(plus)},${plus},2026-10-21T10:00:00.000Z,`);
  expect(lines[1]).toContain(
    `"'+anna@example.com","'=HYPERLINK(""http://evil.test"",""Wedding"")",1,EUR,10.00,`,
  );
  expect(lines[1]).toContain(",10.00,10.00,2.50,0.00,");
  expect(await actsOn(studio, studio.tenant.id)).toContain("order.exported");
});

test("the file goes on where a stretch of it ends", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const cookie = await ownerCookie({ slug, owner });
  const { id: galleryId } = await aGallery(studio);
  const ids: string[] = [];
  for (let i = 0; i < 205; i++) ids.push(await anOrderThat(studio, galleryId, {}));
  const response = await postForm(slug, "/studio/orders/export", {}, { headers: { cookie } });
  const lines = (await response.text()).trim().split("\r\n").slice(1);
  expect(lines.map((line) => line.split(",")[1])).toEqual(ids.toReversed());
});
