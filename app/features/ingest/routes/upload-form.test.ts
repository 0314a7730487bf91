import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie } from "../../../test/pages";
import { addMember } from "../../account/testing";
import { aGallery } from "../../galleries/testing";
import { photos } from "../schema";
import { tinyJpeg } from "../testing/tiny-jpeg";

async function scene() {
  const made = await createTestStudio();
  return { ...made, gallery: await aGallery(made.studio), cookie: await ownerCookie(made) };
}

/** Sends files as a browser without JavaScript does; returns the status, where it leads and what it says. */
async function sendFiles(
  slug: string,
  galleryId: string,
  files: { name: string; bytes: Uint8Array }[],
  headers: Record<string, string>,
) {
  const form = new FormData();
  for (const { name, bytes } of files)
    form.append("photos", new File([bytes as Uint8Array<ArrayBuffer>], name));
  const encoded = new Response(form);
  const body = await encoded.arrayBuffer();
  const response = await askPage(slug, `/studio/galleries/${galleryId}/photos`, {
    method: "POST",
    body,
    headers: {
      origin: `http://${slug}.localhost:8787`,
      "content-type": encoded.headers.get("content-type") ?? "",
      "content-length": String(body.byteLength),
      ...headers,
    },
  });
  const flash = response.headers.getSetCookie().find((cookie) => cookie.startsWith("flash="));
  const said = decodeURIComponent(/^flash=([^;]*)/.exec(flash ?? "")?.[1] ?? "");
  return { status: response.status, to: response.headers.get("location"), said };
}

test("several photos go in through one form, and the gallery says how many", async () => {
  const { slug, studio, gallery, cookie } = await scene();
  const files = [
    { name: "one.jpg", bytes: tinyJpeg() },
    { name: "two.jpg", bytes: tinyJpeg() },
  ];
  expect(await sendFiles(slug, gallery.id, files, { cookie })).toEqual({
    status: 303,
    to: `/studio/galleries/${gallery.id}`,
    said: "2 photos were uploaded.",
  });
  const rows = await studio.db.select().from(photos);
  expect(rows.map((photo) => photo.filename).toSorted()).toEqual(["one.jpg", "two.jpg"]);
  expect(rows.map((photo) => photo.size)).toEqual([tinyJpeg().length, tinyJpeg().length]);
});

test("a file that is refused is named with the reason", async () => {
  const { slug, studio, gallery, cookie } = await scene();
  const files = [{ name: "notes.txt", bytes: new TextEncoder().encode("not a photo at all") }];
  expect(await sendFiles(slug, gallery.id, files, { cookie })).toMatchObject({
    status: 303,
    said: "notes.txt: This is no picture that can be read. JPEG, PNG, WebP, TIFF and camera raw files can be uploaded.",
  });
  expect(await studio.db.$count(photos)).toBe(0);
});

test("more files than one request can take in are refused before the first of them", async () => {
  const { slug, studio, gallery, cookie } = await scene();
  const files = Array.from({ length: 51 }, (_, i) => ({ name: `${i}.jpg`, bytes: tinyJpeg() }));
  expect(await sendFiles(slug, gallery.id, files, { cookie })).toMatchObject({
    status: 303,
    said: "Nothing was uploaded: 51 files at once are too many. Choose up to 50 at a time.",
  });
  expect(await studio.db.$count(photos)).toBe(0);
});

test("a form larger than memory allows is not read", async () => {
  const { slug, studio, gallery, cookie } = await scene();
  const files = [{ name: "one.jpg", bytes: tinyJpeg() }];
  const headers = { cookie, "content-length": String(61 * 1024 * 1024) };
  expect((await sendFiles(slug, gallery.id, files, headers)).said).toContain("60 MB together");
  expect(await studio.db.$count(photos)).toBe(0);
});

test("strangers are sent to sign in; without the right, and for a gallery that does not exist, there is nothing", async () => {
  const { slug, studio, gallery, cookie } = await scene();
  const files = [{ name: "one.jpg", bytes: tinyJpeg() }];
  const owner = { email: "viewer@example.com", password: "Correct-horse-7" };
  await addMember(studio, { ...owner, name: "Viewer", role: "viewer" });
  const viewer = await ownerCookie({ slug, owner });
  const status = async (id: string, headers: Record<string, string>) =>
    (await sendFiles(slug, id, files, headers)).status;
  expect(await sendFiles(slug, gallery.id, files, {})).toMatchObject({ status: 302, to: "/sign-in" });
  expect(await status(gallery.id, { cookie: viewer })).toBe(404);
  expect(await status("gal_none", { cookie })).toBe(404);
  expect(await status(gallery.id, { cookie, origin: "http://evil.test" })).toBe(403);
  expect(await studio.db.$count(photos)).toBe(0);
});
