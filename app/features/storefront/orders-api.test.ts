import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Studio } from "../../tenancy/studio";
import { ask, askData } from "../../test/ask";
import { createTestStudio } from "../../test/create-test-studio";
import { aKey, aMember } from "../account/testing";
import { changeGallery } from "../galleries/commands/change-gallery.server";
import { aGallery } from "../galleries/testing";
import { manyPhotos } from "../ingest/testing";
import { orderLines, orders } from "./schema";
import { anOrder, aPriceList, aShippingMethod } from "./testing";

interface Page {
  items: { id: string; status: string; customerId: string; total: { amount: number } }[];
  nextCursor: string | null;
}

async function withToken() {
  const made = await createTestStudio();
  const { email, password } = made.owner;
  const { accessToken: bearer } = await askData<{ accessToken: string }>(made.slug, "/tokens", {
    json: { email, password },
  });
  return { ...made, bearer };
}

/** A gallery that sells a file, all files and a print, with a way to send it. */
async function aShop(studio: Studio) {
  const { id, products } = await aPriceList(studio, [
    { name: "File", amount: 900 },
    { name: "All", kind: "all_photos", amount: 5000 },
    { name: "Print", kind: "physical", amount: 2000, dimensions: "30 × 40" },
  ]);
  const way = await aShippingMethod(studio);
  const gallery = await aGallery(studio);
  const changed = await changeGallery(studio, gallery.id, { priceListId: id });
  if (!changed.ok) throw new Error("the gallery did not take the list");
  return { gallery, products, way, photoIds: await manyPhotos(studio, gallery.id, 2) };
}

test("the studio's programs list its orders, the newest first, page by page, and by status, customer and gallery", async () => {
  const { studio, slug, bearer } = await withToken();
  const first = await anOrder(studio, { upTo: "fulfilled" });
  const second = await anOrder(studio, { email: first.email });
  const third = await anOrder(studio);
  const page = (query: string) => askData<Page>(slug, `/orders?${query}`, { bearer });
  const all = await page("limit=2");
  expect(all.items.map(({ id }) => id)).toEqual([third.id, second.id]);
  const rest = await page(`limit=2&cursor=${all.nextCursor}`);
  expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([[first.id], null]);
  const ids = async (query: string) => (await page(query)).items.map(({ id }) => id);
  expect(await ids("status=fulfilled")).toEqual([first.id]);
  expect(await ids("status=pending")).toEqual([third.id, second.id]);
  expect(await ids(`customerId=${rest.items[0]?.customerId}`)).toEqual([second.id, first.id]);
  expect(await ids(`galleryId=${third.gallery.id}`)).toEqual([third.id]);
  expect((await ask(slug, "/api/v1/orders?status=paid", { bearer })).status).toBe(422);
});

test("orders are found by the word that they are shown with, whatever came of their money", async () => {
  const { studio, slug, bearer } = await withToken();
  const shown = {
    fulfilled: { refundedAmount: 0 },
    partially_refunded: { refundedAmount: 1 },
    refunded: { refundedAmount: 1200 },
    disputed: { disputeState: "open", refundedAmount: 1 },
    dispute_lost: { disputeState: "lost" },
  } as const;
  const made: [string, string][] = [];
  for (const [status, set] of Object.entries(shown)) {
    const { id } = await anOrder(studio, { upTo: "fulfilled" });
    await studio.db.update(orders).set(set).where(eq(orders.id, id));
    made.push([status, id]);
  }
  const won = await anOrder(studio, { upTo: "fulfilled" });
  await studio.db.update(orders).set({ disputeState: "won" }).where(eq(orders.id, won.id));
  for (const [status, id] of made) {
    const { items } = await askData<Page>(slug, `/orders?status=${status}`, { bearer });
    expect(items.map((order) => [order.id, order.status])).toEqual(
      status === "fulfilled"
        ? [
            [won.id, status],
            [id, status],
          ]
        : [[id, status]],
    );
  }
});

test("a program of the studio reads all of an order; a buyer's token and a key without the right do not", async () => {
  const { studio, slug, bearer } = await withToken();
  const { gallery, products, way, photoIds } = await aShop(studio);
  const address = { name: "Anna", line1: "1 Main Street", city: "Cork" };
  const placed = await askData<{ id: string; buyerToken: string; total: { amount: number } }>(
    slug,
    "/orders",
    {
      json: {
        galleryId: gallery.id,
        email: "Anna@Example.com",
        lines: [
          { productId: products.File, photoId: photoIds[0] },
          { productId: products.Print, photoId: photoIds[1], quantity: 2 },
        ],
        country: "IE",
        shippingMethodId: way,
        address,
        consent: true,
      },
    },
  );
  expect(placed.total).toEqual({ amount: 900 + 4000 + 490, currency: "EUR" });
  const whole = await askData<Record<string, unknown>>(slug, `/orders/${placed.id}`, { bearer });
  const eur = (amount: number) => ({ amount, currency: "EUR" });
  expect(whole).toMatchObject({
    id: placed.id,
    status: "pending",
    email: "anna@example.com",
    customerId: expect.stringMatching(/^cli_/),
    total: eur(5390),
    paid: eur(0),
    refunded: eur(0),
    country: "IE",
    address: { ...address, country: "IE" },
    shipping: { name: "Post", amount: eur(490), refunded: eur(0) },
    lines: [
      { name: "File", photoId: photoIds[0], quantity: 1, amount: eur(900) },
      { name: "Print", detail: "30 × 40", photoId: photoIds[1], quantity: 2, unit: eur(2000) },
    ],
  });
  const toBuyer = await askData<object>(slug, `/orders/${placed.id}`, { bearer: placed.buyerToken });
  expect(Object.keys(toBuyer)).toEqual(["id", "status", "total", "checkoutUrl", "transfer", "archiveUrl"]);
  const { key } = await aKey(studio, (await aMember(studio, "admin")).id, ["galleries:read"]);
  expect((await ask(slug, `/api/v1/orders/${placed.id}`, { bearer: key })).status).toBe(403);
  expect((await ask(slug, "/api/v1/orders/ord_none", { bearer })).status).toBe(404);
});

test("an order takes photos or lines, an address with its country, and costs what the buyer was shown or is not placed", async () => {
  const { studio, slug } = await createTestStudio();
  const { gallery, products, way, photoIds } = await aShop(studio);
  const good = { galleryId: gallery.id, email: "anna@example.com" };
  const lines = [{ productId: products.All }];
  const order = async (json: object) => {
    const response = await ask(slug, "/api/v1/orders", { json: { ...good, ...json } });
    const { error } = (await response.json()) as { error?: { type: string; fields?: object } };
    return [response.status, error?.type, Object.keys(error?.fields ?? {}).join()];
  };
  expect(await order({})).toEqual([422, "invalid_request", "photoIds"]);
  expect(await order({ photoIds, lines })).toEqual([422, "invalid_request", "photoIds"]);
  const address = { name: "Anna", line1: "1 Main Street", city: "Cork" };
  expect(await order({ lines, address })).toEqual([422, "invalid_request", "country"]);
  const print = { lines: [{ productId: products.Print, photoId: photoIds[0] }], country: "IE" };
  expect(await order(print)).toEqual([409, "conflict", ""]);
  expect(await order({ ...print, shippingMethodId: way })).toEqual([409, "conflict", ""]);
  const shown = (amount: number, currency = "EUR") => ({ lines, expectedTotal: { amount, currency } });
  expect(await order(shown(4999))).toEqual([409, "conflict", ""]);
  expect(await order(shown(5000, "USD"))).toEqual([409, "conflict", ""]);
  expect(await studio.db.$count(orders)).toBe(0);
  expect(await order(shown(5000))).toEqual([201, undefined, ""]);
  const [line] = await studio.db.select().from(orderLines);
  expect(line).toMatchObject({ kind: "all_photos", photoId: null, amount: 5000 });
});
