import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { ownerCookie, postForm } from "../../../test/pages";
import { galleries } from "../../galleries/schema";
import { aGallery } from "../../galleries/testing";
import { listPriceLists, pricesOf, productsOf } from "../price-list-queries.server";
import { priceLists, products } from "../schema";
import { aPriceList } from "../testing";
import {
  archivePriceList,
  createPriceList,
  duplicatePriceList,
  makeDefault,
  markUpPriceList,
} from "./change-price-list.server";
import { choosePrices } from "./choose-prices.server";
import { saveProduct } from "./save-product.server";

const unnamed = "Originals";

test("galleries of one price share a list; as soon as somebody changes it, it is a list of its own", async () => {
  const { studio } = await createTestStudio();
  const [one, two] = await Promise.all([1, 2].map(() => choosePrices(studio, { perPhoto: 900 })));
  expect(one).toEqual(two);
  const id = one?.ok ? (one.value ?? "") : "";
  expect(await pricesOf(studio, { priceListId: id })).toMatchObject({
    perPhoto: 900,
    originalAmount: 900,
    isFree: false,
  });
  const [original] = await productsOf(studio, id);
  if (!original) throw new Error("the list is empty");
  const { id: productId, ...product } = original;
  await saveProduct(studio, { priceListId: id, productId, unnamed }, { ...product, amount: 1100 });
  expect(await pricesOf(studio, { priceListId: id })).toMatchObject({
    name: unnamed,
    perPhoto: null,
    originalAmount: 1100,
  });
  const again = await choosePrices(studio, { perPhoto: 900 });
  expect(again.ok && again.value).not.toBe(id);
});

test("the first list is the one for new galleries, and there is one at a time", async () => {
  const { studio } = await createTestStudio();
  const first = await createPriceList(studio, { name: "First", minimumAmount: 0 });
  const second = await createPriceList(studio, { name: "Second", minimumAmount: 0 });
  const defaults = async () =>
    (await listPriceLists(studio)).filter((list) => list.isDefault).map(({ id }) => id);
  expect(await defaults()).toEqual([first.id]);
  await makeDefault(studio, second.id);
  expect(await defaults()).toEqual([second.id]);
  await archivePriceList(studio, first.id, true);
  await expect(makeDefault(studio, first.id)).rejects.toMatchObject({ type: "not_found" });
  expect(await defaults()).toEqual([second.id]);
});

test("a list by which a gallery sells is not archived, and an archived one is not chosen anew", async () => {
  const { studio } = await createTestStudio();
  await createPriceList(studio, { name: "For new ones", minimumAmount: 0 });
  const list = await aPriceList(studio, [{ name: "Original" }]);
  const gallery = await aGallery(studio, { priceListId: list.id });
  expect(await archivePriceList(studio, list.id, true)).toEqual({ ok: false, refusal: "in_use" });
  await studio.db.update(galleries).set({ priceListId: null }).where(eq(galleries.id, gallery.id));
  expect(await archivePriceList(studio, list.id, true)).toEqual({ ok: true });
  const chosen = { priceListId: list.id };
  expect(await choosePrices(studio, chosen)).toEqual({ ok: false, refusal: "no_such_list" });
  expect(await choosePrices(studio, chosen, list.id)).toEqual({ ok: true, value: list.id });
  expect(await archivePriceList(studio, list.id, false)).toEqual({ ok: true });
  expect(await choosePrices(studio, chosen)).toEqual({ ok: true, value: list.id });
});

test("a copy has the same products at the same prices and is changed by itself", async () => {
  const { studio } = await createTestStudio();
  const list = await aPriceList(studio, [
    { name: "Original", amount: 1200, tiers: [{ from: 5, amount: 900 }] },
    { name: "Print", kind: "physical", amount: 2500, cost: 800 },
  ]);
  const copy = await duplicatePriceList(studio, list.id, "Copy");
  await markUpPriceList(studio, copy.id, { change: 1000, ending: "95", unnamed });
  const prices = async (id: string) =>
    (await productsOf(studio, id)).map(({ name, amount, cost, tiers }) => [name, amount, cost, tiers]);
  expect(await prices(list.id)).toEqual([
    ["Original", 1200, 0, [{ from: 5, amount: 900 }]],
    ["Print", 2500, 800, []],
  ]);
  expect(await prices(copy.id)).toEqual([
    ["Original", 1395, 0, [{ from: 5, amount: 995 }]],
    ["Print", 2795, 800, []],
  ]);
});

test("the pages make a list, put products into it, and say what is wrong beside the field", async () => {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const cookie = await ownerCookie(made);
  const post = (path: string, fields: Record<string, string>) =>
    postForm(slug, path, fields, { headers: { cookie } });
  const created = await post("/studio/price-lists", { name: "Weddings", minimum: "20" });
  const path = created.headers.get("location") ?? "";
  expect([created.status, path]).toEqual([303, expect.stringMatching(/^\/studio\/price-lists\/prl_/)]);
  const print = {
    ...{ intent: "save", kind: "physical", name: "Print", price: "25", cost: "7,50", taxClass: "physical" },
    ...{ shippingClass: "large", dimensions: "30 × 40 cm", finish: "Matt", from1: "5", each1: "22" },
  };
  expect((await post(`${path}/products/new`, print)).status).toBe(303);
  const wrong = await post(`${path}/products/new`, { ...print, each1: "26" });
  expect([wrong.status, (await wrong.text()).includes("is cheaper than the one before")]).toEqual([
    200,
    true,
  ]);
  const dear = await (await post(`${path}/products/new`, { ...print, price: "a lot" })).text();
  expect(dear).toContain("Enter an amount in EUR such as 12.50.");
  const rows = await studio.db.select().from(products);
  expect(rows).toMatchObject([
    { name: "Print", amount: 2500, cost: 750, fileSize: null, shippingClass: "large", tiers: "[[5,2200]]" },
  ]);
  expect((await post(path, { intent: "mark-up", percent: "12,5", ending: "whole" })).status).toBe(303);
  expect((await post(path, { intent: "save", name: "Big days", minimum: "0" })).status).toBe(303);
  const [list] = await studio.db.select().from(priceLists);
  const [raised] = await studio.db.select().from(products);
  expect([list?.name, list?.minimumAmount, raised?.amount, raised?.tiers]).toEqual([
    "Big days",
    0,
    2900,
    "[[5,2500]]",
  ]);
  expect((await post(`${path}/products/${raised?.id}`, { intent: "remove" })).status).toBe(303);
  expect(await studio.db.$count(products)).toBe(0);
});

test("shipping and tax rates are set by their pages", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const post = async (path: string, fields: Record<string, string>) => {
    const response = await postForm(made.slug, path, fields, { headers: { cookie } });
    return [response.status, response.headers.get("location") ?? (await response.text())];
  };
  const way = { intent: "save", name: "Post", kind: "sent", countries: "de, at", from1: "1", each1: "4.90" };
  expect(await post("/studio/settings/shipping/new", { ...way, freeFrom: "100" })).toEqual([
    303,
    "/studio/settings/shipping",
  ]);
  const [, noFirst] = await post("/studio/settings/shipping/new", { ...way, from1: "2" });
  expect(noFirst).toContain("The first line begins with 1");
  const [, nowhere] = await post("/studio/settings/shipping/new", { ...way, countries: "Germany" });
  expect(nowhere).toContain("Use two-letter codes");
  const rate = { intent: "add", country: "AT", taxClass: "*", name: "USt", rate: "20" };
  expect(await post("/studio/settings/tax/rates", rate)).toEqual([303, "/studio/settings/tax/rates"]);
  const [, unread] = await post("/studio/settings/tax/rates", { ...rate, rate: "a fifth" });
  expect(unread).toContain("Enter a rate such as 19 or 8.1.");
  expect(await post("/studio/settings/tax/rates", { ...rate, intent: "remove" })).toEqual([
    303,
    "/studio/settings/tax/rates",
  ]);
});
