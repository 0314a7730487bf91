import { inArray } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUTE } from "../../lib/time";
import { createTestStudio } from "../../test/create-test-studio";
import { downloadPath, galleryDownloadsPath } from "../downloads/paths";
import { entitlements } from "../downloads/schema";
import { renditionNames } from "../ingest/model";
import { renditionPath } from "../ingest/paths";
import { photos } from "../ingest/schema";
import { aPhoto } from "../ingest/testing";
import { aPriceList } from "../storefront/testing";
import { changeGallery } from "./commands/change-gallery.server";
import { type Gallery, visibilities } from "./model";
import { defaultRights, galleryRoles, withFreeDownloads } from "./model/roles";
import { sharedPhotoPath, sharePath } from "./paths";
import { aGallery } from "./testing";
import { aBrowserIn, type TestBrowser } from "./testing/browser";

/** A gallery, who comes into it, and which of its four photos are hidden. */
const scene = fc.record({
  visibility: fc.constantFrom(...visibilities),
  /** By name as this, or without a name; only the named come into a gallery of named people. */
  named: fc.option(fc.constantFrom(...galleryRoles), { nil: undefined }),
  hidden: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }).filter((each) => each.includes(true)),
  guestsHide: fc.boolean(),
});

test("no door gives anybody a photo that is hidden from them, and every door gives them all others", {
  timeout: 20 * MINUTE,
}, async () => {
  const made = await createTestStudio();
  const list = await aPriceList(made.studio, [
    { name: "File", amount: 0 },
    { name: "All", kind: "all_photos", amount: 0 },
  ]);
  await fc.assert(
    fc.asyncProperty(scene, async ({ visibility, named, hidden, guestsHide }) => {
      fc.pre(visibility !== "people" || named !== undefined);
      const { studio } = made;
      const gallery = await aGallery(studio, { name: `G ${crypto.randomUUID()}`, visibility });
      const rights = withFreeDownloads(defaultRights, "original");
      const changed = await changeGallery(studio, gallery.id, {
        priceListId: list.id,
        rights: { ...rights, guest: { ...rights.guest, hide: guestsHide } },
      });
      if (!changed.ok) throw new Error(changed.refusal);
      const ids: string[] = [];
      for (const i of hidden.keys())
        ids.push((await aPhoto(studio, gallery.id, { filename: `shot-${i}.jpg`, web: true })).id);
      const hiddenIds = ids.filter((_, i) => hidden[i]);
      await studio.db.update(photos).set({ hidden: true }).where(inArray(photos.id, hiddenIds));

      const role = named ?? (visibility === "public" ? "buyer" : "guest");
      const seesHidden = changed.value.rights[role].hide;
      const seen = seesHidden ? ids : ids.filter((id) => !hiddenIds.includes(id));
      const browser = await aBrowserIn(made, gallery, named);
      const got = await everyDoor(browser, { gallery, ids, products: list.products });
      for (const [door, given] of Object.entries(got))
        expect(given, `${door} to ${role} of a ${visibility} one`).toEqual(seen);
      const bought = await studio.db
        .select({ photoId: entitlements.photoId })
        .from(entitlements)
        .where(inArray(entitlements.photoId, ids));
      expect(bought.map(({ photoId }) => photoId).toSorted()).toEqual(seen.toSorted());
    }),
    { numRuns: 8 },
  );
});

interface Asked {
  gallery: Gallery;
  ids: string[];
  products: Record<string, string>;
}

/** Which of the photos each door gives, in their order. */
async function everyDoor(browser: TestBrowser, { gallery, ids, products }: Asked) {
  const key = gallery.shareKey;
  const given = async (gives: (id: string) => Promise<boolean>) => {
    const found: string[] = [];
    for (const id of ids) if (await gives(id)) found.push(id);
    return found;
  };
  const isThere = (path: string) => browser.get(path).then(({ status }) => status === 200);
  const page = (await browser.get(sharePath(key))).text;
  const { location } = await browser.post(galleryDownloadsPath(key), { photo: "", code: "" });
  const link = location ?? downloadPath("none");
  const downloads = (await browser.get(link)).text;
  const archive = (await browser.get(`${link}/archive.zip`)).text;
  const buy = async (product: string | undefined, photo: string) => {
    const fields = { product: product ?? "", quantity: "1", ...(photo === "" ? {} : { photo }) };
    return (await browser.post(`${sharePath(key)}/buy`, fields)).status === 303;
  };
  expect(await buy(products.All, "")).toBe(true);
  const email = `buyer-${crypto.randomUUID()}@example.com`;
  const placed = await browser.post(`${sharePath(key)}/checkout`, { email, shownTotal: "0", consent: "on" });
  expect(placed.status, placed.text).toBe(303);
  return {
    page: await given(async (id) => page.includes(id)),
    large: await given((id) => isThere(sharedPhotoPath(key, id))),
    pictures: await given(async (id) => {
      const there = await Promise.all(
        renditionNames.map((name) => isThere(renditionPath({ id, version: 1 }, name))),
      );
      return there.every(Boolean) || (there.some(Boolean) ? Promise.reject(new Error("only some")) : false);
    }),
    downloadPage: await given(async (id) => downloads.includes(id)),
    files: await given((id) => isThere(`${link}/photos/${id}`)),
    webFiles: await given((id) => isThere(`${link}/photos/${id}?size=web`)),
    thumbs: await given((id) => isThere(`${link}/thumbs/${id}.jpg`)),
    archive: await given(async (id) => archive.includes(`shot-${ids.indexOf(id)}.jpg`)),
    downloadOfOne: await given(
      async (id) => (await browser.post(galleryDownloadsPath(key), { photo: id, code: "" })).status === 303,
    ),
    buyPage: await given((id) => isThere(`${sharePath(key)}/buy?photo=${id}`)),
    cart: await given((id) => buy(products.File, id)),
  };
}
