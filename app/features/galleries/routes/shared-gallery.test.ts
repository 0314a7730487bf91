import { afterEach, expect, test } from "vitest";
import { DAY, dayOf, endOfDay, formatDay, HOUR } from "../../../lib/time";
import { createTestStudio, setClock } from "../../../test/create-test-studio";
import { askPage, ownerCookie } from "../../../test/pages";
import { aPhoto } from "../../ingest/testing";
import { unpublishGallery } from "../commands/publish-gallery.server";
import { aGallery } from "../testing";

afterEach(() => setClock(0));

const status = async (slug: string, path: string) => (await askPage(slug, path)).status;

test("a public gallery is listed and opens by its name and by its secret", async () => {
  const { slug, studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  await aPhoto(studio, gallery.id);
  expect(await (await askPage(slug, "/")).text()).toContain('href="/g/anna-ben"');
  for (const key of ["anna-ben", gallery.shareKey]) {
    const page = await askPage(slug, `/g/${key}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Anna &amp; Ben");
  }
});

test("an unlisted gallery is not listed and opens by its secret only", async () => {
  const { slug, studio } = await createTestStudio();
  const gallery = await aGallery(studio, { visibility: "unlisted" });
  await aPhoto(studio, gallery.id);
  expect(await (await askPage(slug, "/")).text()).not.toContain("Anna");
  expect(await status(slug, `/g/${gallery.slug}`)).toBe(404);
  const page = await askPage(slug, `/g/${gallery.shareKey}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<meta name="robots" content="noindex"/>');
});

test("a draft is as good as missing to strangers, by either address, its photos too", async () => {
  const { slug, studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const photo = await aPhoto(studio, gallery.id);
  const paths = [gallery.slug, gallery.shareKey].flatMap((key) => [
    `/g/${key}`,
    `/g/${key}/photos/${photo.id}`,
  ]);
  for (const path of paths) expect(await status(slug, path), path).toBe(200);
  await unpublishGallery(studio, gallery.id);
  const body = async (path: string) =>
    (await (await askPage(slug, path)).text())
      .replaceAll(path, "PATH")
      .replace(/req_\w{26}/g, "")
      .replace(/nonce="[^"]+"/g, "");
  for (const path of paths) expect(await status(slug, path), path).toBe(404);
  expect(await body(`/g/${gallery.slug}`)).toBe(await body("/g/none"));
  expect(await (await askPage(slug, "/")).text()).not.toContain("Anna");
});

test("a gallery past its last day says that it has closed, and shows and lists nothing any more", async () => {
  const { slug, studio } = await createTestStudio();
  const { locale, timeZone } = studio.tenant;
  const expiresAt = endOfDay(dayOf(studio.clock.now() + DAY, timeZone), timeZone);
  const gallery = await aGallery(studio, { expiresAt });
  const photo = await aPhoto(studio, gallery.id);
  await setClock(expiresAt - Date.now() - HOUR);
  expect(await (await askPage(slug, "/g/anna-ben")).text()).toContain("Open until midnight today");
  await setClock(expiresAt - Date.now() + 1);
  const page = await askPage(slug, "/g/anna-ben");
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text).toContain("This gallery has closed");
  expect(text).toContain(formatDay(expiresAt, locale, timeZone));
  expect(text).toContain('<meta name="robots" content="noindex"/>');
  expect(text).not.toContain(photo.id);
  expect(await status(slug, `/g/anna-ben/photos/${photo.id}`)).toBe(410);
  expect(await (await askPage(slug, "/")).text()).not.toContain("Anna");
});

test("visitors see ready photos only, and one of another gallery is a 404", async () => {
  const { slug, studio } = await createTestStudio();
  const [gallery, other] = [await aGallery(studio), await aGallery(studio, { name: "Other" })];
  const ready = await aPhoto(studio, gallery.id, { filename: "ready.jpg" });
  const waiting = await aPhoto(studio, gallery.id, { filename: "waiting.jpg", ready: false });
  const elsewhere = await aPhoto(studio, other.id);
  const text = await (await askPage(slug, "/g/anna-ben")).text();
  expect(text).toContain(`/media/${ready.id}/1/thumb.jpg`);
  expect(text).not.toContain(waiting.id);
  expect(await status(slug, `/g/anna-ben/photos/${ready.id}`)).toBe(200);
  expect(await status(slug, `/g/anna-ben/photos/${waiting.id}`)).toBe(404);
  expect(await status(slug, `/g/anna-ben/photos/${elsewhere.id}`)).toBe(404);
});

test("a member sees a draft in the workspace, where a stranger is asked to sign in", async () => {
  const made = await createTestStudio();
  const gallery = await aGallery(made.studio, { published: false });
  const cookie = await ownerCookie(made);
  for (const path of [`/studio/galleries/${gallery.id}`, `/studio/galleries/${gallery.id}/settings`]) {
    const page = await askPage(made.slug, path, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Anna &amp; Ben");
    const stranger = await askPage(made.slug, path);
    expect(stranger.headers.get("location")).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
  }
});
