import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { DAY, MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { ask } from "../../../test/ask";
import { createTestStudio, later, setClock } from "../../../test/create-test-studio";
import { askPage } from "../../../test/pages";
import { aGallery } from "../../galleries/testing";
import { aPhoto } from "../../ingest/testing";
import { tinyJpeg } from "../../ingest/testing/tiny-jpeg";
import { turnedJpeg } from "../../ingest/testing/turned-jpeg";
import { orders } from "../../storefront/schema";
import { anOrder } from "../../storefront/testing";
import { forgetExpiredLinks } from "../commands/forget-expired-links.server";
import { downloadToken } from "../commands/grant-downloads.server";
import { archivePath, downloadPath, downloadThumbPath, originalPath } from "../paths";
import { downloadLinks } from "../schema";

afterEach(() => setClock(0));

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

/** A studio in which somebody got two photos of one name for nothing, and did not get a third. */
async function scene() {
  const made = await createTestStudio();
  const { studio } = made;
  const gallery = await aGallery(studio, { priceAmount: 0 });
  const first = await aPhoto(studio, gallery.id, { filename: "Zoë.jpg" });
  const second = await aPhoto(studio, gallery.id, { filename: "Zoë.jpg", bytes: turnedJpeg() });
  const other = await aPhoto(studio, gallery.id, { filename: "other.jpg" });
  const order = await anOrder(studio, { gallery, photoIds: [first.id, second.id] });
  const token = await downloadToken(studio, order.id);
  return { ...made, first, second, other, order, token };
}

async function hasNoLinkRow(studio: Studio) {
  return (await studio.db.$count(downloadLinks)) === 0;
}

test("the archive has exactly the length it declares and holds the originals byte for byte", async () => {
  const { slug, token } = await scene();
  const response = await ask(slug, archivePath(token));
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/zip",
    "content-disposition": `attachment; filename="anna-ben.zip"; filename*=UTF-8''anna-ben.zip`,
    "cache-control": "private, no-store, no-transform",
  });
  const archive = await bytesOf(response);
  expect(archive.length).toBe(Number(response.headers.get("content-length")));
  expect(unzipSync(archive)).toEqual({ "Zoë.jpg": tinyJpeg(), "Zoë (2).jpg": turnedJpeg() });
});

test("each photo of the order downloads by itself under its own name", async () => {
  const { slug, token, first, second } = await scene();
  const response = await ask(slug, originalPath(token, second.id));
  expect(response.headers.get("content-disposition")).toContain("filename*=UTF-8''Zo%C3%AB.jpg");
  expect(response.headers.get("content-length")).toBe(String(turnedJpeg().length));
  expect(await bytesOf(response)).toEqual(turnedJpeg());
  const thumb = await ask(slug, downloadThumbPath(token, first.id));
  expect([thumb.status, thumb.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  await thumb.arrayBuffer();
});

test("the page of the link lists what was bought, and nothing else", async () => {
  const { slug, token, first, second, other } = await scene();
  const text = await (await askPage(slug, downloadPath(token))).text();
  for (const { id } of [first, second]) expect(text).toContain(originalPath(token, id));
  expect(text).not.toContain(other.id);
  expect(text).toContain(archivePath(token));
  expect(text).toContain('<meta name="robots" content="noindex"/>');
});

test("a photo that the order has no right to is the same 404 as none", async () => {
  const { slug, token, other } = await scene();
  const bodies = [];
  for (const id of [other.id, "pho_none"]) {
    for (const path of [originalPath(token, id), downloadThumbPath(token, id)]) {
      const response = await ask(slug, path);
      expect(response.status).toBe(404);
      bodies.push(await response.text());
    }
  }
  expect(new Set(bodies).size).toBe(1);
});

test("a token that was never given out, was taken back, or is another studio's opens nothing", async () => {
  const { slug, studio, token, first, order } = await scene();
  const there = await scene();
  const paths = (key: string) => [
    archivePath(key),
    originalPath(key, first.id),
    downloadThumbPath(key, first.id),
  ];
  const status = async (key: string) => {
    const found = await Promise.all(paths(key).map(async (path) => (await ask(slug, path)).status));
    return [...found, (await askPage(slug, downloadPath(key))).status];
  };
  const nothing = [404, 404, 404, 404];
  expect(await status(there.token)).toEqual(nothing);
  expect(await status(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toEqual(nothing);
  expect(await status(order.buyerToken)).toEqual(nothing);
  expect(await status(token)).toEqual([200, 200, 200, 200]);
  await studio.db.delete(downloadLinks).where(eq(downloadLinks.orderId, order.id));
  expect(await status(token)).toEqual(nothing);
});

test("a link opens nothing while its order does not stand as fulfilled", async () => {
  const { slug, studio, token, order } = await scene();
  for (const status of ["pending", "processing", "expired", "review"] as const) {
    await studio.db.update(orders).set({ status }).where(eq(orders.id, order.id));
    expect((await ask(slug, archivePath(token))).status, status).toBe(404);
  }
});

test("a link closes two weeks after the purchase, at the moment somebody asks", async () => {
  const { slug, studio, token, first } = await scene();
  await setClock(14 * DAY - MINUTE);
  expect((await ask(slug, archivePath(token), { method: "HEAD" })).status).toBe(200);
  await setClock(14 * DAY + MINUTE);
  for (const path of [
    archivePath(token),
    originalPath(token, first.id),
    downloadThumbPath(token, first.id),
  ]) {
    const response = await ask(slug, path);
    expect([response.status, response.headers.get("location")], path).toEqual([303, downloadPath(token)]);
  }
  const page = await askPage(slug, downloadPath(token));
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text).toContain("This download link has run out");
  expect(text).not.toContain(first.id);
  expect(await hasNoLinkRow(studio)).toBe(false);
});

test("a link that ran out says so for a year; then the sweep forgets it and its address means nothing", async () => {
  const { slug, studio, token } = await scene();
  const goesAt = await forgetExpiredLinks(later(studio, 14 * DAY + MINUTE));
  expect(goesAt).toBeGreaterThan(studio.clock.now() + 378 * DAY);
  await forgetExpiredLinks(later(studio, 378 * DAY));
  expect(await hasNoLinkRow(studio)).toBe(false);
  expect(await forgetExpiredLinks(later(studio, 380 * DAY))).toBe(null);
  expect(await hasNoLinkRow(studio)).toBe(true);
  expect((await askPage(slug, downloadPath(token))).status).toBe(404);
});

test("no token of a link can be read out of the database", async () => {
  const { studio, token } = await scene();
  expect(JSON.stringify(await studio.db.select().from(downloadLinks))).not.toContain(token);
});
