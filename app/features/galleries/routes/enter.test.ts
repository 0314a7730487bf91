import { afterEach, expect, test } from "vitest";
import { DAY, MINUTE } from "../../../lib/time";
import { createTestStudio, setClock, workOff } from "../../../test/create-test-studio";
import { mailsTo } from "../../../test/sandbox";
import { clients } from "../../clients/schema";
import { renditionPath } from "../../ingest/paths";
import { aPhoto } from "../../ingest/testing";
import { changeGallery } from "../commands/change-gallery.server";
import { mailNewLink, revokePerson } from "../commands/name-person.server";
import { publishGallery, unpublishGallery } from "../commands/publish-gallery.server";
import type { GalleryInput } from "../forms";
import { enterPath, sharePath } from "../paths";
import { galleryPeople, marketingConsents, visitors } from "../schema/visitors";
import { aGallery, aPerson, GALLERY_PASSWORD } from "../testing";
import { aBrowserIn, TestBrowser } from "../testing/browser";

afterEach(() => setClock(0));

async function aClosedGallery(input: Partial<GalleryInput>) {
  const made = await createTestStudio();
  const gallery = await aGallery(made.studio, input);
  const photo = await aPhoto(made.studio, gallery.id);
  const picture = renditionPath({ id: photo.id, version: 1 }, "grid");
  return {
    ...made,
    gallery,
    photo,
    picture,
    home: sharePath(gallery.shareKey),
    door: enterPath(gallery.shareKey),
  };
}

test("a password opens the gallery and its pictures, a wrong one nothing, and it is never sent back", async () => {
  const { slug, gallery, photo, picture, home, door } = await aClosedGallery({ visibility: "password" });
  const browser = new TestBrowser(slug);
  const outside = await browser.get(sharePath(gallery.slug));
  expect([outside.status, outside.text.includes(photo.id)]).toEqual([200, false]);
  expect(outside.text).toContain('<meta name="robots" content="noindex"/>');
  expect((await browser.get(`${home}/photos/${photo.id}`)).location).toBe(
    enterPath(gallery.shareKey, `${home}/photos/${photo.id}`),
  );
  for (const page of ["buy", "cart", "checkout", "downloads"])
    expect((await browser.get(`${home}/${page}`)).status, page).toBe(303);
  expect((await browser.get(picture)).status).toBe(404);

  const wrong = await browser.post(door, { intent: "password", password: "under den linden" });
  expect(wrong.text).toContain("This is not the password of this gallery.");
  expect(wrong.text).not.toContain("under den linden");
  expect((await browser.get(picture)).status).toBe(404);

  const spoken = ` ${GALLERY_PASSWORD.toUpperCase()}`;
  const to = `${home}/photos/${photo.id}`;
  expect((await browser.post(door, { intent: "password", password: spoken, to })).location).toBe(to);
  expect((await browser.get(home)).text).toContain(photo.id);
  expect((await browser.get(picture)).status).toBe(200);
});

test("whoever is let in goes on in this gallery only, wherever the form says", async () => {
  const { slug, home, door } = await aClosedGallery({ visibility: "password" });
  for (const to of ["https://elsewhere.example", "//elsewhere.example", "/g/other", "/studio"]) {
    const browser = new TestBrowser(slug);
    const { location } = await browser.post(door, { intent: "password", password: GALLERY_PASSWORD, to });
    expect(location, to).toBe(home);
  }
});

test("another password, another way in and un-publishing send everybody back to the door at once", async () => {
  const made = await aClosedGallery({ visibility: "password" });
  const { studio, gallery, picture, home } = made;
  const isIn = async (browser: TestBrowser) => (await browser.get(picture)).status === 200;
  const [first, named] = [await aBrowserIn(made, gallery), await aBrowserIn(made, gallery, "guest")];
  expect([await isIn(first), await isIn(named)]).toEqual([true, true]);
  await changeGallery(studio, gallery.id, { name: "Renamed", password: GALLERY_PASSWORD });
  expect(await isIn(first)).toBe(true);
  await changeGallery(studio, gallery.id, { password: "another one" });
  expect([await isIn(first), await isIn(named)]).toEqual([false, true]);
  expect((await first.get(home)).text).toContain("Password or code");

  await changeGallery(studio, gallery.id, { password: GALLERY_PASSWORD });
  const second = await aBrowserIn(made, gallery);
  await unpublishGallery(studio, gallery.id);
  expect([await isIn(second), await isIn(named), (await second.get(home)).status]).toEqual([
    false,
    false,
    404,
  ]);
  await publishGallery(studio, gallery.id);
  expect([await isIn(second), await isIn(named)]).toEqual([false, true]);

  const third = await aBrowserIn(made, gallery);
  await changeGallery(studio, gallery.id, { visibility: "people" });
  expect([await isIn(third), await isIn(named)]).toEqual([false, true]);
  expect((await third.get(sharePath(gallery.slug))).status).toBe(404);
});

test("a gallery without a password cannot ask for one", async () => {
  const { studio, gallery } = await aClosedGallery({});
  const refused = { ok: false, refusal: "password_missing" };
  expect(await changeGallery(studio, gallery.id, { visibility: "password" })).toEqual(refused);
  expect(await changeGallery(studio, gallery.id, { visibility: "password", password: "1234" })).toMatchObject(
    {
      ok: true,
    },
  );
  expect(await changeGallery(studio, gallery.id, { password: null })).toEqual(refused);
});

test("tries are counted before they are looked at, and while there are too many the right one is as wrong", async () => {
  const { slug, home, door } = await aClosedGallery({ visibility: "password" });
  const guesser = new TestBrowser(slug, "198.51.100.9");
  const ask = (browser: TestBrowser, password: string) =>
    browser.post(door, { intent: "password", password });
  const guesses = await Promise.all(Array.from({ length: 14 }, (_, i) => ask(guesser, `guess ${i}`)));
  expect(guesses.filter(({ text }) => text.includes("not the password"))).toHaveLength(10);
  expect((await ask(guesser, GALLERY_PASSWORD)).text).toContain("There have been too many tries.");
  expect((await ask(new TestBrowser(slug, "198.51.100.10"), GALLERY_PASSWORD)).location).toBe(home);
  await setClock(16 * MINUTE);
  expect((await ask(guesser, GALLERY_PASSWORD)).location).toBe(home);
});

test("an unlisted gallery shows its pictures only to a browser that has opened its address", async () => {
  const { slug, picture, home } = await aClosedGallery({ visibility: "unlisted" });
  const browser = new TestBrowser(slug);
  expect((await browser.get(picture)).status).toBe(404);
  await browser.get(home);
  const shown = await browser.get(picture);
  expect([shown.status, shown.headers.get("cache-control"), shown.headers.get("x-robots-tag")]).toEqual([
    200,
    "private, no-cache",
    "noindex",
  ]);
  for (const site of ["cross-site", "same-site"])
    expect((await browser.get(picture, { "sec-fetch-site": site })).status, site).toBe(404);
  expect((await browser.get(picture, { "sec-fetch-site": "same-origin" })).status).toBe(200);
});

test("a mailed link opens at a button and not when it is only looked at, until another one or none holds", async () => {
  const { studio, slug, gallery, picture, home, door } = await aClosedGallery({ visibility: "people" });
  const { id, token } = await aPerson(studio, gallery.id);
  const browser = new TestBrowser(slug);
  const page = await browser.get(`${door}?token=${token}`);
  expect(page.text).toContain("View gallery");
  expect((await browser.get(picture)).status).toBe(404);
  expect(await studio.db.$count(visitors)).toBe(0);
  for (const wrong of [`${token}x`, `${id}.`, "", id])
    expect((await browser.post(door, { intent: "open", token: wrong })).location, wrong).toBe(null);
  expect((await browser.post(door, { intent: "open", token })).location).toBe(home);
  expect((await browser.get(picture)).status).toBe(200);
  expect((await browser.get(home)).text).toContain("DSC_0001");

  expect((await mailNewLink(studio, gallery.id, id)).ok).toBe(true);
  expect((await browser.get(picture)).status).toBe(200);
  const other = new TestBrowser(slug);
  expect((await other.post(door, { intent: "open", token })).text).toContain("replaced by a newer one");
  await revokePerson(studio, gallery.id, id);
  expect([(await browser.get(picture)).status, (await browser.get(home)).text.includes("DSC_0001")]).toEqual([
    404,
    false,
  ]);
});

test("asking for a link says the same for everybody, and mails only who is named", async () => {
  const { studio, slug, gallery, door, picture } = await aClosedGallery({ visibility: "people" });
  const [known, unknown] = ["named", "nobody"].map((who) => `${who}-${crypto.randomUUID()}@example.com`) as [
    string,
    string,
  ];
  await aPerson(studio, gallery.id, { email: known });
  const browser = new TestBrowser(slug);
  const ask = async (email: string) =>
    (await browser.post(door, { intent: "ask", email })).text
      .replaceAll(email, "ADDRESS")
      .replace(/nonce="[^"]*"|req_\w{26}/g, "");
  const [named, nobody] = [await ask(known), await ask(unknown)];
  expect(named).toContain("Look into your mailbox");
  expect(named).toBe(nobody);
  await workOff(studio);
  expect(await mailsTo(unknown)).toEqual([]);
  const [mail] = await mailsTo(known);
  const token = /\/enter\?token=([\w.-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
  await browser.post(door, { intent: "open", token });
  expect((await browser.get(picture)).status).toBe(200);
  for (let i = 0; i < 2; i++) await ask(known);
  expect(await ask(known)).toContain("There have been too many mails.");
});

test("an address is asked for where it must be left; only a ticked box is kept as consent, with its words", async () => {
  const made = await aClosedGallery({ registration: "required" });
  const { studio, slug, gallery, picture, home, door } = made;
  const browser = new TestBrowser(slug);
  const page = await browser.get(home);
  expect(page.text).toContain('name="consent"');
  expect(page.text).not.toMatch(/<input[^>]*name="consent"[^>]*checked/);
  expect((await browser.get(picture)).status).toBe(404);
  expect((await browser.post(door, { intent: "register", email: "no address" })).text).toContain(
    "aria-invalid",
  );
  const left = { intent: "register", email: "Ada@Example.com" };
  expect((await browser.post(door, left)).location).toBe(home);
  expect((await browser.get(picture)).status).toBe(200);
  expect(await studio.db.$count(marketingConsents)).toBe(0);
  const other = new TestBrowser(slug);
  await other.post(door, { ...left, consent: "on" });
  const [kept] = await studio.db.select().from(marketingConsents);
  const [ada] = await studio.db.select().from(clients);
  expect(ada?.email).toBe("ada@example.com");
  expect(kept).toMatchObject({ clientId: ada?.id, galleryId: gallery.id });
  expect(kept?.sentence).toContain("may write to me");
  // What somebody says opens nothing that is theirs by name.
  await aPerson(studio, gallery.id, { email: "ada@example.com", role: "main" });
  await changeGallery(studio, gallery.id, { visibility: "people" });
  expect((await browser.get(picture)).status).toBe(404);
});

test("where an address may be left, going on without is remembered", async () => {
  const { slug, photo, picture, home, door } = await aClosedGallery({ registration: "optional" });
  const browser = new TestBrowser(slug);
  expect((await browser.get(home)).text).not.toContain(photo.id);
  expect((await browser.get(picture)).status).toBe(200);
  expect((await browser.post(door, { intent: "decline" })).location).toBe(home);
  expect((await browser.get(home)).text).toContain(photo.id);
  await setClock(30 * DAY);
  expect((await browser.get(home)).text).toContain(photo.id);
});

test("a browser that was one client's begins anew as another's", async () => {
  const { studio, slug, gallery, door } = await aClosedGallery({ visibility: "people" });
  const [anna, ben] = [
    await aPerson(studio, gallery.id, { email: "anna@example.com" }),
    await aPerson(studio, gallery.id, { email: "ben@example.com", role: "guest" }),
  ];
  const browser = new TestBrowser(slug);
  for (const { token } of [anna, ben, ben]) await browser.post(door, { intent: "open", token });
  const rows = await studio.db.select().from(visitors);
  expect(rows.map(({ clientId }) => clientId)).toEqual([anna.clientId, ben.clientId]);
  expect(await studio.db.$count(galleryPeople)).toBe(2);
});
