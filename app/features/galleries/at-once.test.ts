import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestStudio } from "../../test/create-test-studio";
import { mailsTo } from "../../test/sandbox";
import { accountLinks } from "../account/index.server";
import { downloadThumbPath, galleryDownloadsPath } from "../downloads/paths";
import { renditionPath } from "../ingest/paths";
import { photos } from "../ingest/schema";
import { aPhoto } from "../ingest/testing";
import { buyerCookie } from "../storefront/buyer-token.server";
import { putIntoCart } from "../storefront/index.server";
import { buyerOrderPath, cartPath, checkoutPath, mailedCartPath } from "../storefront/paths";
import { anOrder, aPriceList } from "../storefront/testing";
import { changeGallery } from "./commands/change-gallery.server";
import { mailFavouritesLink } from "./commands/mail-favourites.server";
import { changePersonsRole, revokePerson } from "./commands/name-person.server";
import { publishGallery, unpublishGallery } from "./commands/publish-gallery.server";
import type { Gallery } from "./model";
import { defaultRights, type GalleryRights, withFreeDownloads } from "./model/roles";
import { enterPath, favouritesEnterPath, favouritesStatePath, sharedPhotosPath, sharePath } from "./paths";
import { galleries } from "./schema";
import { aGallery, aPerson, aViewer, GALLERY_PASSWORD } from "./testing";
import { TestBrowser } from "./testing/browser";

const PIN = "2468";
const rights: GalleryRights = withFreeDownloads(defaultRights, "original");

/** Everything that stands open to a browser that has a picture of a gallery, its address and a link, a cart and a list. */
const everything = ["archive", "cart", "file", "list", "more", "page", "picture", "thumb"];

test("whoever is revoked has nothing left of what was in their hands", async () => {
  const { studio, gallery, held, person } = await somebodyIn({ visibility: "people" });
  expect(await held.opens()).toEqual(everything);
  await revokePerson(studio, gallery.id, person.id);
  expect(await held.opens()).toEqual([]);
  expect(await held.buys()).toBe(false);
});

test("whoever becomes a guest of a gallery has what guests have, also by the link they held", async () => {
  const { studio, gallery, held, person, photo } = await somebodyIn({ visibility: "people" });
  await studio.db.update(photos).set({ hidden: true }).where(eq(photos.id, photo));
  expect(await held.opens()).toEqual(everything);
  await changePersonsRole(studio, gallery.id, { personId: person.id, role: "guest" });
  expect(await held.opens()).toEqual([]);
  expect(await held.buys()).toBe(false);
  await studio.db.update(photos).set({ hidden: false }).where(eq(photos.id, photo));
  expect(await held.opens()).toEqual(everything);
});

test("whoever is revoked is mailed no link to their lists, and the one they have opens nothing of the gallery", async () => {
  const { studio, slug, gallery, person, photo } = await somebodyIn({ visibility: "people" });
  const mail = async () => {
    const link = await accountLinks.newLink(studio, "favourites", person.clientId);
    await link.insert;
    await mailFavouritesLink(studio, { linkId: link.id, galleryId: gallery.id, reason: "unfinished" });
    return accountLinks.linkToMail(studio, link.id);
  };
  const sent = await mail();
  const mailed = (await mailsTo(person.email)).length;
  expect(mailed).toBe(1);
  await revokePerson(studio, gallery.id, person.id);
  await mail();
  expect(await mailsTo(person.email)).toHaveLength(mailed);

  const key = gallery.shareKey;
  const browser = new TestBrowser(slug);
  expect((await browser.post(favouritesEnterPath(key, sent?.token ?? ""), {})).status).toBe(303);
  expect((await browser.get(`${sharePath(key)}.data`)).text).not.toContain(photo);
  expect((await browser.get(favouritesStatePath(key))).status).toBe(410);
  expect((await browser.get(renditionPath({ id: photo, version: 1 }, "grid"))).status).toBe(404);
});

test("an address that became a secret is told to nobody who has a cart, an order or a list of before", async () => {
  const { studio, slug, gallery, photo, product, person } = await somebodyIn({ visibility: "public" });
  await revokePerson(studio, gallery.id, person.id);
  const lines = [{ productId: product, photoId: photo, quantity: 1 }];
  const put = await putIntoCart(studio, gallery, { viewer: aViewer(gallery), token: null, lines });
  if (!put.ok) throw new Error(put.refusal.reason);
  const order = await anOrder(studio, { gallery, photoIds: [photo] });
  const told = async (browser: TestBrowser) => {
    const cart = await browser.get(mailedCartPath(put.value.token));
    const page = await browser.get(`${buyerOrderPath(order.id)}.data`);
    const link = await accountLinks.newLink(studio, "favourites", person.clientId);
    await link.insert;
    await mailFavouritesLink(studio, { linkId: link.id, galleryId: gallery.id, reason: "unfinished" });
    const { visibility } = (await studio.db.select().from(galleries).get()) ?? gallery;
    const key = visibility === "unlisted" ? gallery.shareKey : gallery.slug;
    return {
      cart: cart.location === cartPath(key) || cart.status,
      order: page.text.includes(`${sharePath(key)}"`) || page.status,
      mails: (await mailsTo(person.email)).length,
    };
  };
  const buyer = () => new TestBrowser(slug, undefined, `${buyerCookie(order.id)}=${order.buyerToken}`);
  expect(await told(buyer())).toEqual({ cart: true, order: true, mails: 1 });
  await changeGallery(studio, gallery.id, { visibility: "unlisted" });
  expect(await told(buyer())).toEqual({ cart: 404, order: 200, mails: 1 });
  const addressed = buyer();
  await addressed.get(sharePath(gallery.shareKey));
  expect(await told(addressed)).toEqual({ cart: true, order: true, mails: 1 });
});

test("with another password nothing is left to who came in with the one before", async () => {
  const { studio, gallery, held } = await somebodyIn({ visibility: "password" });
  expect(await held.opens()).toEqual(everything);
  await changeGallery(studio, gallery.id, { password: "hinter den linden" });
  expect(await held.opens()).toEqual([]);
  expect(await held.buys()).toBe(false);
});

test("a gallery that is taken back has no door open, and published again no link of before", async () => {
  const { studio, gallery, held } = await somebodyIn({ visibility: "public" });
  expect(await held.opens()).toEqual(everything);
  await unpublishGallery(studio, gallery.id);
  expect(await held.opens()).toEqual([]);
  expect(await held.buys()).toBe(false);
  await publishGallery(studio, gallery.id);
  expect(await held.opens()).toEqual(["cart", "list", "more", "page", "picture"]);
});

test("another PIN ends the links that were given for the one before, and nothing else", async () => {
  const { studio, gallery, held } = await somebodyIn({ visibility: "public" });
  await changeGallery(studio, gallery.id, { downloadPin: "1357" });
  expect(await held.opens()).toEqual(["cart", "list", "more", "page", "picture"]);
  expect(await held.buys()).toBe(true);
});

test("a photo that is hidden is gone from everywhere, where it was put before as well", async () => {
  const { studio, held, photo } = await somebodyIn({ visibility: "public" });
  await studio.db.update(photos).set({ hidden: true }).where(eq(photos.id, photo));
  expect(await held.opens()).toEqual([]);
  expect(await held.buys()).toBe(false);
});

test("rights that a role loses are lost to who has used them already", async () => {
  const { studio, gallery, held } = await somebodyIn({ visibility: "public" });
  const less = { ...rights.buyer, download: "none" as const, buy: false, favourite: false };
  await changeGallery(studio, gallery.id, { rights: { ...rights, buyer: less } });
  expect(await held.opens()).toEqual(["more", "page", "picture"]);
  expect(await held.buys()).toBe(false);
});

/** A gallery with two photos, and a browser that came into it and took all it could get hold of of the first. */
async function somebodyIn({ visibility }: Pick<Gallery, "visibility">) {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const list = await aPriceList(studio, [{ name: "File", amount: 0 }]);
  const { id } = await aGallery(studio, { visibility, downloadPin: PIN });
  const changed = await changeGallery(studio, id, { rights, priceListId: list.id });
  if (!changed.ok) throw new Error(changed.refusal);
  const gallery = changed.value;
  const photo = (await aPhoto(studio, gallery.id, { filename: "wanted.jpg", web: true })).id;
  await aPhoto(studio, gallery.id, { filename: "other.jpg", web: true });
  const browser = new TestBrowser(slug);
  const door = enterPath(gallery.shareKey);
  const email = `anna-${crypto.randomUUID()}@example.com`;
  const person = { email, ...(await aPerson(studio, gallery.id, { email, role: "main" })) };
  if (visibility === "people") await browser.post(door, { intent: "open", token: person.token });
  if (visibility === "password") await browser.post(door, { intent: "password", password: GALLERY_PASSWORD });
  const product = list.products.File ?? "";
  const held = await takenBy(browser, { gallery, photo, product, email });
  return { ...made, gallery, photo, product, person, held };
}

async function takenBy(
  browser: TestBrowser,
  { gallery, photo, product, email }: { gallery: Gallery; photo: string; product: string; email: string },
) {
  const key = gallery.shareKey;
  const picturePath = renditionPath({ id: photo, version: 1 }, "grid");
  const etag = (await browser.get(picturePath)).headers.get("etag") ?? "";
  const link = (await browser.post(galleryDownloadsPath(key), { photo: "", code: PIN })).location ?? "";
  const token = link.replace("/d/", "");
  await browser.post(`${sharePath(key)}/buy`, { photo, product, quantity: "1" });
  const choosing = favouritesStatePath(key);
  const name = { intent: "introduce", name: "Anna", email };
  await browser.post(choosing, name);
  await browser.post(choosing, { intent: "set", set: `${photo}:chosen` });
  const shows = async (path: string, text: string) => (await browser.get(path)).text.includes(text);
  const isThere = async (path: string) => (await browser.get(path)).status === 200;
  return {
    /** What of it still shows or hands out that photo, in the order of the names. */
    async opens(): Promise<string[]> {
      const more = sharedPhotosPath(key, { section: null, cursor: null });
      const asked = await browser.get(picturePath, { "if-none-match": etag });
      const open: Record<string, boolean> = {
        archive: await shows(`${link}/archive.zip`, "wanted.jpg"),
        cart: await shows(`${cartPath(key)}.data`, photo),
        file: await isThere(`${link}/photos/${photo}`),
        list: await shows(choosing, photo),
        more: await shows(more, photo),
        page: await shows(`${sharePath(key)}.data`, photo),
        // What the browser has kept is shown while this is the answer.
        picture: asked.status === 304,
        thumb: await isThere(downloadThumbPath(token, photo)),
      };
      return Object.keys(open).filter((name) => open[name]);
    },
    /** Whether what is in the cart can be bought, which empties it. */
    async buys(): Promise<boolean> {
      const fields = { email, shownTotal: "0", consent: "on" };
      return (await browser.post(checkoutPath(key), fields)).location?.includes("/orders/") ?? false;
    },
  };
}
