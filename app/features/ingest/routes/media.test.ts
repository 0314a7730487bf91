import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { HOUR } from "../../../lib/time";
import { ask, askData } from "../../../test/ask";
import { createTestStudio, setClock } from "../../../test/create-test-studio";
import { changeGallery } from "../../galleries/commands/change-gallery.server";
import { unpublishGallery } from "../../galleries/commands/publish-gallery.server";
import { aGallery } from "../../galleries/testing";
import { renditionKey, renditionNames } from "../model";
import { renditionPath } from "../paths";
import { photos } from "../schema";
import { aPhoto } from "../testing";

afterEach(() => setClock(0));

async function scene() {
  const made = await createTestStudio();
  const gallery = await aGallery(made.studio, { expiresAt: made.studio.clock.now() + 20 * 60_000 });
  const { id } = await aPhoto(made.studio, gallery.id);
  const { email, password } = made.owner;
  const { accessToken: bearer } = await askData<{ accessToken: string }>(made.slug, "/tokens", {
    json: { email, password },
  });
  return { ...made, gallery, id, bearer, path: renditionPath({ id, version: 1 }, "grid") };
}

async function isPicture(slug: string, path: string, bearer: string): Promise<boolean> {
  const response = await ask(slug, path, { bearer });
  await response.arrayBuffer();
  return (response.headers.get("content-type") ?? "").startsWith("image/");
}

test("visitors of a public gallery get its renditions, which anybody may keep and nobody shows without asking", async () => {
  const { slug, studio, id } = await scene();
  for (const name of renditionNames) {
    const bytes = new TextEncoder().encode(`the ${name} of this photo`);
    await studio.objects.put(renditionKey({ id, version: 1, attempt: null }, name), bytes, "image/jpeg");
    const response = await ask(slug, renditionPath({ id, version: 1 }, name));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": String(bytes.length),
      "cache-control": "public, no-cache",
      "x-content-type-options": "nosniff",
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  }
});

test("a browser that has the picture is told so, unless it may not see it any more", async () => {
  const { slug, studio, gallery, path } = await scene();
  const first = await ask(slug, path);
  const etag = first.headers.get("etag") ?? "";
  const again = await ask(slug, path, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
  const other = await ask(slug, path.replace("grid", "thumb"), { headers: { "if-none-match": etag } });
  expect(other.status).toBe(200);
  await unpublishGallery(studio, gallery.id);
  expect((await ask(slug, path, { headers: { "if-none-match": etag } })).status).toBe(404);
});

test("whoever keeps several pictures of an address asks about all of them, also by way of a proxy", async () => {
  const { slug, path } = await scene();
  const etag = (await ask(slug, path)).headers.get("etag") ?? "";
  for (const kept of [`"another", ${etag}`, `W/${etag}`, "*"])
    expect((await ask(slug, path, { headers: { "if-none-match": kept } })).status, kept).toBe(304);
  for (const kept of ['"another"', etag.slice(1, -1)])
    expect((await ask(slug, path, { headers: { "if-none-match": kept } })).status, kept).toBe(200);
});

test("a picture that was made anew has another address and another tag, whichever of its parts changed", async () => {
  const { slug, studio, id, path } = await scene();
  const etag = (await ask(slug, path)).headers.get("etag") ?? "";
  for (const set of [
    { version: 1, attempt: "again" },
    { version: 2, attempt: "again" },
  ]) {
    await studio.objects.put(
      renditionKey({ id, ...set }, "grid"),
      new Uint8Array([set.version]),
      "image/jpeg",
    );
    await studio.db.update(photos).set(set).where(eq(photos.id, id));
    const here = renditionPath({ id, version: set.version }, "grid");
    const shown = await ask(slug, here, { headers: { "if-none-match": etag } });
    expect([shown.status, new Uint8Array(await shown.arrayBuffer())]).toEqual([
      200,
      new Uint8Array([set.version]),
    ]);
  }
  const old = await ask(slug, path);
  expect([old.status, old.headers.get("location"), old.headers.get("cache-control")]).toEqual([
    302,
    renditionPath({ id, version: 2 }, "grid"),
    "private, no-store",
  ]);
});

test("HEAD tells of a picture without sending it", async () => {
  const { slug, path } = await scene();
  const response = await ask(slug, path, { method: "HEAD" });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  expect(await response.text()).toBe("");
});

test("the original is at no address, not even for the owner", async () => {
  const { slug, id, bearer } = await scene();
  const paths = [
    `/media/${id}/original`,
    `/media/${id}/1/original`,
    `/media/${id}/1/original.jpg`,
    `/media/${id}/original/grid.jpg`,
    `/media/${id}/1/grid.jpg/../../original`,
    `/media/${id}/1/..%2Foriginal`,
    `/media/${id}%2Foriginal/1/grid.jpg`,
    `/media/${id}/1/grid`,
  ];
  for (const path of paths) {
    expect(await isPicture(slug, path, bearer), path).toBe(false);
  }
});

test("renditions of a draft are a 404 for strangers and shown to members", async () => {
  const { slug, studio, gallery, path, bearer } = await scene();
  await unpublishGallery(studio, gallery.id);
  const hidden = await ask(slug, path);
  const missing = await ask(slug, path.replace(/pho_\w+/, "pho_none"));
  expect([hidden.status, missing.status]).toEqual([404, 404]);
  expect(await hidden.text()).toBe(await missing.text());
  expect((await ask(slug, path, { bearer })).status).toBe(200);
});

test("renditions of an expired gallery are a 404 for strangers and shown to members", async () => {
  const { slug, path, bearer } = await scene();
  expect((await ask(slug, path)).status).toBe(200);
  await setClock(21 * 60_000);
  expect((await ask(slug, path)).status).toBe(404);
  expect((await ask(slug, path, { bearer })).status).toBe(200);
  await setClock(HOUR);
  expect((await ask(slug, path, { bearer })).status).toBe(401);
});

test("only the present version of a ready photo is served", async () => {
  const { slug, studio, id, bearer, path } = await scene();
  expect(await isPicture(slug, path, bearer)).toBe(true);
  for (const wrong of ["0", "2", "-1", "1.5", "01x", "one"])
    expect(await isPicture(slug, path.replace("/1/", `/${wrong}/`), bearer), wrong).toBe(false);
  for (const wrong of ["huge.jpg", "grid.png", "Grid.jpg"])
    expect(await isPicture(slug, path.replace("grid.jpg", wrong), bearer), wrong).toBe(false);
  for (const state of ["processing", "failed"] as const) {
    await studio.db.update(photos).set({ status: state }).where(eq(photos.id, id));
    expect((await ask(slug, path, { bearer })).status, state).toBe(404);
  }
});

test("a rendition that is missing in storage is a 404", async () => {
  const { slug, studio, id, path } = await scene();
  await studio.objects.delete([renditionKey({ id, version: 1, attempt: null }, "grid")]);
  expect((await ask(slug, path)).status).toBe(404);
});

test("what everybody may see is kept for all of them, and asked about before each answer all the same", async () => {
  const { slug, studio, gallery, id, path } = await scene();
  const first = await ask(slug, path);
  expect([first.status, first.headers.get("cache-control")]).toEqual([200, "public, no-cache"]);
  const bytes = await first.arrayBuffer();
  await studio.objects.delete([renditionKey({ id, version: 1, attempt: null }, "grid")]);
  await vi.waitFor(async () => {
    const kept = await ask(slug, path);
    expect([kept.status, new Uint8Array(await kept.arrayBuffer())]).toEqual([200, new Uint8Array(bytes)]);
  });
  for (const hidden of [true, false]) {
    await studio.db.update(photos).set({ hidden }).where(eq(photos.id, id));
    expect((await ask(slug, path)).status).toBe(hidden ? 404 : 200);
  }
  await changeGallery(studio, gallery.id, { visibility: "unlisted" });
  expect((await ask(slug, path)).status).toBe(404);
});
