import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../../lib/time";
import { createTestStudio, later, setClock } from "../../../test/create-test-studio";
import { askPage, ownerCookie } from "../../../test/pages";
import { removeMember } from "../../account/commands/remove-member.server";
import { members as memberRows } from "../../account/schema";
import { aMember } from "../../account/testing";
import { assignGallery, unassignGallery } from "../../galleries/commands/assign-gallery.server";
import { changeGallery } from "../../galleries/commands/change-gallery.server";
import { unpublishGallery } from "../../galleries/commands/publish-gallery.server";
import type { GalleryInput } from "../../galleries/forms";
import { galleries } from "../../galleries/schema";
import { aGallery } from "../../galleries/testing";
import { TestBrowser } from "../../galleries/testing/browser";
import { aPhoto } from "../../ingest/testing";
import { archivePath, downloadPath, downloadThumbPath, galleryDownloadsPath, originalPath } from "../paths";
import { downloadLinks } from "../schema";
import { aVisitor, fetched, notedDownloads } from "../testing/holders";

afterEach(() => setClock(0));

/** A gallery that gives something away, with a photo that is ready and one that is still being made. */
async function aGivingGallery(input: Partial<GalleryInput> = {}) {
  const made = await createTestStudio();
  const gallery = await aGallery(made.studio, { freeDownloads: "original", ...input });
  const photo = await aPhoto(made.studio, gallery.id, { web: true });
  const unready = await aPhoto(made.studio, gallery.id, { ready: false });
  return { ...made, gallery, photo, unready, visitor: aVisitor(made.slug, gallery) };
}

const everything = (token: string, photoId: string) => [
  archivePath(token),
  archivePath(token, "web"),
  originalPath(token, photoId),
  originalPath(token, photoId, "web"),
  downloadThumbPath(token, photoId),
];

test("a visitor of a gallery that gives originals takes all that is ready, and it is noted without a name", async () => {
  const { studio, slug, gallery, photo, unready, visitor } = await aGivingGallery();
  expect(await (await askPage(slug, `/g/${gallery.slug}`)).text()).toContain("Free in full resolution");
  const { status, location, token } = await visitor.ask();
  expect([status, location]).toEqual([303, downloadPath(token ?? "")]);
  const page = await (await askPage(slug, downloadPath(token ?? ""))).text();
  expect([page.includes(photo.id), page.includes(unready.id)]).toEqual([true, false]);
  for (const path of everything(token ?? "", photo.id))
    expect((await fetched(slug, path)).status, path).toBe(200);
  for (const path of [originalPath(token ?? "", unready.id), downloadThumbPath(token ?? "", unready.id)])
    expect((await fetched(slug, path)).status, path).toBe(404);
  expect((await notedDownloads(studio))[0]).toEqual({
    photoId: null,
    size: "original",
    photos: 1,
    orderId: null,
    galleryId: gallery.id,
  });
});

test("a gallery that gives its web size gives no byte of an original", async () => {
  const { slug, photo, visitor } = await aGivingGallery({ freeDownloads: "web" });
  const token = (await visitor.ask()).token ?? "";
  expect((await fetched(slug, originalPath(token, photo.id, "original"))).status).toBe(404);
  expect((await fetched(slug, originalPath(token, photo.id))).status).toBe(200);
  const page = await (await askPage(slug, downloadPath(token))).text();
  expect(page).not.toContain("size=original");
  expect(page).toContain(originalPath(token, photo.id, "web"));
});

test("a gallery that gives nothing has no such page, and a draft is as good as missing", async () => {
  const { studio, slug, gallery, visitor } = await aGivingGallery({ freeDownloads: "none" });
  expect(await (await askPage(slug, `/g/${gallery.slug}`)).text()).not.toContain("/downloads");
  expect((await askPage(slug, visitor.path)).status).toBe(404);
  expect(await (await visitor.ask()).text).toContain("This gallery gives no downloads.");
  await unpublishGallery(studio, gallery.id);
  expect((await visitor.ask()).status).toBe(404);
  expect(await studio.db.$count(downloadLinks)).toBe(0);
});

test("with a PIN a visitor gets in by it alone, once for the browser", async () => {
  const { studio, slug, gallery, visitor } = await aGivingGallery({ downloadPin: "2468" });
  expect(JSON.stringify(await studio.db.select().from(galleries))).not.toContain("2468");
  const wrong = await visitor.ask({ code: "8642" });
  expect([wrong.status, wrong.token]).toEqual([200, null]);
  expect(wrong.text).toContain("This is not the PIN of these downloads.");
  expect(wrong.text).not.toContain("8642");
  expect((await visitor.ask()).token).toBe(null);
  const { token } = await visitor.ask({ code: "2468" });
  expect(token).not.toBe(null);
  const headers = { cookie: visitor.cookie() };
  expect((await askPage(slug, visitor.path, { headers })).headers.get("location")).toBe(
    downloadPath(token ?? ""),
  );
  expect((await visitor.ask()).token).toBe(token);
  expect(await studio.db.$count(downloadLinks)).toBe(1);
  const page = await (await askPage(slug, `/g/${gallery.slug}`, { headers })).text();
  expect(page).toContain(downloadPath(token ?? ""));
});

test("after ten wrong PINs the right one gets the same answer, from that network; elsewhere it opens", async () => {
  const { studio, slug, gallery } = await aGivingGallery({ downloadPin: "2468" });
  const guesser = aVisitor(slug, gallery, "198.51.100.1");
  for (let i = 0; i < 10; i++) expect((await guesser.ask({ code: `999${i}` })).text).toContain("not the PIN");
  const [wrong, right] = [await guesser.ask({ code: "1111" }), await guesser.ask({ code: "2468" })];
  for (const { text, token } of [wrong, right]) {
    expect(text).toContain("There have been too many tries.");
    expect(token).toBe(null);
  }
  expect(await studio.db.$count(downloadLinks)).toBe(0);
  expect((await aVisitor(slug, gallery, "198.51.100.2").ask({ code: "2468" })).token).not.toBe(null);
  await setClock(16 * MINUTE);
  expect((await aVisitor(slug, gallery, "198.51.100.1").ask({ code: "2468" })).token).not.toBe(null);
});

test("PINs tried at once are all counted, and right ones do not use tries up", async () => {
  const { slug, gallery } = await aGivingGallery({ downloadPin: "2468" });
  const at = (network: string) => aVisitor(slug, gallery, network);
  for (let i = 0; i < 12; i++) expect((await at("198.51.100.3").ask({ code: "2468" })).token).not.toBe(null);
  const guesses = await Promise.all(
    Array.from({ length: 14 }, (_, i) => at("198.51.100.4").ask({ code: `00${10 + i}` })),
  );
  expect(guesses.filter(({ text }) => text.includes("not the PIN"))).toHaveLength(10);
});

test("another PIN, and taking the gift back, end what was opened; giving it again does not bring it back", async () => {
  const { studio, slug, gallery, photo, visitor } = await aGivingGallery({ downloadPin: "2468" });
  const token = (await visitor.ask({ code: "2468" })).token ?? "";
  const opens = async (key: string) =>
    Promise.all(everything(key, photo.id).map(async (path) => (await fetched(slug, path)).status));
  expect(await opens(token)).toEqual([200, 200, 200, 200, 200]);
  await changeGallery(later(studio, 1), gallery.id, { name: "Renamed", downloadPin: "2468" });
  expect(await opens(token)).toEqual([200, 200, 200, 200, 200]);
  await changeGallery(later(studio, MINUTE), gallery.id, { downloadPin: "1357" });
  expect(await opens(token)).toEqual([303, 303, 303, 303, 303]);
  expect(await (await askPage(slug, downloadPath(token))).text()).toContain("This link has been closed");

  await setClock(2 * MINUTE);
  const newer = (await visitor.ask({ code: "1357" })).token ?? "";
  expect(newer).not.toBe(token);
  expect(await opens(newer)).toEqual([200, 200, 200, 200, 200]);
  await changeGallery(later(studio, 3 * MINUTE), gallery.id, { freeDownloads: "none" });
  await changeGallery(later(studio, 4 * MINUTE), gallery.id, { freeDownloads: "original" });
  expect(await opens(newer)).toEqual([303, 303, 303, 303, 303]);
});

test("originals that become web sizes are closed to links that were given for them", async () => {
  const { studio, slug, gallery, photo, visitor } = await aGivingGallery();
  const token = (await visitor.ask()).token ?? "";
  expect((await fetched(slug, originalPath(token, photo.id, "original"))).status).toBe(200);
  await changeGallery(studio, gallery.id, { freeDownloads: "web" });
  expect((await fetched(slug, originalPath(token, photo.id, "original"))).status).toBe(404);
  expect((await fetched(slug, originalPath(token, photo.id, "web"))).status).toBe(200);
});

test("a visitor's link ends after a week, and with the gallery; a draft's is as good as missing", async () => {
  const { studio, slug, gallery, visitor } = await aGivingGallery();
  const token = (await visitor.ask()).token ?? "";
  const page = async () => {
    const response = await askPage(slug, downloadPath(token));
    return [response.status, /<h1[^>]*>([^<]+)/.exec(await response.text())?.[1]];
  };
  expect(await page()).toEqual([200, "Your photos"]);
  await setClock(7 * DAY + MINUTE);
  expect(await page()).toEqual([200, "This download link has run out"]);
  await setClock(2 * HOUR);
  await changeGallery(studio, gallery.id, { expiresAt: studio.clock.now() + HOUR });
  expect(await page()).toEqual([200, "This download link has run out"]);
  await setClock(0);
  await unpublishGallery(studio, gallery.id);
  expect((await page())[0]).toBe(404);
});

test("a link that a member took opens while the gallery is their work, and no longer", async () => {
  const { studio, slug, gallery, photo } = await aGivingGallery({ visibility: "people" });
  const admin = await aMember(studio, "admin");
  const members = {
    removed: await aMember(studio, "manager"),
    unassigned: await aMember(studio, "photographer"),
    demoted: await aMember(studio, "manager"),
    stays: await aMember(studio, "viewer"),
  };
  await assignGallery(studio, gallery.id, members.unassigned.id);
  const tokens: Record<string, string> = {};
  for (const [name, owner] of Object.entries(members)) {
    const browser = new TestBrowser(slug, undefined, await ownerCookie({ slug, owner }));
    const { location } = await browser.post(galleryDownloadsPath(gallery.shareKey), { photo: "", code: "" });
    tokens[name] = location?.slice(downloadPath("").length) ?? "";
  }
  const opens = async (name: string) =>
    Promise.all(
      everything(tokens[name] ?? "", photo.id).map(async (path) => (await fetched(slug, path)).status),
    );
  for (const name of Object.keys(members)) expect(await opens(name), name).toEqual(Array(5).fill(200));
  await removeMember(admin.studio, members.removed.id);
  await unassignGallery(studio, gallery.id, members.unassigned.id);
  await studio.db.update(memberRows).set({ role: "assistant" }).where(eq(memberRows.id, members.demoted.id));
  for (const name of ["removed", "unassigned", "demoted"])
    expect(await opens(name), name).toEqual(Array(5).fill(303));
  expect(await opens("stays")).toEqual(Array(5).fill(200));
});

test("a link of one gallery opens nothing of another, nor of an order, nor at another studio", async () => {
  const { studio, slug, visitor } = await aGivingGallery();
  const token = (await visitor.ask()).token ?? "";
  const elsewhere = await aGallery(studio, { name: "Elsewhere", freeDownloads: "original" });
  const theirs = await aPhoto(studio, elsewhere.id, { web: true });
  const other = await aGivingGallery();
  const nothing = async (host: string, paths: string[]) => {
    for (const path of paths) {
      const { status, bytes } = await fetched(host, path);
      expect([status, new TextDecoder().decode(bytes)], path).toEqual([
        404,
        "There is nothing at this address.",
      ]);
    }
  };
  const singles = (photoId: string) => everything(token, photoId).slice(2);
  await nothing(slug, [...singles(theirs.id), ...singles(other.photo.id), ...singles("pho_none")]);
  await nothing(other.slug, everything(token, other.photo.id));
  expect((await askPage(other.slug, downloadPath(token))).status).toBe(404);
});

test("a single photo downloads from where it is seen large: at once, or behind the PIN", async () => {
  const free = await aGivingGallery();
  const large = await askPage(free.slug, `/g/${free.gallery.slug}/photos/${free.photo.id}`);
  expect(await large.text()).toContain(`name="photo" value="${free.photo.id}"`);
  const { location, token } = await free.visitor.ask({ photo: free.photo.id });
  expect(location).toBe(originalPath(token ?? "", free.photo.id));

  const guarded = await aGivingGallery({ downloadPin: "2468" });
  const photoPath = `/g/${guarded.gallery.shareKey}/photos/${guarded.photo.id}`;
  expect(await (await askPage(guarded.slug, photoPath)).text()).toContain(
    `${guarded.visitor.path}?photo=${guarded.photo.id}`,
  );
  const opened = await guarded.visitor.ask({ code: "2468", photo: guarded.photo.id });
  expect(opened.location).toBe(photoPath);
  const again = await askPage(guarded.slug, photoPath, { headers: { cookie: guarded.visitor.cookie() } });
  expect(await again.text()).toContain(originalPath(opened.token ?? "", guarded.photo.id, "original"));
});

test("links of a gallery that is removed go with it", async () => {
  const { studio, gallery, visitor } = await aGivingGallery();
  await visitor.ask();
  expect(await studio.db.$count(downloadLinks)).toBe(1);
  await studio.db
    .delete(galleries)
    .where(eq(galleries.id, gallery.id))
    .catch(() => {});
  await studio.db.run("delete from renditions" as never);
  await studio.db.run("delete from photos" as never);
  await studio.db.delete(galleries).where(eq(galleries.id, gallery.id));
  expect(await studio.db.$count(downloadLinks)).toBe(0);
});
