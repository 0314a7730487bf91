import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { operatorAlerts } from "../../../db/directory-schema";
import { MINUTE } from "../../../lib/time";
import { Directory } from "../../../tenancy/directory";
import { ask } from "../../../test/ask";
import { createTestStudio, env, setClock } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { aGallery } from "../../galleries/testing";
import { originalKey } from "../../ingest/model";
import { photos } from "../../ingest/schema";
import { aPhoto } from "../../ingest/testing";
import { tinyJpeg } from "../../ingest/testing/tiny-jpeg";
import { turnedJpeg } from "../../ingest/testing/turned-jpeg";
import { anOrder } from "../../storefront/testing";
import { downloadToken } from "../commands/grant-downloads.server";
import { archivePath, originalPath } from "../paths";

afterEach(() => setClock(0));

/** A studio in which somebody got some photos for nothing. */
async function scene(filenames = ["first.jpg", "second.jpg", "third.jpg"]) {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const gallery = await aGallery(studio, { priceAmount: 0 });
  const ids: string[] = [];
  for (const [i, filename] of filenames.entries()) {
    const bytes = i % 2 === 0 ? tinyJpeg() : turnedJpeg();
    ids.push((await aPhoto(studio, gallery.id, { filename, bytes })).id);
  }
  const order = await anOrder(studio, { gallery, photoIds: ids });
  const token = await downloadToken(studio, order.id);
  const get = (headers: Record<string, string> = {}, path = archivePath(token)) =>
    ask(slug, path, { headers });
  return { ...made, ids, token, get };
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

const headersOf = (response: Response, ...names: string[]) => names.map((name) => response.headers.get(name));

test("a range is a 206 with just its bytes, from either end", async () => {
  const { get } = await scene();
  const whole = await bytesOf(await get());
  const size = whole.length;
  for (const [range, start, end] of [
    ["0-0", 0, 1],
    ["10-99", 10, 100],
    [`${size - 30}-`, size - 30, size],
    ["-22", size - 22, size],
    [`5-${size + 1000}`, 5, size],
  ] as const) {
    const response = await get({ range: `bytes=${range}` });
    expect([response.status, ...headersOf(response, "content-range", "content-length")], range).toEqual([
      206,
      `bytes ${start}-${end - 1}/${size}`,
      String(end - start),
    ]);
    expect(await bytesOf(response)).toEqual(whole.subarray(start, end));
  }
});

test("random ranges of the archive are the same slices of the whole", async () => {
  const { get } = await scene();
  const whole = await bytesOf(await get());
  for (let i = 0; i < 40; i++) {
    const start = Math.floor(Math.random() * whole.length);
    const last = start + Math.floor(Math.random() * (whole.length - start));
    const part = await bytesOf(await get({ range: `bytes=${start}-${last}` }));
    expect(part, `${start}-${last}`).toEqual(whole.subarray(start, last + 1));
  }
});

test("a range behind the end is a 416 that tells the length; several ranges are the whole", async () => {
  const { get } = await scene();
  const size = (await bytesOf(await get())).length;
  for (const range of [`bytes=${size}-`, "bytes=-0"]) {
    const response = await get({ range });
    expect([response.status, ...headersOf(response, "content-range")]).toEqual([416, `bytes */${size}`]);
    expect((await bytesOf(response)).length).toBe(0);
  }
  const several = await get({ range: "bytes=0-9,20-29" });
  expect([several.status, (await bytesOf(several)).length]).toEqual([200, size]);
});

test("HEAD says what GET would, of the whole, whatever range it names", async () => {
  const { slug, token, get, ids } = await scene();
  for (const path of [archivePath(token), originalPath(token, ids[0] ?? "")]) {
    const whole = await get({}, path);
    const head = await ask(slug, path, { method: "HEAD", headers: { range: "bytes=0-9" } });
    const told = [
      "content-length",
      "content-type",
      "content-disposition",
      "etag",
      "accept-ranges",
      "last-modified",
    ];
    expect([head.status, ...headersOf(head, ...told)]).toEqual([200, ...headersOf(whole, ...told)]);
    expect((await bytesOf(head)).length).toBe(0);
    await whole.arrayBuffer();
  }
});

test("what was cut off anywhere goes on where it was, and becomes the same file", async () => {
  const { get } = await scene();
  const first = await get();
  const etag = first.headers.get("etag") ?? "";
  const whole = await bytesOf(first);
  expect(etag).toMatch(/^"[^"]+"$/);
  let held = new Uint8Array();
  while (held.length < whole.length) {
    const resumed = held.length > 0;
    const response = await get(resumed ? { range: `bytes=${held.length}-`, "if-range": etag } : {});
    expect(response.status).toBe(resumed ? 206 : 200);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const { value = new Uint8Array() } = await reader.read();
    await reader.cancel();
    const kept = value.subarray(0, 1 + Math.floor(Math.random() * 800));
    held = Buffer.concat([held, kept]);
  }
  expect(held).toEqual(Buffer.from(whole));
});

test("whoever holds a part of another archive gets all of this one", async () => {
  const { studio, get, ids } = await scene();
  const before = (await get()).headers.get("etag") ?? "";
  await studio.db
    .update(photos)
    .set({ filename: "renamed.jpg" })
    .where(eq(photos.id, ids[0] ?? ""));
  const response = await get({ range: "bytes=100-", "if-range": before });
  expect(response.status).toBe(200);
  expect(Object.keys(unzipSync(await bytesOf(response)))).toContain("renamed.jpg");
  const same = await get({ range: "bytes=100-", "if-range": response.headers.get("etag") ?? "" });
  expect(same.status).toBe(206);
  await same.arrayBuffer();
});

test("conditions are weighed for the archive and for each file", async () => {
  const { get, token, ids } = await scene();
  for (const path of [archivePath(token), originalPath(token, ids[1] ?? "")]) {
    const etag = (await get({}, path)).headers.get("etag") ?? "";
    const status = async (headers: Record<string, string>) => {
      const response = await get(headers, path);
      await response.arrayBuffer();
      return [response.status, response.headers.get("etag")];
    };
    expect(await status({ "if-none-match": etag })).toEqual([304, etag]);
    expect(await status({ "if-none-match": '"other"' })).toEqual([200, etag]);
    expect(await status({ "if-match": etag, range: "bytes=0-9" })).toEqual([206, etag]);
    expect(await status({ "if-match": '"other"', range: "bytes=0-9" })).toEqual([412, etag]);
  }
});

test("a file tells since when it is what it is, an archive does not", async () => {
  const { get, token, ids } = await scene();
  await setClock(MINUTE);
  const path = originalPath(token, ids[0] ?? "");
  const since = (await get({}, path)).headers.get("last-modified") ?? "";
  expect(Date.parse(since)).toBeGreaterThan(0);
  expect((await get({ "if-modified-since": since }, path)).status).toBe(304);
  const part = await get({ "if-range": since, range: "bytes=3-5" }, path);
  expect([part.status, await bytesOf(part)]).toEqual([206, tinyJpeg().subarray(3, 6)]);
  expect(headersOf(await get(), "last-modified")).toEqual([null]);
});

test("files that are not in storage are named before the first byte, and the operator is told", async () => {
  const { studio, slug, get, token, ids } = await scene();
  const size = (await bytesOf(await get())).length;
  await studio.objects.delete([originalKey(ids[1] ?? "")]);
  const path = originalPath(token, ids[1] ?? "");
  for (const response of [await get(), await get({ range: "bytes=0-" }), await get({}, path)]) {
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("second.jpg is missing from storage");
  }
  expect((await ask(slug, archivePath(token), { method: "HEAD" })).status).toBe(503);
  expectErrorLog(/files of a download are not in storage/);
  expectErrorLog(/answered with an error/);
  const alerts = await new Directory(env.DIRECTORY).db.select().from(operatorAlerts);
  expect(alerts.filter(({ kind }) => kind === `files_missing:${studio.tenant.id}`)).toHaveLength(1);

  const others = await get({ range: `bytes=${size - 100}-` });
  expect([others.status, (await bytesOf(others)).length]).toEqual([206, 100]);
});

test("a large archive comes in parts as well, each complete by itself", async () => {
  const { studio, slug, get, token, ids } = await scene();
  const part = (query: string) => get({}, `${archivePath(token)}?${query}`);
  const only = await part("of=2gb&part=1");
  expect(only.headers.get("content-disposition")).toContain("anna-ben-1-of-1.zip");
  expect(Object.keys(unzipSync(await bytesOf(only)))).toHaveLength(3);
  for (const none of ["of=2gb&part=2", "of=2gb&part=0", "of=2gb", "part=1", "of=3gb&part=1", "of=2gb&part=x"])
    expect((await part(none)).status, none).toBe(404);

  // Two files that are said to be larger than they are cannot be sent, but each is missed in a part of its own.
  for (const id of ids.slice(0, 2))
    await studio.db.update(photos).set({ size: 1_500_000_000 }).where(eq(photos.id, id));
  for (const [number, name] of [
    [1, "first.jpg"],
    [2, "second.jpg"],
  ] as const) {
    const response = await part(`of=2gb&part=${number}`);
    expect([response.status, await response.text()]).toEqual([
      503,
      expect.stringContaining(`: ${name} is missing`),
    ]);
  }
  expectErrorLog(/files of a download are not in storage/);
  expectErrorLog(/answered with an error/);
  expect((await part("of=2gb&part=3")).status).toBe(404);
  expect((await ask(slug, `${archivePath(token)}?of=4gb&part=2`)).status).toBe(404);
});
