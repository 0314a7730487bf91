import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, later, workOff } from "../../../test/create-test-studio";

import { mailsTo, pay } from "../../../test/sandbox";
import { entitlements } from "../../downloads/schema";
import type { Gallery } from "../../galleries/model";
import { aGallery, aViewer } from "../../galleries/testing";
import { aPhoto } from "../../ingest/testing";
import { cartOf, lookAtCart, wantedIn } from "../cart-queries.server";
import { type Catalogue, catalogueOf } from "../catalogue.server";
import type { WantedLine } from "../draft-order.server";
import { readAddress } from "../model/address";
import { cartLines, carts, orderLines, orders, products } from "../schema";
import { putIntoCart } from "../shop.server";
import { aPriceList, aShippingMethod } from "../testing";
import { changeCart } from "./change-cart.server";
import { setTaxRate } from "./change-tax-rates.server";
import { forgetOldCarts } from "./forget-old-carts.server";
import { fulfilOrder } from "./fulfil-order.server";
import { sendCart } from "./mail-cart.server";
import { placeOrder } from "./place-order.server";

const email = "buyer@example.com";

/** A gallery that sells originals (cheaper from three on), web sizes, everything at once, and a print. */
async function aShop(studio: Studio, { minimumAmount = 0 } = {}) {
  const list = await aPriceList(
    studio,
    [
      { name: "Original", amount: 1200, tiers: [{ from: 3, amount: 1000 }] },
      { name: "Web", amount: 500, fileSize: "web" },
      { name: "All", kind: "all_photos", amount: 9000 },
      { name: "Print", kind: "physical", amount: 2500, cost: 700, dimensions: "30 × 40 cm", finish: "Matt" },
    ],
    { minimumAmount },
  );
  const gallery = await aGallery(studio, { priceListId: list.id });
  const photoIds: string[] = [];
  for (let i = 0; i < 4; i++)
    photoIds.push((await aPhoto(studio, gallery.id, { filename: `${i}.jpg`, web: true })).id);
  const catalogue = async () => (await catalogueOf(studio, gallery)) as Catalogue;
  return { gallery, photoIds, products: list.products, catalogue };
}

async function put(studio: Studio, gallery: Gallery, token: string | null, ...lines: Partial<WantedLine>[]) {
  const wanted = lines.map((line) => ({ productId: "", photoId: null, quantity: 1, ...line }));
  const added = await putIntoCart(studio, gallery, { viewer: aViewer(gallery), token, lines: wanted });
  if (!added.ok) throw new Error(`refused: ${added.refusal.reason}`);
  return added.value.token;
}

async function look(studio: Studio, shop: Awaited<ReturnType<typeof aShop>>, token: string) {
  const cart = await cartOf(studio, shop.gallery.id, token);
  return lookAtCart(studio, { gallery: shop.gallery, catalogue: await shop.catalogue(), cart });
}

test("a cart keeps one file of a photo, adds prints up, and is priced anew at every look", async () => {
  const { studio } = await createTestStudio();
  const shop = await aShop(studio);
  const [first, second, third] = shop.photoIds;
  const { Original: original, Print: print } = shop.products;
  let token = await put(studio, shop.gallery, null, { productId: original, photoId: first });
  token = await put(
    studio,
    shop.gallery,
    token,
    { productId: original, photoId: first },
    { productId: print, photoId: first, quantity: 2 },
  );
  token = await put(studio, shop.gallery, token, { productId: print, photoId: first });
  const view = await look(studio, shop, token);
  expect(view.lines.map(({ product, quantity }) => [product.name, quantity])).toEqual([
    ["Original", 1],
    ["Print", 3],
  ]);
  expect([view.priced.total, view.lines[0]?.next]).toEqual([1200 + 7500, { more: 2, amount: 1000 }]);
  await put(
    studio,
    shop.gallery,
    token,
    { productId: original, photoId: second },
    { productId: original, photoId: third },
  );
  const cheaper = await look(studio, shop, token);
  expect(cheaper.priced.goods).toBe(3 * 1000 + 7500);
  // A tier that the buyer reached is no change of prices.
  expect(cheaper.lines.map(({ before }) => before)).toEqual([null, null, null, null]);
});

test("a price that the studio changes is told until the buyer has seen it, whatever else is done meanwhile", async () => {
  const { studio } = await createTestStudio();
  const shop = await aShop(studio);
  const [first, second] = shop.photoIds;
  const { Original: original = "", Print: print } = shop.products;
  const token = await put(studio, shop.gallery, null, { productId: original, photoId: first });
  await studio.db.update(products).set({ amount: 1300 }).where(eq(products.id, original));
  const told = await look(studio, shop, token);
  expect(told.lines.map(({ before, priced }) => [before, priced.unit])).toEqual([[1200, 1300]]);
  await put(studio, shop.gallery, token, { productId: print, photoId: second });
  expect((await look(studio, shop, token)).lines.map(({ before }) => before)).toEqual([1200, null]);
  const where = { gallery: shop.gallery, catalogue: await shop.catalogue() };
  const cart = (await look(studio, shop, token)).cart;
  if (!cart) throw new Error("the cart is gone");
  await changeCart(studio, where, cart, { seenTotal: 1300 });
  expect(
    (await look(studio, shop, token)).lines.map(({ before }) => before),
    "another total",
  ).toEqual([1200, null]);
  await changeCart(studio, where, cart, { seenTotal: 1300 + 2500 });
  expect((await look(studio, shop, token)).lines.map(({ before }) => before)).toEqual([null, null]);
});

test("nobody's order is placed at a total other than the one that was shown", async () => {
  const { studio } = await createTestStudio();
  const shop = await aShop(studio);
  const token = await put(studio, shop.gallery, null, {
    productId: shop.products.Web,
    photoId: shop.photoIds[0],
  });
  const view = await look(studio, shop, token);
  const request = { gallery: shop.gallery, lines: wantedIn(view), email };
  expect(await placeOrder(studio, { ...request, shownTotal: 499 })).toEqual({
    ok: false,
    refusal: { reason: "price_changed" },
  });
  expect(await placeOrder(studio, { ...request, shownTotal: 500 })).toMatchObject({ ok: true });
});

test("an order is a snapshot: lines, taxes, shipping and address, and the rights that its files give", async () => {
  const { studio } = await createTestStudio();
  await studio.db.run("update studio_identity set tax_name = 'VAT', tax_rate = 2000, prices_include_tax = 0");
  const taxed = {
    ...studio,
    tenant: { ...studio.tenant, taxName: "VAT", taxRate: 2000, pricesIncludeTax: false },
  };
  await setTaxRate(taxed, { country: "DE", taxClass: "physical", name: "MwSt", rate: 1900 });
  const shop = await aShop(taxed);
  const way = await aShippingMethod(taxed, {
    steps: [
      { from: 1, amount: 490 },
      { from: 3, amount: 690 },
    ],
  });
  const [first, second] = shop.photoIds;
  const { Original: original, Web: web, Print: print } = shop.products;
  const token = await put(
    taxed,
    shop.gallery,
    null,
    { productId: original, photoId: first },
    { productId: web, photoId: second },
    { productId: print, photoId: second, quantity: 3 },
  );
  const cart = await cartOf(taxed, shop.gallery.id, token);
  if (!cart) throw new Error("there is no cart");
  const where = { gallery: shop.gallery, catalogue: { ...(await shop.catalogue()) } };
  const catalogue = (await catalogueOf(taxed, shop.gallery)) as Catalogue;
  await changeCart(taxed, { ...where, catalogue }, cart, { country: "DE", shippingMethodId: way });
  const view = await lookAtCart(taxed, {
    gallery: shop.gallery,
    catalogue,
    cart: await cartOf(taxed, shop.gallery.id, token),
  });
  const request = {
    gallery: shop.gallery,
    lines: wantedIn(view),
    email,
    delivery: view.delivery,
    cartId: cart.id,
  };
  expect(await placeOrder(taxed, request)).toEqual({ ok: false, refusal: { reason: "no_address" } });
  const address = {
    name: "Änna 山田",
    line1: "Weg 1",
    line2: "",
    postalCode: "80331",
    city: "München",
    state: "",
    country: "DE",
  };
  const placed = await placeOrder(taxed, {
    ...request,
    address,
    consented: true,
    shownTotal: view.priced.total,
  });
  if (!placed.ok) throw new Error(placed.refusal.reason);
  const { id, checkoutUrl } = placed.value;
  const [order] = await taxed.db.select().from(orders).where(eq(orders.id, id));
  const lines = await taxed.db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, id))
    .orderBy(orderLines.position);
  expect(
    lines.map(({ name, quantity, unitAmount, amount, taxRate, taxAmount, unitCost }) => [
      name,
      quantity,
      unitAmount,
      amount,
      taxRate,
      taxAmount,
      unitCost,
    ]),
  ).toEqual([
    ["Original", 1, 1200, 1200, 2000, 240, 0],
    ["Web", 1, 500, 500, 2000, 100, 0],
    ["Print", 3, 2500, 7500, 1900, 1425, 700],
  ]);
  expect(JSON.parse(lines[2]?.trail ?? "")).toEqual([
    { step: "list", unit: 2500, quantity: 3, amount: 7500 },
    { step: "tax", name: "MwSt", rate: 1900, amount: 1425, included: false },
  ]);
  expect(order).toMatchObject({
    totalAmount: 9200 + 690 + 240 + 100 + 1425 + 131,
    taxAmount: 240 + 100 + 1425 + 131,
    taxIncluded: false,
    shippingName: "Post",
    shippingAmount: 690,
    shippingTaxAmount: 131,
    country: "DE",
    cartId: cart.id,
  });
  expect(readAddress(order?.address ?? null)).toEqual(address);
  expect(order?.consentedAt).not.toBeNull();

  // What is put in while the buyer pays stays.
  await put({ ...taxed, clock: later(taxed, 1000).clock }, shop.gallery, token, {
    productId: web,
    photoId: first,
  });
  await pay(checkoutUrl);
  await fulfilOrder(taxed, /\/pay\/(.+)$/.exec(checkoutUrl)?.[1] ?? "");
  const rights = await taxed.db.select().from(entitlements).where(eq(entitlements.orderId, id));
  expect(rights.map(({ photoId, size }) => [photoId, size]).sort()).toEqual(
    [
      [first, "original"],
      [second, "web"],
    ].sort(),
  );
  expect((await look(taxed, shop, token)).lines.map(({ product }) => product.name)).toEqual(["Web"]);
});

test("all photos of a gallery are those that are ready when they are paid", async () => {
  const { studio } = await createTestStudio();
  const shop = await aShop(studio);
  await aPhoto(studio, shop.gallery.id, { ready: false });
  const lines = [{ productId: shop.products.All ?? "", photoId: null, quantity: 1 }];
  const placed = await placeOrder(studio, { gallery: shop.gallery, lines, email });
  if (!placed.ok) throw new Error(placed.refusal.reason);
  const ref = /\/pay\/(.+)$/.exec(placed.value.checkoutUrl)?.[1] ?? "";
  await pay(placed.value.checkoutUrl);
  await fulfilOrder(studio, ref);
  await fulfilOrder(studio, ref);
  const rights = await studio.db.select().from(entitlements).where(eq(entitlements.orderId, placed.value.id));
  expect(rights.map(({ photoId }) => photoId).sort()).toEqual([...shop.photoIds].sort());
});

test("what is too little, not sold, or does not lead there is refused", async () => {
  const { studio } = await createTestStudio();
  const shop = await aShop(studio, { minimumAmount: 1500 });
  const elsewhere = await aShop(studio);
  const [photoId = ""] = shop.photoIds;
  const { Original: original = "", Print: print = "", All: all = "" } = shop.products;
  const way = await aShippingMethod(studio, { countries: ["DE"] });
  const refusalOf = async (line: WantedLine, more: object = {}) => {
    const placed = await placeOrder(studio, { gallery: shop.gallery, lines: [line], email, ...more });
    return placed.ok ? null : placed.refusal;
  };
  const one = { photoId, quantity: 1 };
  expect(await refusalOf({ ...one, productId: original })).toEqual({
    reason: "below_minimum",
    missing: { amount: 300, currency: "EUR" },
  });
  const notSold = { reason: "not_sold" };
  expect(await refusalOf({ ...one, productId: elsewhere.products.Original ?? "" })).toEqual(notSold);
  expect(await refusalOf({ ...one, productId: all })).toEqual(notSold);
  expect(await refusalOf({ ...one, photoId: null, productId: original })).toEqual(notSold);
  expect(await refusalOf({ ...one, quantity: 0, productId: print })).toEqual(notSold);
  expect(await refusalOf({ ...one, quantity: 1.5, productId: print })).toEqual(notSold);
  expect(await refusalOf({ ...one, photoId: elsewhere.photoIds[0] ?? "", productId: original })).toEqual({
    reason: "photos_gone",
  });
  const to = (country: string, shippingMethodId: string | null) => ({
    delivery: { country, shippingMethodId },
  });
  expect(await refusalOf({ ...one, productId: print }, to("DE", null))).toEqual({ reason: "no_shipping" });
  expect(await refusalOf({ ...one, productId: print }, to("FR", way))).toEqual({ reason: "no_shipping" });
  expect(await refusalOf({ ...one, productId: print }, to("DE", way))).toEqual({ reason: "no_address" });
  expect(await studio.db.$count(orders)).toBe(0);
});

test("a cart opens for its own gallery only, and what is gone from the list is told", async () => {
  const { studio } = await createTestStudio();
  const shop = await aShop(studio);
  const other = await aShop(studio);
  const token = await put(studio, shop.gallery, null, {
    productId: shop.products.Web,
    photoId: shop.photoIds[0],
  });
  expect(await cartOf(studio, other.gallery.id, token)).toBeNull();
  expect(await cartOf(studio, shop.gallery.id, `${token}x`)).toBeNull();
  await studio.db.delete(products).where(eq(products.id, shop.products.Web ?? ""));
  const view = await look(studio, shop, token);
  expect([view.lines.length, view.gone.length, view.priced.total]).toEqual([0, 1, 0]);
});

test("the link to a cart is mailed without the address being kept, and only so often", async () => {
  const { studio } = await createTestStudio();
  const shop = await aShop(studio);
  const token = await put(studio, shop.gallery, null, {
    productId: shop.products.Web,
    photoId: shop.photoIds[0],
  });
  const cartId = (await cartOf(studio, shop.gallery.id, token))?.id ?? "";
  const to = `cart-${crypto.randomUUID()}@example.com`;
  const send = () => sendCart(studio, { cartId, email: to, network: "192.0.2.9" });
  expect(await send()).toEqual({ ok: true });
  await workOff(studio);
  const [mail] = await mailsTo(to);
  expect(mail?.text).toContain(`/cart/${token}`);
  const rows = JSON.stringify([
    await studio.db.select().from(carts),
    await studio.db.select().from(cartLines),
  ]);
  expect(rows).not.toContain(to);
  for (let i = 0; i < 2; i++) await send();
  expect(await send()).toMatchObject({ ok: false, refusal: { reason: "too_many" } });
});

test("a cart that nobody came back to is forgotten", async () => {
  const { studio } = await createTestStudio();
  const shop = await aShop(studio);
  await put(studio, shop.gallery, null, { productId: shop.products.Web, photoId: shop.photoIds[0] });
  await forgetOldCarts(later(studio, 89 * DAY));
  expect(await studio.db.$count(carts)).toBe(1);
  await forgetOldCarts(later(studio, 91 * DAY));
  expect([await studio.db.$count(carts), await studio.db.$count(cartLines)]).toEqual([0, 0]);
});
