import { downloadPath, galleryDownloadsPath } from "../../../features/downloads/paths";
import type { Gallery } from "../../../features/galleries/model";
import {
  favouritesStatePath,
  sharedHidePath,
  sharedPhotoPath,
  sharedPhotosPath,
  sharePath,
} from "../../../features/galleries/paths";
import type { TestBrowser } from "../../../features/galleries/testing/browser";
import { renditionNames } from "../../../features/ingest/model";
import { renditionPath } from "../../../features/ingest/paths";
import { buyPath, cartPath, reopenPath } from "../../../features/storefront/paths";
import type { Answer, Door } from "./expected";
import type { Visitor } from "./visitors";

/** A gallery with a photo that everybody in it sees and one that is hidden, and what it sells one photo as. */
export interface Scene {
  gallery: Gallery;
  photo: string;
  hidden: string;
  product: string;
}

type Answers = Record<Door, Answer>;
type Got = Awaited<ReturnType<TestBrowser["get"]>>;

/**
 * Tries every door of a gallery. Pages are asked for as JavaScript asks for them: what they are drawn from says as
 * much as what is drawn. What is only read is read at once, what changes something one after the other.
 */
export async function askDoors({ browser, key }: Visitor, scene: Scene): Promise<Answers> {
  const { gallery, photo, hidden, product } = scene;
  const buy = (id: string) => browser.post(buyPath(key), { photo: id, product, quantity: "1" });
  const order = (id: string) =>
    browser.postJson("/api/v1/orders", {
      galleryId: gallery.id,
      ...(key === gallery.shareKey ? { galleryKey: key } : {}),
      photoIds: [id],
      email: `${crypto.randomUUID()}@example.com`,
    });
  const seen = await seenDoors(browser, key, scene);
  const linked = await browser.post(galleryDownloadsPath(key), { photo: "", code: "" });
  const inCart = await buy(photo);
  const hiddenInCart = await buy(hidden);
  const chosen = await choose(browser, key, `${photo}:chosen`);
  return {
    ...seen,
    "a link to downloads": answer(linked, linked.location?.startsWith(downloadPath("")) ?? false),
    ...(await fileDoors(browser, linked.location, scene)),
    "a photo into the cart": answer(inCart, inCart.location === cartPath(key)),
    "a hidden photo into the cart": answer(hiddenInCart, hiddenInCart.location === cartPath(key)),
    "the cart": await shows(browser, `${cartPath(key)}.data`, photo),
    "an order by a program": answer(await order(photo)),
    "an order of a hidden photo by a program": answer(await order(hidden)),
    "choosing a photo": chosen,
    "choosing a hidden photo": await choose(browser, key, `${hidden}:chosen`),
    "a comment": await comment(browser, key, photo),
    "a comment on a hidden photo": await comment(browser, key, hidden),
    "hiding a photo": answer(
      // What is shown already stays so, and nothing is changed for those who ask after.
      await browser.post(sharedHidePath(key), { photo, hidden: "no" }, { accept: "application/json" }),
    ),
    "opening it again": answer(await browser.get(`${reopenPath(key)}.data`)),
  };
}

/** The doors that show photos. */
async function seenDoors(browser: TestBrowser, key: string, { photo, hidden }: Scene) {
  const more = sharedPhotosPath(key, { section: null, cursor: null });
  const [page, list, large, hiddenLarge, pictures, hiddenPictures] = await Promise.all([
    browser.get(`${sharePath(key)}.data`),
    browser.get(more),
    browser.get(`${sharedPhotoPath(key, photo)}.data`),
    browser.get(`${sharedPhotoPath(key, hidden)}.data`),
    pictureDoors(browser, photo),
    pictureDoors(browser, hidden),
  ]);
  return {
    "its page": answer(page, page.text.includes(photo)),
    "a hidden photo on its page": answer(page, page.text.includes(hidden)),
    "more of its photos": answer(list, list.text.includes(photo)),
    "a hidden photo among more": answer(list, list.text.includes(hidden)),
    "a photo large": answer(large),
    "a hidden photo large": answer(hiddenLarge),
    "a picture as thumb": pictures.thumb,
    "a picture as grid": pictures.grid,
    "a picture as preview": pictures.preview,
    "a hidden picture as thumb": hiddenPictures.thumb,
    "a hidden picture as grid": hiddenPictures.grid,
    "a hidden picture as preview": hiddenPictures.preview,
  };
}

async function pictureDoors(browser: TestBrowser, id: string) {
  const asked = renditionNames.map(async (name) => {
    const got = await browser.get(renditionPath({ id, version: 1 }, name));
    return [name, answer(got)] as const;
  });
  return Object.fromEntries(await Promise.all(asked)) as Record<(typeof renditionNames)[number], Answer>;
}

/** The doors behind a link to downloads; without one there is nothing to be asked. */
async function fileDoors(browser: TestBrowser, link: string | null, { photo, hidden }: Scene) {
  const key = link?.startsWith(downloadPath("")) ? link : downloadPath("none");
  const [archive, web, original, hiddenOriginal] = await Promise.all([
    browser.get(`${key}/archive.zip?size=web`),
    browser.get(`${key}/photos/${photo}?size=web`),
    browser.get(`${key}/photos/${photo}?size=original`),
    browser.get(`${key}/photos/${hidden}?size=original`),
  ]);
  return {
    "the archive": answer(archive, archive.text.includes("shown.jpg")),
    "a hidden photo in the archive": answer(archive, archive.text.includes("hidden.jpg")),
    "a file in web size": answer(web),
    "an original": answer(original),
    "the original of a hidden photo": answer(hiddenOriginal),
  };
}

async function choose(browser: TestBrowser, key: string, set: string): Promise<Answer> {
  return said(await saying(browser, key, { intent: "set", set }));
}

async function comment(browser: TestBrowser, key: string, photo: string): Promise<Answer> {
  return said(await saying(browser, key, { intent: "set", photo, comment: "This one" }));
}

/** Says something of a photo; who is asked for a name gives one, and says it again. */
async function saying(browser: TestBrowser, key: string, fields: Record<string, string>): Promise<Got> {
  const path = favouritesStatePath(key);
  const got = await browser.post(path, fields);
  if (got.status !== 200 || !got.text.includes('"refused":"name"')) return got;
  const email = `${crypto.randomUUID()}@example.com`;
  await browser.post(path, { intent: "introduce", name: "Somebody", email });
  return browser.post(path, fields);
}

const said = (got: Got): Answer => answer(got, /"refused":null/.test(got.text));

async function shows(browser: TestBrowser, path: string, text: string): Promise<Answer> {
  const got = await browser.get(path);
  return answer(got, got.text.includes(text));
}

/** @param isGiven whether there is in it what was asked for */
function answer(got: Got, isGiven = got.status === 200 || got.status === 201 || got.status === 204): Answer {
  if (got.status >= 500) throw new Error(`${got.status}: ${got.text.slice(0, 300)}`);
  if (isGiven) return "given";
  // An answer to JavaScript says in itself where it leads, and of a gallery's page what that asks for.
  const isAsked =
    /\/g\/[^/]+\/enter/.test(got.location ?? "") || /"\/g\/[^"/]+\/enter[^"]*"|"entry"/.test(got.text);
  return isAsked ? "asked in" : "refused";
}
