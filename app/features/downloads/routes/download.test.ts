import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { formatBytes } from "../../../lib/bytes";
import { DAY } from "../../../lib/time";
import { countingRows } from "../../../test/count-rows";
import { createTestStudio, later } from "../../../test/create-test-studio";
import { askPage } from "../../../test/pages";
import { aGallery } from "../../galleries/testing";
import { renditions } from "../../ingest/schema";
import { aPhoto, manyPhotos } from "../../ingest/testing";
import { forgetExpiredLinks } from "../index.server";
import { archivePath, downloadPath, morePhotosPath, originalPath } from "../paths";
import { findDownload, findShown, listTiles } from "../queries.server";
import { downloadLinks, downloads, entitlements } from "../schema";
import { aPurchase, aVisitor, fetched } from "../testing/holders";

const pageOf = async (slug: string, token: string, query = "") =>
  (await askPage(slug, downloadPath(token) + query)).text();

test("a right to the original is one to the web size; the page offers both, with the size of each archive", async () => {
  const { studio, slug } = await createTestStudio();
  const { token, photoIds } = await aPurchase(studio);
  const page = await pageOf(slug, token);
  expect(page).toContain(archivePath(token, "original"));
  expect(page).toContain(originalPath(token, photoIds[0] ?? "", "original"));
  const web = await pageOf(slug, token, "?size=web");
  expect(web).toContain(archivePath(token, "web"));
  expect(web).toContain(originalPath(token, photoIds[0] ?? "", "web").replace("&", "&amp;"));
  const { bytes } = await fetched(slug, archivePath(token, "web"));
  expect(web).toContain(`Download all as ZIP (${formatBytes(bytes.length, studio.tenant.locale)})`);
  expect(Object.keys(unzipSync(bytes))).toEqual(["DSC_0.jpg", "DSC_1.jpg"]);
});

test("a right to the web size is none to the original, and larger ones of other lines win", async () => {
  const { studio, slug } = await createTestStudio();
  const { token, photoIds, lineOf } = await aPurchase(studio);
  const [small = "", both = ""] = photoIds;
  await studio.db.update(entitlements).set({ size: "web" }).where(eq(entitlements.photoId, small));
  expect((await fetched(slug, originalPath(token, small, "original"))).status).toBe(404);
  expect((await fetched(slug, originalPath(token, small))).status).toBe(200);
  const [row] = await studio.db.select().from(entitlements).where(eq(entitlements.photoId, both));
  if (!row) throw new Error("there is no entitlement");
  await studio.db.insert(entitlements).values({ ...row, id: "ent_web", lineId: lineOf(both), size: "web" });
  expect((await fetched(slug, originalPath(token, both, "original"))).status).toBe(200);
  expect(Object.keys(unzipSync((await fetched(slug, archivePath(token))).bytes))).toHaveLength(2);
});

test("while a web size is still being made the page says so, and no archive of it is handed out", async () => {
  const { studio, slug } = await createTestStudio();
  const { token, photoIds } = await aPurchase(studio);
  const [waiting = "", ready = ""] = photoIds;
  await studio.db.delete(renditions).where(eq(renditions.photoId, waiting));
  const page = await pageOf(slug, token, "?size=web");
  expect(page).toContain("1 photo is still being made ready in this size");
  expect(page).not.toContain(archivePath(token, "web"));
  expect(page).not.toContain(originalPath(token, waiting, "web"));
  expect(page).toContain(originalPath(token, ready, "web"));
  for (const path of [archivePath(token, "web"), originalPath(token, waiting, "web")])
    expect((await fetched(slug, path)).status, path).toBe(409);
  expect((await fetched(slug, archivePath(token, "original"))).status).toBe(200);
  expect(await studio.db.$count(downloads)).toBe(1);
});

test("a page of thousands shows some and leads on, and one file costs the same in an order of any size", async () => {
  const { studio, slug, dbRef } = await createTestStudio();
  const costs = [];
  for (const count of [100, 3000]) {
    const gallery = await aGallery(studio, { name: `Of ${count}`, freeDownloads: "original" });
    const ids = await manyPhotos(studio, gallery.id, count);
    const holder = { orderId: null, galleryId: gallery.id, grant: "original", seesHidden: false } as const;
    const cost = async (read: (s: typeof studio) => Promise<unknown>) => {
      const counting = countingRows(studio, dbRef);
      await read(counting.studio);
      return counting.rowsRead();
    };
    costs.push([
      await cost((s) => findDownload(s, holder, ids[50] ?? "")),
      await cost((s) => findShown(s, holder, ids[50] ?? "")),
      await cost((s) => listTiles(s, holder, { size: "original", cursor: ids[20], limit: 60 })),
    ]);
    if (count === 100) continue;
    const token = (await aVisitor(slug, gallery).ask()).token ?? "";
    const page = await pageOf(slug, token);
    expect(page.match(/<img/g)?.length).toBe(60);
    expect(page).toContain(`cursor=${ids[59]}`);
    const next = await pageOf(slug, token, `?cursor=${ids[2979]}`);
    expect(next.match(/<img/g)?.length).toBe(20);
    const more = await (await askPage(slug, morePhotosPath(token, "original", ids[19] ?? ""))).json();
    expect(more).toMatchObject({ size: "original", nextCursor: ids[79] });
    expect((more as { photos: unknown[] }).photos).toHaveLength(60);
  }
  expect(costs[1]).toEqual(costs[0]);
});

test("one file of an order of five hundred photos reads a handful of rows", async () => {
  const { studio, dbRef } = await createTestStudio();
  const { order, photoIds } = await aPurchase(studio, { photos: 1 });
  const others = await manyPhotos(studio, order.gallery.id, 499);
  const [row] = await studio.db.select().from(entitlements);
  if (!row) throw new Error("there is no entitlement");
  for (const [i, photoId] of others.entries())
    await studio.db.insert(entitlements).values({ ...row, id: `ent_${i}`, photoId });
  const counting = countingRows(studio, dbRef);
  const holder = { orderId: order.id, galleryId: null, grant: null, seesHidden: false };
  await findDownload(counting.studio, holder, photoIds[0] ?? "");
  expect(counting.rowsRead()).toBeLessThan(10);
});

test("an address of a photo that was never in an order says nothing of whether there is one", async () => {
  const { studio, slug } = await createTestStudio();
  const { token } = await aPurchase(studio);
  const other = await aPurchase(studio);
  const draft = await aPhoto(studio, (await aGallery(studio, { name: "D", published: false })).id);
  const answers = [];
  for (const id of [other.photoIds[0] ?? "", draft.id, `pho_${"0".repeat(26)}`, "..%2f..%2foriginal"])
    answers.push(await fetched(slug, originalPath(token, id)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.status).toBe(404);
});

test("the sweep forgets links and visitors' downloads after a year; what buyers took stays with the order", async () => {
  const { studio, slug } = await createTestStudio();
  const { token, gallery } = await aPurchase(studio);
  const giving = await aGallery(studio, { name: "Giving", freeDownloads: "original" });
  await aPhoto(studio, giving.id);
  const visitors = (await aVisitor(slug, giving).ask()).token ?? "";
  for (const each of [token, visitors]) await fetched(slug, archivePath(each));
  expect(await studio.db.$count(downloads)).toBe(2);
  const next = await forgetExpiredLinks(later(studio, 300 * DAY));
  expect(await studio.db.$count(downloadLinks)).toBe(2);
  expect(next).toBeLessThan(studio.clock.now() + 373 * DAY);
  expect(await forgetExpiredLinks(later(studio, 400 * DAY))).toBe(null);
  expect(await studio.db.$count(downloadLinks)).toBe(0);
  const left = await studio.db.select().from(downloads);
  expect(left.map((row) => [row.orderId !== null, row.galleryId])).toEqual([[true, null]]);
  expect(gallery.id).not.toBe(giving.id);
});
