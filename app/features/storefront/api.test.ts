import { afterEach, expect, test } from "vitest";
import { DAY } from "../../lib/time";
import { ask, askData } from "../../test/ask";
import { createTestStudio, setClock } from "../../test/create-test-studio";
import { expectErrorLog } from "../../test/error-log";
import { pay } from "../../test/sandbox";
import { aGallery } from "../galleries/testing";
import { aPhoto, manyPhotos } from "../ingest/testing";
import { changePaymentSettings } from "./commands/change-payment-settings.server";
import { fulfilOrder } from "./commands/fulfil-order.server";
import { LARGEST_ORDER, orderLimits } from "./model";
import { orders } from "./schema";
import { anOrder, INSTRUCTIONS } from "./testing";

interface Placed {
  id: string;
  checkoutUrl: string;
  total: { amount: number; currency: string };
  buyerToken: string;
  transfer: { reference: string; instructions: string } | null;
}

interface Shown {
  status: string;
  archiveUrl: string | null;
  checkoutUrl: string | null;
}

afterEach(() => setClock(0));

test("whoever orders chooses between card and transfer, and is told where to transfer to", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 900 });
  const photo = await aPhoto(studio, gallery.id);
  const json = { galleryId: gallery.id, photoIds: [photo.id], email: "anna@example.com" };
  const refused = await refusal(slug, { ...json, payBy: "transfer" });
  expect([refused.status, refused.type]).toEqual([503, "unavailable"]);
  expectErrorLog(/answered with an error/);
  await changePaymentSettings(studio, { instructions: INSTRUCTIONS, charge: "now" });
  const placed = await askData<Placed>(slug, "/orders", { json: { ...json, payBy: "transfer" } });
  const transfer = { reference: expect.stringMatching(/^RF\d\d/), instructions: INSTRUCTIONS };
  expect(placed).toMatchObject({ transfer, checkoutUrl: expect.stringContaining(`/orders/${placed.id}`) });
  const asked = await askData<Placed>(slug, `/orders/${placed.id}`, { bearer: placed.buyerToken });
  expect(asked.transfer).toEqual(placed.transfer);
  const carded = await askData<Placed>(slug, "/orders", { json: { ...json, payBy: "card" } });
  expect(carded).toMatchObject({ transfer: null, checkoutUrl: expect.stringContaining("/pay/") });
  expect((await refusal(slug, { ...json, payBy: "cash" })).fields).toEqual(["payBy"]);
});

async function refusal(slug: string, json: unknown) {
  const response = await ask(slug, "/api/v1/orders", { json });
  const { error } = (await response.json()) as { error: { type: string; fields?: object } };
  return { status: response.status, type: error.type, fields: Object.keys(error.fields ?? {}) };
}

test("a stranger places an order, pays it and downloads what was bought", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 900 });
  const photo = await aPhoto(studio, gallery.id);
  const json = { galleryId: gallery.id, photoIds: [photo.id], email: "Anna@Example.com" };
  const placed = await askData<Placed>(slug, "/orders", { json });
  expect(placed).toEqual({
    id: expect.stringMatching(/^ord_/),
    checkoutUrl: expect.stringMatching(/^http:\/\/sandbox\.localhost:8787\/pay\/cs_test_/),
    total: { amount: 900, currency: "EUR" },
    buyerToken: expect.stringMatching(/^buy_/),
    transfer: null,
  });
  const path = `/orders/${placed.id}`;
  const bearer = placed.buyerToken;
  const before = await askData<Shown>(slug, path, { bearer });
  expect(before).toMatchObject({ status: "pending", archiveUrl: null, checkoutUrl: placed.checkoutUrl });

  await pay(placed.checkoutUrl);
  await fulfilOrder(studio, placed.checkoutUrl.split("/pay/")[1] ?? "");
  const after = await askData<Shown>(slug, path, { bearer });
  expect(after).toMatchObject({ status: "fulfilled", checkoutUrl: null });
  const archive = new URL(after.archiveUrl ?? "");
  expect(archive.origin).toBe(studio.tenant.origin);
  const download = await ask(slug, archive.pathname);
  expect(download.headers.get("content-type")).toBe("application/zip");
  expect((await download.arrayBuffer()).byteLength).toBeGreaterThan(photo.bytes.byteLength);
});

test("a price, a currency or anything else the server decides cannot be sent along", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio);
  const photoIds = await manyPhotos(studio, gallery.id, 1);
  const good = { galleryId: gallery.id, photoIds, email: "anna@example.com" };
  for (const extra of [{ price: 1 }, { total: { amount: 1, currency: "EUR" } }, { shownPrice: 1200 }]) {
    expect(await refusal(slug, { ...good, ...extra })).toMatchObject({
      status: 422,
      type: "invalid_request",
    });
  }
  expect(await studio.db.$count(orders)).toBe(0);
});

test("an order must name a gallery, one to five hundred photos and an address", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio);
  const good = { galleryId: gallery.id, photoIds: ["pho_1"], email: "anna@example.com" };
  expect(await refusal(slug, { ...good, photoIds: [] })).toMatchObject({ status: 422, fields: ["photoIds"] });
  expect(await refusal(slug, { ...good, email: "anna" })).toMatchObject({ status: 422, fields: ["email"] });
  expect(await refusal(slug, { ...good, galleryId: 7 })).toMatchObject({
    status: 422,
    fields: ["galleryId"],
  });
  const tooMany = Array.from({ length: LARGEST_ORDER + 1 }, (_, i) => `pho_${i}`);
  expect(await refusal(slug, { ...good, photoIds: tooMany })).toMatchObject({ status: 422 });
});

test("each reason not to sell has its own status", async () => {
  const { studio, slug } = await createTestStudio();
  const order = (galleryId: string, photoIds: string[]) =>
    refusal(slug, { galleryId, photoIds, email: "anna@example.com" });
  const draft = await aGallery(studio, { published: false });
  const inDraft = await manyPhotos(studio, draft.id, 1);
  expect(await order(draft.id, inDraft)).toMatchObject({ status: 404, type: "not_found" });
  expect(await order("gal_none", inDraft)).toMatchObject({ status: 404, type: "not_found" });
  const open = await aGallery(studio, { expiresAt: studio.clock.now() + DAY });
  const photoIds = await manyPhotos(studio, open.id, 1);
  expect(await order(open.id, inDraft)).toMatchObject({ status: 409, type: "conflict" });
  await setClock(2 * DAY);
  expect(await order(open.id, photoIds)).toMatchObject({ status: 410, type: "gone" });
});

test("an order is shown to whoever holds its buyer token, and to no stranger else", async () => {
  const { studio, slug } = await createTestStudio();
  const order = await anOrder(studio);
  const other = await anOrder(studio);
  const path = `/api/v1/orders/${order.id}`;
  const status = async (init?: { bearer: string }, at = path) => (await ask(slug, at, init)).status;
  expect(await status({ bearer: order.buyerToken })).toBe(200);
  expect(await status(undefined, `${path}?buyerToken=${order.buyerToken}`)).toBe(200);
  const without = await ask(slug, path);
  expect([without.status, without.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  expect(await status({ bearer: other.buyerToken })).toBe(404);
  expect(await status({ bearer: `${order.buyerToken}x` })).toBe(404);
  expect(await status({ bearer: order.buyerToken }, "/api/v1/orders/ord_none")).toBe(404);
});

test("a free gallery cannot be used to have somebody mailed again and again, also at once", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 0 });
  const photo = await aPhoto(studio, gallery.id);
  const order = (i: number, email: string) =>
    ask(slug, "/api/v1/orders", {
      json: { galleryId: gallery.id, photoIds: [photo.id], email },
      headers: { "cf-connecting-ip": `203.0.113.${i}` },
    });
  const { freePerRecipient } = orderLimits;
  const spellings = ["anna@example.com", "Anna@Example.com"];
  const answers = await Promise.all(
    Array.from({ length: freePerRecipient + 2 }, (_, i) => order(i, spellings[i % 2] ?? "")),
  );
  const statuses = answers.map((answer) => answer.status).toSorted();
  expect(statuses).toEqual([...Array.from({ length: freePerRecipient }, () => 201), 429, 429]);
  const stopped = answers.find((answer) => answer.status === 429);
  expect(Number(stopped?.headers.get("retry-after"))).toBeGreaterThan(3500);
  expect(await studio.db.$count(orders)).toBe(freePerRecipient);
  expect((await order(99, "ben@example.com")).status).toBe(201);
});

test("one network places only so many orders an hour, whoever they are for", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 0 });
  const photo = await aPhoto(studio, gallery.id);
  const order = async (email: string, address: string) => {
    const json = { galleryId: gallery.id, photoIds: [photo.id], email };
    const headers = { "cf-connecting-ip": address };
    return (await ask(slug, "/api/v1/orders", { json, headers })).status;
  };
  const statuses = await Promise.all(
    Array.from({ length: orderLimits.perNetwork + 3 }, (_, i) =>
      order(`guest-${i}@example.com`, "203.0.113.200"),
    ),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(3);
  expect(await order("guest-x@example.com", "203.0.113.201")).toBe(201);
});
