import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { changeGallery } from "../../galleries/commands/change-gallery.server";
import { changePersonsRole, revokePerson } from "../../galleries/commands/name-person.server";
import { defaultRights } from "../../galleries/model/roles";
import { enterPath, sharePath } from "../../galleries/paths";
import { aGallery, aPerson, GALLERY_PASSWORD } from "../../galleries/testing";
import { TestBrowser } from "../../galleries/testing/browser";
import { aPhoto } from "../../ingest/testing";
import { archivePath, galleryDownloadsPath, originalPath } from "../paths";
import { fetched } from "../testing/holders";

const { main, guest, buyer } = defaultRights;
const rights = {
  main: { ...main, download: "original" as const },
  guest: { ...guest, download: "web" as const },
  buyer,
};

async function aSharedGallery() {
  const made = await createTestStudio();
  const gallery = await aGallery(made.studio, { visibility: "password", rights });
  const photo = await aPhoto(made.studio, gallery.id, { web: true });
  const path = galleryDownloadsPath(gallery.shareKey);
  const tokenOf = async (browser: TestBrowser) => {
    const { location } = await browser.post(path, { photo: "", code: "" });
    return /^\/d\/([\w-]+)/.exec(location ?? "")?.[1] ?? "";
  };
  const opens = async (token: string, size: "web" | "original") =>
    (await fetched(made.slug, originalPath(token, photo.id, size))).status;
  return { ...made, gallery, photo, path, tokenOf, opens };
}

test("each role downloads in its own size, and a link follows what its holder is in the gallery now", async () => {
  const { studio, slug, gallery, tokenOf, opens } = await aSharedGallery();
  const { id, token: link } = await aPerson(studio, gallery.id, { role: "main" });
  const [anna, ben] = [new TestBrowser(slug), new TestBrowser(slug)];
  await anna.post(enterPath(gallery.shareKey), { intent: "open", token: link });
  await ben.post(enterPath(gallery.shareKey), { intent: "password", password: GALLERY_PASSWORD });
  const [mains, guests] = [await tokenOf(anna), await tokenOf(ben)];
  expect([await opens(mains, "original"), await opens(guests, "original")]).toEqual([200, 404]);
  expect(await opens(guests, "web")).toBe(200);

  await changePersonsRole(studio, gallery.id, { personId: id, role: "guest" });
  expect([await opens(mains, "original"), await opens(mains, "web")]).toEqual([404, 200]);
  await changePersonsRole(studio, gallery.id, { personId: id, role: "buyer" });
  expect([await opens(mains, "web"), (await fetched(slug, archivePath(mains))).status]).toEqual([303, 303]);
  await changePersonsRole(studio, gallery.id, { personId: id, role: "main" });
  expect(await opens(mains, "original")).toBe(200);
  await revokePerson(studio, gallery.id, id);
  expect(await opens(mains, "web")).toBe(303);
});

test("another password closes the links of those who came in by the old one, and no other", async () => {
  const { studio, slug, gallery, tokenOf, opens } = await aSharedGallery();
  const { token: link } = await aPerson(studio, gallery.id, { role: "main" });
  const [anna, ben] = [new TestBrowser(slug), new TestBrowser(slug)];
  await anna.post(enterPath(gallery.shareKey), { intent: "open", token: link });
  await ben.post(enterPath(gallery.shareKey), { intent: "password", password: GALLERY_PASSWORD });
  const [mains, guests] = [await tokenOf(anna), await tokenOf(ben)];
  await changeGallery(studio, gallery.id, { password: "another one" });
  expect([await opens(mains, "web"), await opens(guests, "web")]).toEqual([200, 303]);
  expect((await ben.get(galleryDownloadsPath(gallery.shareKey))).location).toContain("/enter");
});

test("whose role has no right to buy is offered nothing, and can put nothing into a cart", async () => {
  const { studio, slug, gallery, photo } = await aSharedGallery();
  await changeGallery(studio, gallery.id, { rights: { ...rights, guest: { ...rights.guest, buy: false } } });
  const ben = new TestBrowser(slug);
  await ben.post(enterPath(gallery.shareKey), { intent: "password", password: GALLERY_PASSWORD });
  const buyPath = `${sharePath(gallery.shareKey)}/buy`;
  expect((await ben.get(sharePath(gallery.shareKey))).text).not.toContain("/cart");
  const { token } = await aPerson(studio, gallery.id, { role: "main" });
  const anna = new TestBrowser(slug);
  await anna.post(enterPath(gallery.shareKey), { intent: "open", token });
  const page = (await anna.get(`${buyPath}?photo=${photo.id}`)).text;
  const product = /name="product"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? "";
  expect(product).not.toBe("");
  const fields = { product, photo: photo.id, quantity: "1" };
  expect((await ben.post(buyPath, fields)).status).toBe(200);
  expect((await anna.post(buyPath, fields)).status).toBe(303);
});
