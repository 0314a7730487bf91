import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY, MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { ask } from "../../../test/ask";
import { createTestStudio, later } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { askPage } from "../../../test/pages";
import { originalKey } from "../../ingest/model";
import { archivePath, downloadPath, downloadThumbPath, originalPath } from "../paths";
import { getDownloadLink } from "../queries.server";
import { downloadLinks, downloads } from "../schema";
import { aPurchase, fetched, notedDownloads } from "../testing/holders";
import { countDownload } from "./count-download.server";

const limit = (studio: Studio, orderId: string, maxDownloads: number) =>
  studio.db.update(downloadLinks).set({ maxDownloads }).where(eq(downloadLinks.orderId, orderId));

test("what is handed out is noted once, by the sizes it was taken in, and looking is not noted", async () => {
  const { studio, slug } = await createTestStudio();
  const { order, token, photoIds } = await aPurchase(studio);
  const [first = "", second = ""] = photoIds;
  await fetched(slug, downloadThumbPath(token, first));
  await fetched(slug, archivePath(token), { method: "HEAD" });
  await fetched(slug, originalPath(token, first), { method: "HEAD" });
  await askPage(slug, downloadPath(token));
  expect(await notedDownloads(studio)).toEqual([]);
  for (const path of [
    archivePath(token),
    originalPath(token, first),
    originalPath(token, first),
    originalPath(token, first, "web"),
    archivePath(token),
    originalPath(token, second),
    archivePath(token, "web"),
  ])
    expect((await fetched(slug, path)).status, path).toBe(200);
  const base = { orderId: order.id, galleryId: null };
  expect(await notedDownloads(studio)).toEqual([
    { ...base, photoId: null, size: "original", photos: 2 },
    { ...base, photoId: first, size: "original", photos: 1 },
    { ...base, photoId: first, size: "web", photos: 1 },
    { ...base, photoId: second, size: "original", photos: 1 },
    { ...base, photoId: null, size: "web", photos: 2 },
  ]);
});

test("an answer without bytes is not noted, and one with any of them is, whole or in parts", async () => {
  const { studio, slug } = await createTestStudio();
  const { token, photoIds } = await aPurchase(studio);
  const [first = "", second = ""] = photoIds;
  const status = async (path: string, headers: Record<string, string> = {}) =>
    (await fetched(slug, path, { headers })).status;
  const head = await ask(slug, archivePath(token), { method: "HEAD" });
  const etag = head.headers.get("etag") ?? "";
  expect(await status(archivePath(token), { "if-none-match": etag })).toBe(304);
  expect(await status(archivePath(token), { "if-match": '"another"' })).toBe(412);
  expect(await status(archivePath(token), { range: "bytes=9000000-" })).toBe(416);
  expect(await status(archivePath(token, "original", { of: "2gb", part: 2 }))).toBe(404);
  await studio.objects.delete([originalKey(second)]);
  expect(await status(originalPath(token, second))).toBe(503);
  expect(await notedDownloads(studio)).toEqual([]);
  expectErrorLog(/files of a download are not in storage/);
  expectErrorLog(/answered with an error/);
  expect(await status(originalPath(token, first), { range: "bytes=-1" })).toBe(206);
  expect(await status(originalPath(token, first), { range: "bytes=0-9" })).toBe(206);
  expect(await status(archivePath(token, "web"), { range: "bytes=9-" })).toBe(206);
  expect(await status(archivePath(token, "web", { of: "2gb", part: 1 }))).toBe(200);
  expect(await notedDownloads(studio)).toMatchObject([
    { photoId: first, size: "original" },
    { photoId: null, size: "web", photos: 2 },
  ]);
});

test("taking the same again counts once a day", async () => {
  const { studio } = await createTestStudio();
  const { token } = await aPurchase(studio, { photos: 1 });
  const link = await getDownloadLink(studio, token);
  const archive = { photoId: null, size: "original", photos: 1 } as const;
  for (const moment of [0, DAY - MINUTE, DAY + MINUTE, 2 * DAY])
    expect(await countDownload(later(studio, moment), link, archive)).toBe(true);
  expect(await studio.db.$count(downloads)).toBe(2);
});

test("of many requests at once for one thing one is noted, and a limit lets through as many as it says", async () => {
  const { studio } = await createTestStudio();
  const { order, token } = await aPurchase(studio, { photos: 1 });
  const link = await getDownloadLink(studio, token);
  const take = (photoId: string | null) => countDownload(studio, link, { photoId, size: "web", photos: 1 });
  expect(await Promise.all(Array.from({ length: 8 }, () => take(null)))).toEqual(Array(8).fill(true));
  expect(await studio.db.$count(downloads)).toBe(1);
  await limit(studio, order.id, 3);
  const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => take(`pho_${i}`)));
  expect(answers.filter(Boolean)).toHaveLength(2);
  expect(await studio.db.$count(downloads)).toBe(3);
});

test("a link that is used up hands out nothing new, and goes on with what was begun", async () => {
  const { studio, slug } = await createTestStudio();
  const { order, token, photoIds } = await aPurchase(studio);
  const [first = "", second = ""] = photoIds;
  await limit(studio, order.id, 1);
  expect((await fetched(slug, originalPath(token, first))).status).toBe(200);
  for (const path of [originalPath(token, second), archivePath(token), originalPath(token, first, "web")])
    expect(await fetched(slug, path), path).toEqual({
      status: 303,
      location: downloadPath(token),
      bytes: new Uint8Array(),
    });
  expect((await fetched(slug, originalPath(token, first))).status).toBe(200);
  const page = await (await askPage(slug, downloadPath(token))).text();
  expect(page).toContain("This link has been used as often as it may");
  expect(page).toContain("Mail me a fresh link");
  expect(await studio.db.$count(downloads)).toBe(1);
});

test("a link that was revoked between its opening and the first byte hands out nothing", async () => {
  const { studio } = await createTestStudio();
  const { order, token } = await aPurchase(studio, { photos: 1 });
  const link = await getDownloadLink(studio, token);
  await studio.db
    .update(downloadLinks)
    .set({ revokedAt: studio.clock.now() })
    .where(eq(downloadLinks.orderId, order.id));
  expect(await countDownload(studio, link, { photoId: null, size: "original", photos: 1 })).toBe(false);
});

test("what was noted is neither changed nor, of an order, removed", async () => {
  const { studio, slug } = await createTestStudio();
  const { token } = await aPurchase(studio, { photos: 1 });
  await fetched(slug, archivePath(token));
  await expect(studio.db.update(downloads).set({ at: 0 })).rejects.toThrow();
  await expect(studio.db.delete(downloads)).rejects.toThrow();
  expect(await studio.db.$count(downloads)).toBe(1);
});
