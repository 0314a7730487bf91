import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { countAttempt } from "../../account/index.server";
import { members } from "../../account/schema";
import { addMember } from "../../account/testing";
import { aGallery } from "../../galleries/testing";
import { processingLimit } from "../model";
import { photoPath } from "../paths";
import { photoMetadata, photos } from "../schema";
import { aPhoto } from "../testing";

async function scene() {
  const made = await createTestStudio();
  const gallery = await aGallery(made.studio);
  const { id } = await aPhoto(made.studio, gallery.id, { ready: false });
  await workOff(made.studio);
  return { ...made, gallery, id, cookie: await ownerCookie(made), path: photoPath(gallery.id, id) };
}

/** What a page says, without its tags. */
async function textOf(slug: string, path: string, cookie: string): Promise<string> {
  const html = await (await askPage(slug, path, { headers: { cookie } })).text();
  return html
    .replace(/<script.*?<\/script>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

test("the page of a photo tells what the file says, what it is, and how its pictures were made", async () => {
  const { slug, studio, id, cookie, path } = await scene();
  await studio.db
    .update(photoMetadata)
    .set({
      camera: "Canon EOS R5",
      exposureTime: 0.004,
      aperture: 2.8,
      iso: 400,
      focalLength: 85,
      caption: "At the lake",
      keywords: '["lake","evening"]',
    })
    .where(eq(photoMetadata.photoId, id));
  await studio.db
    .update(photos)
    .set({ flags: '["truncated"]', decoder: "photon", renderMs: 1234, renderBytes: 38_000_000 })
    .where(eq(photos.id, id));
  const text = await textOf(slug, path, cookie);
  for (const said of [
    "DSC_0001.jpg",
    "13 June 2026 at 15:20:01 (UTC+02:00)",
    "Canon EOS R5",
    "1/250 s · f/2.8 · ISO 400 · 85 mm",
    "At the lake",
    "lake, evening",
    "64 × 48",
    "The file ends before its picture does",
    "The second decoder",
    "1.2 s",
    "38 MB",
    "Clean, not shown",
    "Make the renditions again",
  ])
    expect(text).toContain(said);
});

test("the renditions are made again at a press, once at a time, and the photo stays shown", async () => {
  const { slug, studio, id, cookie, path } = await scene();
  const press = () => postForm(slug, path, { intent: "again" }, { headers: { cookie } });
  expect((await press()).headers.get("location")).toBe(path);
  expect((await press()).status).toBe(409);
  expect(await textOf(slug, path, cookie)).not.toContain("Make the renditions again");
  await workOff(studio);
  expect(await studio.db.select().from(photos).where(eq(photos.id, id)).get()).toMatchObject({
    status: "ready",
    version: 2,
    renderingVersion: null,
  });
});

test("a photo whose attempts were all given up says so, and can be tried again", async () => {
  const { slug, studio, id, cookie, path } = await scene();
  await studio.db.update(photos).set({ status: "failed", failure: "internal" }).where(eq(photos.id, id));
  expect(await textOf(slug, path, cookie)).toContain("Something went wrong on our side");
  await postForm(slug, path, { intent: "again" }, { headers: { cookie } });
  await workOff(studio);
  expect(await textOf(slug, path, cookie)).not.toContain("Something went wrong on our side");
});

test("strangers are sent to sign in, and members without the right cannot have anything made", async () => {
  const { slug, studio, gallery, id, path } = await scene();
  const owner = { email: "viewer@example.com", password: "Correct-horse-7" };
  await addMember(studio, { ...owner, name: "Viewer", role: "viewer" });
  const cookie = await ownerCookie({ slug, owner });
  expect((await askPage(slug, path)).headers.get("location")).toContain("/sign-in");
  expect(await textOf(slug, path, cookie)).not.toContain("Make the renditions again");
  const refused = await postForm(slug, path, { intent: "again" }, { headers: { cookie } });
  expect(refused.status).toBe(403);
  const other = await aGallery(studio);
  for (const wrong of [photoPath(other.id, id), photoPath(gallery.id, "pho_none")])
    expect((await askPage(slug, wrong, { headers: { cookie } })).status).toBe(404);
});

test("visitors see a photo's caption and its ground, and nothing else of its metadata", async () => {
  const { slug, studio, gallery, id } = await scene();
  await studio.db
    .update(photoMetadata)
    .set({ camera: "Canon EOS R5", caption: "At the lake", keywords: '["evening"]' })
    .where(eq(photoMetadata.photoId, id));
  const page = await (await askPage(slug, `/g/${gallery.slug}/photos/${id}`)).text();
  expect(page).toContain("At the lake");
  expect(page).toMatch(/background-color:#[0-9a-f]{6}/);
  expect(page).not.toMatch(/Canon|evening/);
});

test("who presses too often comes back to the page of the form, which says when to try again", async () => {
  const { slug, studio, gallery, cookie, path } = await scene();
  const owner = await studio.db.select({ id: members.id }).from(members).get();
  const subject = `processing:${owner?.id}`;
  for (let i = 0; i < processingLimit.most; i++)
    await countAttempt(studio, [{ subject, ...processingLimit }]);
  const failed = (await aPhoto(studio, gallery.id)).id;
  await studio.db.update(photos).set({ status: "failed", failure: "damaged" }).where(eq(photos.id, failed));
  const here = `/studio/galleries/${gallery.id}`;
  const referer = `http://${slug}.localhost:8787${here}?cursor=pho_1`;
  for (const [to, fields, headers, back] of [
    [path, { intent: "again" }, {}, path],
    [here, { intent: "retry", photoId: failed }, { referer }, `${here}?cursor=pho_1`],
    [here, { intent: "retry", photoId: failed }, { referer: "https://evil.test/x" }, here],
  ] as const) {
    const answer = await postForm(slug, to, fields, { headers: { cookie, ...headers } });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, back]);
    const said = decodeURIComponent(answer.headers.get("set-cookie") ?? "");
    expect(said).toMatch(/Photos can be processed again 10 times a minute. Try again in \d+ seconds./);
  }
});
