import { expect, test } from "vitest";
import type { Studio } from "../../tenancy/studio";
import { createTestStudio } from "../../test/create-test-studio";
import { askPage } from "../../test/pages";
import { movePhotos } from "../galleries/commands/arrange-photos.server";
import { changeSection } from "../galleries/commands/change-section.server";
import { aGallery, aSection, aViewer } from "../galleries/testing";
import { aPhoto } from "../ingest/testing";
import { cartOf, lookAtCart } from "./cart-queries.server";
import { catalogueOf } from "./catalogue.server";
import { placeOrder, putIntoCart, shopOf } from "./index.server";
import { aPriceList } from "./testing";

/** A gallery that sells originals for 12 and a print, and one of its sections, which sells originals for 30. */
async function twoLists(studio: Studio, { own = true } = {}) {
  const usual = await aPriceList(studio, [
    { name: "Original", amount: 1200 },
    { name: "Print", kind: "physical", amount: 2500, dimensions: "30 × 40 cm" },
    { name: "All", kind: "all_photos", amount: 9000 },
  ]);
  const dear = await aPriceList(studio, [{ name: "Original", amount: 3000 }]);
  const gallery = await aGallery(studio, { priceListId: own ? usual.id : null });
  const [plain, special] = [await aPhoto(studio, gallery.id), await aPhoto(studio, gallery.id)];
  const section = await aSection(studio, gallery.id);
  await movePhotos(studio, gallery.id, [special.id], section);
  const changed = await changeSection(studio, gallery.id, section, {
    name: "Ceremony",
    priceListId: dear.id,
  });
  if (!changed.ok) throw new Error(changed.refusal);
  return {
    gallery,
    section,
    plain: plain.id,
    special: special.id,
    usual: usual.products,
    dear: dear.products,
  };
}

test("photos of a section with a list of its own are sold by that list, all others by the gallery's", async () => {
  const { studio } = await createTestStudio();
  const { gallery, section, plain, special, usual } = await twoLists(studio);
  const shop = await shopOf(studio, gallery, aViewer(gallery));
  expect(shop?.products.map(({ amount }) => amount)).toEqual([1200, 2500]);
  expect(shop?.sections[section]?.map(({ amount }) => amount)).toEqual([3000]);
  expect(shop?.whole?.amount).toBe(9000);
  const original = usual.Original ?? "";
  const lines = [plain, special].map((photoId) => ({ productId: original, photoId, quantity: 1 }));
  const put = await putIntoCart(studio, gallery, { viewer: aViewer(gallery), token: null, lines });
  if (!put.ok) throw new Error(put.refusal.reason);
  const catalogue = await catalogueOf(studio, gallery);
  const cart = await cartOf(studio, gallery.id, put.value.token);
  if (!catalogue) throw new Error("nothing is sold");
  const look = async () => lookAtCart(studio, { gallery, catalogue, cart, seesHidden: false });
  expect(
    Object.fromEntries((await look()).lines.map(({ photo, priced }) => [photo?.id, priced.amount])),
  ).toEqual({
    [plain]: 1200,
    [special]: 3000,
  });
  await movePhotos(studio, gallery.id, [plain], section);
  expect([(await look()).lines.length, (await look()).gone.length]).toEqual([1, 1]);
});

test("what the section's list does not have is not sold of its photos", async () => {
  const { studio } = await createTestStudio();
  const { gallery, plain, special, usual, dear } = await twoLists(studio);
  const print = usual.Print ?? "";
  const put = (productId: string, photoId: string) =>
    putIntoCart(studio, gallery, {
      viewer: aViewer(gallery),
      token: null,
      lines: [{ productId, photoId, quantity: 1 }],
    });
  expect(await put(print, special)).toMatchObject({ refusal: { reason: "not_sold" } });
  expect(await put(print, plain)).toMatchObject({ ok: true });
  const order = (productId: string, photoId: string) =>
    placeOrder(studio, { gallery, email: "a@b.test", lines: [{ productId, photoId, quantity: 1 }] });
  const refused = { refusal: { reason: "not_sold" } };
  expect(await order(usual.Original ?? "", special)).toMatchObject(refused);
  expect(await order(dear.Original ?? "", plain)).toMatchObject(refused);
});

test("originals that are ordered by their photos cost what their section says", async () => {
  const { studio } = await createTestStudio();
  const { gallery, plain, special } = await twoLists(studio);
  const placed = await placeOrder(studio, { gallery, email: "a@b.test", photoIds: [plain, special] });
  expect(placed).toMatchObject({ value: { total: { amount: 4200 } } });
});

test("a gallery that sells nothing sells what its sections do", async () => {
  const { studio } = await createTestStudio();
  const { gallery, section, plain, special, dear } = await twoLists(studio, { own: false });
  const shop = await shopOf(studio, gallery, aViewer(gallery));
  expect([shop?.products, shop?.sections[section]?.length, shop?.whole]).toEqual([[], 1, null]);
  const put = (photoId: string) =>
    putIntoCart(studio, gallery, {
      viewer: aViewer(gallery),
      token: null,
      lines: [{ productId: dear.Original ?? "", photoId, quantity: 1 }],
    });
  expect(await put(plain)).toMatchObject({ refusal: { reason: "not_sold" } });
  expect(await put(special)).toMatchObject({ ok: true });
});

test("the pages of a gallery and of a photo say what it costs there, also where only a section sells", async () => {
  const { studio, slug } = await createTestStudio();
  const text = async (path: string) =>
    (await (await askPage(slug, path)).text()).replaceAll(/<script[\s\S]*?<\/script>/g, "");
  const both = await twoLists(studio);
  const page = await text(`/g/${both.gallery.slug}`);
  expect(page).toContain("From €12.00 a photo");
  expect(page).toContain("€30.00 per photo");
  expect(await text(`/g/${both.gallery.slug}/photos/${both.special}`)).toMatch(
    /Buy[\s\S]{0,80}€30\.00 per photo/,
  );
  const one = await twoLists(studio, { own: false });
  const here = await text(`/g/${one.gallery.slug}?as=buyer`);
  expect(here).toContain(`value="${one.special}"`);
  expect(here).not.toContain(`value="${one.plain}"`);
  expect(await text(`/g/${one.gallery.slug}/photos/${one.plain}`)).not.toContain("buy?photo");
});
