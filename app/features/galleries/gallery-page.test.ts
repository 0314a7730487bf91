import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "../../lib/ids";
import { createTestStudio, reopen } from "../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../test/pages";
import { photos } from "../ingest/schema";
import { aPhoto, manyPhotos } from "../ingest/testing";
import { coverOf, galleryPage } from "./gallery-page.server";
import { defaultRights, type Viewer } from "./model/roles";
import { PHOTOS_A_PAGE, PICTURES_A_PAGE } from "./model/tile-photo";
import { getGallery } from "./queries.server";
import { galleries, sections } from "./schema";
import { aGallery } from "./testing";

const guest: Viewer = {
  ...{ role: "guest", rights: defaultRights.guest, seesHidden: false, isMember: false, clientId: null },
};
const main: Viewer = { ...guest, role: "main", rights: defaultRights.main, seesHidden: true };

/** A gallery with photos before all sections, in two sections, and an empty section between them. */
async function aDividedGallery(counts: readonly [number, number, number]) {
  const made = await createTestStudio();
  const { studio } = made;
  const gallery = await aGallery(studio);
  const ids = await manyPhotos(
    studio,
    gallery.id,
    counts.reduce((a, b) => a + b, 0),
  );
  const rows = ["Morning", "Empty", "Evening"].map((name, position) => ({
    ...{ id: newId("section"), galleryId: gallery.id, name, position, createdAt: 0 },
  }));
  await studio.db.insert(sections).values(rows);
  const into = async (sectionId: string | undefined, from: number, count: number) => {
    for (let at = from; at < from + count; at += 50)
      await studio.db
        .update(photos)
        .set({ sectionId })
        .where(inArray(photos.id, ids.slice(at, Math.min(at + 50, from + count))));
  };
  await into(rows[0]?.id, counts[0], counts[1]);
  await into(rows[2]?.id, counts[0] + counts[1], counts[2]);
  return { ...made, galleryId: gallery.id, ids };
}

test("pages of a gallery go through its sections in order, each photo once, and empty sections are not there", async () => {
  const { studio, galleryId, ids } = await aDividedGallery([30, 70, 45]);
  const gallery = await getGallery(studio, galleryId);
  const seen: string[] = [];
  let from: string | null = null;
  let pages = 0;
  do {
    const page = await galleryPage(studio, gallery, guest, from);
    expect(page.shelves.map(({ name, count }) => [name, count])).toEqual([
      ["", 30],
      ["Morning", 70],
      ["Evening", 45],
    ]);
    const shown = page.shelves.flatMap((shelf) => shelf.photos.map(({ id }) => id));
    expect(shown.length).toBeLessThanOrEqual(PHOTOS_A_PAGE);
    seen.push(...shown);
    from = page.next;
    pages += 1;
  } while (from !== null && pages < 10);
  expect(seen).toEqual(ids);
});

test("hidden photos are in no page, count or cover of a guest, and in those of whom the gallery was made for", async () => {
  const { studio, galleryId, ids } = await aDividedGallery([3, 2, 1]);
  const hidden = [ids[0] ?? "", ids[5] ?? ""];
  await studio.db.update(photos).set({ hidden: true }).where(inArray(photos.id, hidden));
  await studio.db.update(galleries).set({ coverPhotoId: hidden[1] }).where(eq(galleries.id, galleryId));
  const gallery = await getGallery(studio, galleryId);
  const idsOf = (page: Awaited<ReturnType<typeof galleryPage>>) =>
    page.shelves.flatMap((shelf) => shelf.photos.map(({ id }) => id));
  const theirs = await galleryPage(studio, gallery, guest, null);
  expect(idsOf(theirs)).toEqual(ids.filter((id) => !hidden.includes(id)));
  expect(theirs.shelves.map(({ name, count }) => [name, count])).toEqual([
    ["", 2],
    ["Morning", 2],
  ]);
  expect(theirs.count).toBe(4);
  expect((await coverOf(studio, gallery, guest, theirs.shelves[0]?.photos[0]))?.id).toBe(ids[1]);
  const all = await galleryPage(studio, gallery, main, null);
  expect(idsOf(all)).toEqual(ids);
  expect((await coverOf(studio, gallery, main, all.shelves[0]?.photos[0]))?.id).toBe(hidden[1]);
});

test("more photos of a section come as JSON, without those that are hidden", async () => {
  const { studio, slug, galleryId, ids } = await aDividedGallery([2, 0, 0]);
  await studio.db
    .update(photos)
    .set({ hidden: true })
    .where(eq(photos.id, ids[0] ?? ""));
  const { slug: key } = await getGallery(studio, galleryId);
  const answer = await askPage(slug, `/g/${key}/photos`);
  expect(answer.headers.get("content-type")).toContain("application/json");
  const page = (await answer.json()) as { photos: { id: string }[]; nextCursor: string | null };
  expect(page.photos.map(({ id }) => id)).toEqual([ids[1]]);
  expect(page.nextCursor).toBeNull();
});

test("a gallery as it is sent has at most twelve pictures before JavaScript, and all of a page for those without", async () => {
  const { slug, studio, galleryId } = await aDividedGallery([100, 0, 0]);
  const { slug: key } = await getGallery(studio, galleryId);
  const html = await (await askPage(slug, `/g/${key}`)).text();
  const asked = html.replace(/<noscript>.*?<\/noscript>/gs, "");
  expect(asked.match(/<img/g)?.length).toBeLessThanOrEqual(12);
  expect(html.match(/<noscript><img/g)).toHaveLength(PHOTOS_A_PAGE - PICTURES_A_PAGE);
  expect(html).toMatch(/name="from"[^>]*value="-~0\.pho_/);
});

test("whom a gallery was made for hides a photo from guests and shows it again; nobody else does", async () => {
  const made = await createTestStudio();
  const gallery = await aGallery(made.studio);
  const photo = await aPhoto(made.studio, gallery.id);
  const path = `/g/${gallery.slug}/hide`;
  const isHidden = async () => {
    const studio = await reopen(made.slug);
    return (await studio.db.select({ hidden: photos.hidden }).from(photos).get())?.hidden;
  };
  const stranger = await postForm(made.slug, path, { photo: photo.id, hidden: "yes" });
  expect(stranger.status).toBe(404);
  expect(await isHidden()).toBe(false);
  const cookie = await ownerCookie(made);
  const hide = (hidden: string) =>
    postForm(made.slug, path, { photo: photo.id, hidden }, { headers: { cookie } });
  expect((await hide("yes")).status).toBe(303);
  expect(await isHidden()).toBe(true);
  expect((await askPage(made.slug, `/g/${gallery.slug}/photos/${photo.id}`)).status).toBe(404);
  await hide("no");
  expect(await isHidden()).toBe(false);
});

test("only a public gallery tells search engines and those who are sent its link what is in it", async () => {
  const { slug, studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  await aPhoto(studio, gallery.id);
  const open = await (await askPage(slug, `/g/${gallery.shareKey}`)).text();
  expect(open).toContain(`<link rel="canonical" href="${studio.tenant.origin}/g/${gallery.slug}"/>`);
  expect(open).toMatch(/property="og:image" content="https?:[^"]+\/preview\.jpg"/);
  expect(open).toContain('"@type":"ImageGallery"');
  expect(await (await askPage(slug, "/sitemap.xml")).text()).toContain(`/g/${gallery.slug}</loc>`);
  await studio.db.update(galleries).set({ visibility: "unlisted" });
  const closed = await (await askPage(slug, `/g/${gallery.shareKey}`)).text();
  expect(closed).toContain('<meta name="robots" content="noindex"/>');
  expect(closed).not.toMatch(/og:|ld\+json|canonical/);
  expect(await (await askPage(slug, "/sitemap.xml")).text()).not.toContain("/g/");
});
