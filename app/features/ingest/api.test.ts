import { expect, test } from "vitest";
import { type AskInit, ask, askData } from "../../test/ask";
import { createTestStudio, env, workOff } from "../../test/create-test-studio";
import { addMember } from "../account/testing";
import { aGallery } from "../galleries/testing";
import { photos } from "./schema";
import { aPhoto, manyPhotos } from "./testing";
import { tinyJpeg } from "./testing/tiny-jpeg";
import { turnedJpeg } from "./testing/turned-jpeg";

interface Shown {
  id: string;
  filename: string;
  status: string;
  width: number;
  height: number;
  failure?: { type: string; message: string };
  renditions: { name: string; width: number; height: number; url: string }[];
}

interface Listed {
  items: Shown[];
  nextCursor: string | null;
}

async function withToken() {
  const made = await createTestStudio();
  const { email, password } = made.owner;
  const { accessToken: bearer } = await askData<{ accessToken: string }>(made.slug, "/tokens", {
    json: { email, password },
  });
  return { ...made, bearer, gallery: await aGallery(made.studio) };
}

function send(
  slug: string,
  galleryId: string,
  bytes: Uint8Array,
  init: AskInit & { filename?: string } = {},
) {
  const { filename = "DSC_0001.jpg", ...rest } = init;
  const path = `/api/v1/galleries/${galleryId}/photos?filename=${encodeURIComponent(filename)}`;
  const headers = { "content-length": String(bytes.length), ...(rest.headers as object) };
  return ask(slug, path, { method: "POST", body: bytes as Uint8Array<ArrayBuffer>, ...rest, headers });
}

async function failureOf(response: Response) {
  const { error } = (await response.json()) as { error: { type: string; message: string } };
  return { status: response.status, ...error };
}

test("a photo sent through the API is processing, then listed as ready with its renditions", async () => {
  const { slug, studio, bearer, gallery } = await withToken();
  const response = await send(slug, gallery.id, turnedJpeg(), { bearer, filename: "Anna & Ben.jpg" });
  expect(response.status).toBe(202);
  const { data } = (await response.json()) as { data: { id: string; status: string } };
  expect(data).toEqual({ id: expect.stringMatching(/^pho_/), status: "processing" });
  const list = () => askData<Listed>(slug, `/galleries/${gallery.id}/photos`, { bearer });
  const shown = { id: data.id, filename: "Anna & Ben.jpg", width: 1408, height: 2112 };
  expect(await list()).toEqual({
    items: [{ ...shown, status: "processing", renditions: [] }],
    nextCursor: null,
  });
  await workOff(studio);
  const { items } = await list();
  expect(items[0]).toMatchObject({ ...shown, status: "ready" });
  const sizes = items[0]?.renditions.map(({ name, width, height }) => `${name} ${width}x${height}`);
  expect(sizes?.toSorted()).toEqual(["grid 683x1024", "preview 1365x2048", "thumb 267x400"]);
  for (const { url } of items[0]?.renditions ?? []) {
    expect(new URL(url).origin).toBe(studio.tenant.origin);
    expect((await ask(slug, new URL(url).pathname)).headers.get("content-type")).toBe("image/jpeg");
  }
});

test("a photo that failed is listed with a reason that a person can read, and can be retried", async () => {
  const { slug, studio, bearer, gallery } = await withToken();
  const bytes = turnedJpeg();
  const cut = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xda);
  const { id } = await aPhoto(studio, gallery.id, { bytes: bytes.slice(0, cut), ready: false });
  await workOff(studio);
  const { items } = await askData<Listed>(slug, `/galleries/${gallery.id}/photos`, { bearer });
  expect(items[0]).toMatchObject({ id, status: "failed", failure: { type: "damaged" } });
  expect(items[0]?.failure?.message).toMatch(/^[A-Z].{20,}\.$/);
  const path = `/api/v1/galleries/${gallery.id}/photos/${id}/retry`;
  const retried = await ask(slug, path, { bearer, method: "POST" });
  expect(retried.status).toBe(202);
  expect(await failureOf(await ask(slug, path, { bearer, method: "POST" }))).toMatchObject({
    status: 409,
    type: "conflict",
  });
});

test("each way an upload is refused has its status and its sentence, and leaves nothing behind", async () => {
  const { slug, studio, bearer, gallery } = await withToken();
  const refused = async (bytes: Uint8Array, init: Parameters<typeof send>[3] = {}) =>
    failureOf(await send(slug, gallery.id, bytes, { bearer, ...init }));
  const gif = new TextEncoder().encode("GIF89a".padEnd(64));
  expect(await refused(gif)).toEqual({
    status: 415,
    type: "unsupported_media",
    message: expect.stringContaining("This is a GIF"),
  });
  expect(await refused(tinyJpeg().slice(0, 100))).toMatchObject({ status: 415, type: "unsupported_media" });
  expect(await refused(new Uint8Array())).toMatchObject({ status: 422, message: "The file is empty." });
  expect(await refused(tinyJpeg(), { filename: " " })).toMatchObject({
    status: 422,
    fields: { filename: ["Name the file."] },
  });
  const { objects } = await env.PHOTOS.list({ prefix: `s/${studio.tenant.id}/` });
  expect([objects.length, await studio.db.$count(photos)]).toEqual([0, 0]);
});

test("an upload must say how long it is, and is cut off where it is longer than allowed", async () => {
  const { slug, bearer, gallery } = await withToken();
  const path = `/api/v1/galleries/${gallery.id}/photos?filename=a.jpg`;
  const { readable: body, writable } = new TransformStream<Uint8Array, Uint8Array>();
  void new Blob([tinyJpeg() as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeTo(writable)
    .catch(() => {});
  const silent = await ask(slug, path, { bearer, method: "POST", body });
  expect(await failureOf(silent)).toMatchObject({ status: 411, type: "length_required" });
  const huge = await send(slug, gallery.id, new Uint8Array(96 * 1024 * 1024), { bearer });
  expect(await failureOf(huge)).toMatchObject({ status: 413, type: "too_large" });
});

test("photos go only into galleries that exist, sent by those who may", async () => {
  const { slug, studio, bearer, gallery } = await withToken();
  const status = async (id: string, init: AskInit) => (await send(slug, id, tinyJpeg(), init)).status;
  expect(await status("gal_none", { bearer })).toBe(404);
  expect(await status(gallery.id, {})).toBe(401);
  const who = { email: "viewer@example.com", password: "Correct-horse-7" };
  await addMember(studio, { ...who, name: "Viewer", role: "viewer" });
  const { accessToken } = await askData<{ accessToken: string }>(slug, "/tokens", { json: who });
  expect(await status(gallery.id, { bearer: accessToken })).toBe(403);
  expect(await studio.db.$count(photos)).toBe(0);
});

test("the photos of a gallery are read in pages in the order they came", async () => {
  const { slug, studio, bearer, gallery } = await withToken();
  const ids = await manyPhotos(studio, gallery.id, 7);
  await manyPhotos(studio, (await aGallery(studio)).id, 3);
  const seen: string[] = [];
  let cursor = "";
  do {
    const query = `limit=3${cursor && `&cursor=${cursor}`}`;
    const page = await askData<Listed>(slug, `/galleries/${gallery.id}/photos?${query}`, { bearer });
    seen.push(...page.items.map((photo) => photo.id));
    cursor = page.nextCursor ?? "";
  } while (cursor);
  expect(seen).toEqual(ids);
  expect((await ask(slug, "/api/v1/galleries/gal_none/photos", { bearer })).status).toBe(404);
});
