import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { passwordOf } from "../download-pin.server";
import { getGallery, listGalleries } from "../queries.server";
import { aGallery, aPerson } from "../testing";

async function signedIn() {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const post = (path: string, fields: Record<string, string>) =>
    postForm(made.slug, path, fields, { headers: { cookie } });
  const page = async (path: string) => (await askPage(made.slug, path, { headers: { cookie } })).text();
  return { ...made, post, page };
}

test("each part of the settings is saved by itself, and the others stay", async () => {
  const { studio, post } = await signedIn();
  const { id } = await aGallery(studio, { published: false });
  const save = async (intent: string, fields: Record<string, string>) =>
    (await post(`/studio/galleries/${id}/settings`, { intent, ...fields })).headers.get("location");
  expect(await save("basics", { name: "Other", subtitle: "Lisbon", shotOn: "2026-06-13" })).toBe(
    `/studio/galleries/${id}/settings#basics`,
  );
  await save("look", {
    cover: "split",
    coverX: "20",
    coverY: "30",
    grid: "masonry",
    typeface: "sans",
    theme: "dark",
  });
  await save("access", {
    visibility: "password",
    galleryPassword: "rose garden",
    registration: "required",
    "main-download": "original",
    "main-hide": "on",
    "guest-download": "web",
    "guest-buy": "on",
  });
  await save("choosing", { mode: "pick", picks: "60", extraPrice: "15", remindAfterDays: "7" });
  await save("selling", { prices: "none", watermark: "off" });
  const gallery = await getGallery(studio, id);
  const nothing = { favourite: false, buy: false, share: false, hide: false, download: "none" };
  expect(gallery).toMatchObject({
    name: "Other",
    subtitle: "Lisbon",
    shotOn: "2026-06-13",
    cover: "split",
    coverX: 20,
    coverY: 30,
    theme: "dark",
    visibility: "password",
    registration: "required",
    rights: {
      main: { ...nothing, download: "original", hide: true },
      guest: { ...nothing, download: "web", buy: true },
      buyer: nothing,
    },
    proofing: { mode: "pick", picks: 60, extraPrice: 1500, remindAfterDays: 7 },
    priceListId: null,
    watermark: false,
  });
  expect(await passwordOf(studio, gallery)).toBe("rose garden");
});

test("what is not right is said in its part, and nothing changes", async () => {
  const { studio, post } = await signedIn();
  const before = await aGallery(studio);
  const answer = async (fields: Record<string, string>) =>
    (await post(`/studio/galleries/${before.id}/settings`, fields)).text();
  const access = { intent: "access", visibility: "password", registration: "none" };
  expect(await answer(access)).toContain("Choose a password, or let people in some other way.");
  expect(await answer({ intent: "choosing", mode: "pick" })).toContain("Say how many are included.");
  expect(await answer({ intent: "basics", name: "A", expiresOn: "2020-01-01" })).toContain("not over yet");
  expect(await answer({ intent: "selling", watermark: "on", prices: "photo", price: "x" })).toContain(
    "Enter a price in EUR",
  );
  expect(await getGallery(studio, before.id)).toEqual(before);
});

test("a gallery of a kind is made by its form, and arranged and published by theirs", async () => {
  const { studio, post, page, slug } = await signedIn();
  await post("/studio/galleries/new", { name: "Anna & Ben", preset: "wedding", shotOn: "2026-06-13" });
  const [gallery] = (await listGalleries(studio, { limit: 1 })).items;
  const path = `/studio/galleries/${gallery?.id}`;
  expect(gallery).toMatchObject({ preset: "wedding", shotOn: "2026-06-13", cover: "full", watermark: false });
  await post(`${path}/arrange`, { intent: "add", name: "Dance" });
  const arrange = await page(`${path}/arrange`);
  for (const name of ["Getting ready", "Celebration", "Dance"]) expect(arrange).toContain(name);
  await aPerson(studio, gallery?.id ?? "", { email: `anna@${slug}.test` });
  const notice = { intent: "publish", when: "later", subject: "Ready", message: "{{link}}", "to-main": "on" };
  expect(await (await post(`${path}/publish`, notice)).text()).toContain("Say when it is to go.");
  expect(await getGallery(studio, gallery?.id ?? "")).toMatchObject({ status: "draft" });
  expect((await post(`${path}/publish`, { ...notice, day: "2099-01-01", time: "09:30" })).status).toBe(303);
  expect(await getGallery(studio, gallery?.id ?? "")).toMatchObject({ status: "published" });
  expect(await page(`${path}/publish`)).toContain("Call it back");
  expect(await page(`${path}/statistics`)).toContain("Nobody has been here yet");
});

test("a gallery's look is that of its own pages, and of none on which the studio works", async () => {
  const made = await createTestStudio();
  const gallery = await aGallery(made.studio, { theme: "dark", typeface: "modern" });
  const cookie = await ownerCookie(made);
  const frame = async (path: string) =>
    /<html[^>]*>/.exec(await (await askPage(made.slug, path, { headers: { cookie } })).text())?.[0];
  expect(await frame(`/g/${gallery.slug}`)).toMatch(/data-typeface="modern".*data-theme="dark"/);
  expect(await frame(`/studio/galleries/${gallery.id}/settings`)).not.toMatch(/data-t/);
});
