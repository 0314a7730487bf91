import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { stripeFor } from "../../../adapters/payments/stripe";
import { MINUTE } from "../../../lib/time";
import { createTestStudio, later } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { sessionsOf } from "../../../test/sandbox";
import { aGallery } from "../../galleries/testing";
import { aPhoto, manyPhotos } from "../../ingest/testing";
import { LARGEST_ORDER, PAY_WITHIN } from "../model";
import { orderLines, orders } from "../schema";
import { anOrder, outcomeOf } from "../testing";
import { placeOrder } from "./place-order.server";
import { settleOpenOrders } from "./settle-open-orders.server";

const email = "anna@example.com";

test("an order costs the gallery's price for each photo, in the studio's currency", async () => {
  const { studio, account } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 1250 });
  const photoIds = await manyPhotos(studio, gallery.id, 3);
  const placed = await placeOrder(studio, { gallery, photoIds, email });
  expect(placed).toMatchObject({ ok: true, value: { total: { amount: 3750, currency: "EUR" } } });
  const [made] = await sessionsOf(account);
  expect(made?.session).toMatchObject({ amount_total: 3750, currency: "eur", customer_email: email });
  expect(made?.lineItems).toMatchObject([{ quantity: 3, price_data: { unit_amount: 1250 } }]);
});

test("yen have no minor unit on their way to the provider", async () => {
  const { studio, account } = await createTestStudio("borealis");
  const gallery = await aGallery(studio, { priceAmount: 1500 });
  const photoIds = await manyPhotos(studio, gallery.id, 2);
  const placed = await placeOrder(studio, { gallery, photoIds, email });
  expect(placed).toMatchObject({ ok: true, value: { total: { amount: 3000, currency: "JPY" } } });
  const [made] = await sessionsOf(account);
  expect(made?.session).toMatchObject({ amount_total: 3000, currency: "jpy" });
});

test("a price other than the one shown is refused before anything is written", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 1200 });
  const photoIds = await manyPhotos(studio, gallery.id, 1);
  const request = { gallery, photoIds, email };
  expect(await placeOrder(studio, { ...request, shownTotal: 1100 })).toEqual({
    ok: false,
    refusal: { reason: "price_changed" },
  });
  expect(await studio.db.$count(orders)).toBe(0);
  expect(await placeOrder(studio, { ...request, shownTotal: 1200 })).toMatchObject({ ok: true });
});

test("a photo that is chosen twice is sold once", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 1000 });
  const [first = "", second = ""] = await manyPhotos(studio, gallery.id, 2);
  const order = await anOrder(studio, { gallery, photoIds: [first, second, first, first] });
  const lines = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
  expect(lines.map((line) => [line.photoId, line.amount])).toEqual([
    [first, 1000],
    [second, 1000],
  ]);
  const { totalAmount } = (await studio.db.select().from(orders).get()) ?? {};
  expect(totalAmount).toBe(2000);
});

test("photos of another gallery, photos that are not ready and photos nobody has cannot be bought", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const [own = ""] = await manyPhotos(studio, gallery.id, 1);
  const [foreign = ""] = await manyPhotos(studio, (await aGallery(studio)).id, 1);
  const processing = await aPhoto(studio, gallery.id, { ready: false });
  for (const other of [foreign, processing.id, "pho_00000000000000000000000000", "' or 1=1 --"]) {
    const placed = await placeOrder(studio, { gallery, photoIds: [own, other], email });
    expect(placed).toEqual({ ok: false, refusal: { reason: "photos_gone" } });
  }
  expect(await placeOrder(studio, { gallery, photoIds: [], email })).toEqual({
    ok: false,
    refusal: { reason: "no_photos" },
  });
  expect(await studio.db.$count(orders)).toBe(0);
});

test("a draft sells nothing, and an expired gallery nothing after its last moment", async () => {
  const { studio } = await createTestStudio();
  const draft = await aGallery(studio, { published: false });
  const expiresAt = studio.clock.now() + 60_000;
  const gallery = await aGallery(studio, { expiresAt });
  const photoIds = await manyPhotos(studio, gallery.id, 1);
  const closed = { ok: false, refusal: { reason: "gallery_closed" } };
  const inDraft = await manyPhotos(studio, draft.id, 1);
  expect(await placeOrder(studio, { gallery: draft, photoIds: inDraft, email })).toEqual(closed);
  expect(await placeOrder(later(studio, 61_000), { gallery, photoIds, email })).toEqual(closed);
  expect(await placeOrder(studio, { gallery, photoIds, email })).toMatchObject({ ok: true });
});

test("the largest order is placed, paid and fulfilled within the database's limits", async () => {
  const { studio, account } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 300 });
  const photoIds = await manyPhotos(studio, gallery.id, LARGEST_ORDER);
  const order = await anOrder(studio, { gallery, photoIds, upTo: "fulfilled" });
  expect((await sessionsOf(account))[0]?.session.amount_total).toBe(150_000);
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled", entitlements: 500 });
});

test("an order that costs nothing is fulfilled at once without the provider", async () => {
  const { studio, account } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 0 });
  const order = await anOrder(studio, { gallery });
  expect(order.checkoutUrl).toBe(`${studio.tenant.origin}/orders/${order.id}`);
  expect(await sessionsOf(account)).toEqual([]);
  expect(await outcomeOf(studio, order.id)).toEqual({
    status: "fulfilled",
    reviewReason: null,
    entitlements: 1,
    links: 1,
    announced: ["order.fulfilled"],
  });
});

test("while the provider cannot be reached nothing is sold, and the order runs out by itself", async () => {
  const { studio, account } = await createTestStudio();
  const gallery = await aGallery(studio);
  const photoIds = await manyPhotos(studio, gallery.id, 1);
  const fetcher = { fetch: () => Promise.reject(new TypeError("the line is down")) } as unknown as Fetcher;
  const access = { secretKey: "sk_test_sandbox", live: false };
  const payments = stripeFor(
    { ...access, sandbox: { fetcher, origin: "http://sandbox.localhost:8787" } },
    account,
  );
  const placed = await placeOrder({ ...studio, payments }, { gallery, photoIds, email });
  expect(placed).toEqual({ ok: false, refusal: { reason: "payment_unavailable" } });
  expectErrorLog(/a checkout could not be opened.*unreachable/);

  const order = await studio.db.select().from(orders).get();
  expect(order).toMatchObject({ status: "pending", checkoutRef: null, checkoutUrl: null });
  expect(await settleOpenOrders(later(studio, PAY_WITHIN - MINUTE))).not.toBeNull();
  expect(await settleOpenOrders(later(studio, PAY_WITHIN + MINUTE))).toBeNull();
  expect(await outcomeOf(studio, order?.id ?? "")).toMatchObject({ status: "expired", entitlements: 0 });
});

test("an amount that the provider refuses ends as a refusal, not as an error", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 1 });
  const photoIds = await manyPhotos(studio, gallery.id, 1);
  const placed = await placeOrder(studio, { gallery, photoIds, email });
  expect(placed).toEqual({ ok: false, refusal: { reason: "payment_unavailable" } });
  expectErrorLog(/a checkout could not be opened.*refused/);
});
