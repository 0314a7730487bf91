import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type AskInit, ask, askData } from "../../test/ask";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../test/pages";
import type { Role } from "../account/model";
import { actsOn, aMember } from "../account/testing";
import { photos } from "../ingest/schema";
import { aPhoto } from "../ingest/testing";
import { tinyJpeg } from "../ingest/testing/tiny-jpeg";
import { assignGallery, unassignGallery } from "./commands/assign-gallery.server";
import { aGallery } from "./testing";

/** A member of a studio with a browser and a token. */
async function signedIn({ studio, slug }: TestStudio, role: Role) {
  const member = await aMember(studio, role);
  const { email, password } = member;
  const cookie = await ownerCookie({ slug, owner: { email, password } });
  const { accessToken } = await askData<{ accessToken: string }>(slug, "/tokens", {
    json: { email, password },
  });
  return { ...member, cookie, accessToken };
}

/** A draft with a photo that is ready and one that failed. */
async function aDraft({ studio }: TestStudio, name: string) {
  const { id } = await aGallery(studio, { name, published: false });
  const ready = await aPhoto(studio, id, { filename: `${name}.jpg` });
  const failed = await aPhoto(studio, id);
  await studio.db
    .update(photos)
    .set({ status: "failed", failure: "damaged" })
    .where(eq(photos.id, failed.id));
  return { id, name, ready: ready.id, failed: failed.id };
}

type Draft = Awaited<ReturnType<typeof aDraft>>;

test("who sees only assigned galleries reaches nothing of the others, by no page, picture or call", async () => {
  const made = await createTestStudio();
  const { slug, studio } = made;
  const [mine, other] = [await aDraft(made, "Mine"), await aDraft(made, "Hidden")];
  for (const role of ["photographer", "assistant"] as const) {
    const { id, cookie, accessToken } = await signedIn(made, role);
    await assignGallery(studio, mine.id, id);
    const page = async (path: string) => (await askPage(slug, path, { headers: { cookie } })).status;
    const post = async (path: string, fields: Record<string, string>) =>
      (await postForm(slug, path, fields, { headers: { cookie } })).status;
    const call = async (path: string, init: AskInit = {}) =>
      (await ask(slug, `/api/v1${path}`, { bearer: accessToken, ...init })).status;
    const body = tinyJpeg() as Uint8Array<ArrayBuffer>;
    const upload = { method: "POST", body, headers: { "content-length": String(body.byteLength) } };
    const writes = role === "photographer";
    /** Status of everything there is of a gallery; what changes something stands last. */
    const statuses = async ({ id: gallery, ready }: Draft) => ({
      gallery: await page(`/studio/galleries/${gallery}`),
      photo: await page(`/studio/galleries/${gallery}/photos/${ready}`),
      picture: await page(`/media/${ready}/1/grid.jpg`),
      apiGallery: await call(`/galleries/${gallery}`),
      apiPhotos: await call(`/galleries/${gallery}/photos`),
      upload: await call(`/galleries/${gallery}/photos?filename=a.jpg`, upload),
    });
    const byWriting = async ({ id: gallery, failed }: Draft) => ({
      settings: await page(`/studio/galleries/${gallery}/settings`),
      change: await call(`/galleries/${gallery}`, { method: "PATCH", json: { name: "Changed" } }),
      publish: await post(`/studio/galleries/${gallery}`, { intent: "publish" }),
      unpublish: await post(`/studio/galleries/${gallery}`, { intent: "unpublish" }),
      again: await post(`/studio/galleries/${gallery}/photos/${failed}`, { intent: "again" }),
      retry: await call(`/galleries/${gallery}/photos/${failed}/retry`, { json: {} }),
    });
    expect(new Set(Object.values(await statuses(other))), role).toEqual(new Set([404]));
    const { upload: uploaded, ...seen } = await statuses(mine);
    expect(new Set(Object.values(seen)), role).toEqual(new Set([200]));
    expect(uploaded, role).toBe(202);
    if (writes) {
      expect(new Set(Object.values(await byWriting(other)))).toEqual(new Set([404]));
      expect(await byWriting(mine)).toMatchObject({
        settings: 200,
        change: 200,
        publish: 303,
        unpublish: 303,
        again: 303,
        retry: 409,
      });
    }
    const list = await (await askPage(slug, "/studio/galleries", { headers: { cookie } })).text();
    expect(list).not.toContain("Hidden");
    const { items } = await askData<{ items: { id: string }[] }>(slug, "/galleries", {
      bearer: accessToken,
    });
    expect(items.map((item) => item.id)).toEqual([mine.id]);
    expect(await page("/studio/orders")).toBe(404);
    await unassignGallery(studio, mine.id, id);
    expect(await page(`/studio/galleries/${mine.id}`)).toBe(404);
    expect(await page(`/media/${mine.ready}/1/grid.jpg`)).toBe(404);
  }
  expect((await studio.db.select().from(photos).where(eq(photos.id, other.failed)).get())?.status).toBe(
    "failed",
  );
});

test("a photo of an assigned gallery does not open one of another through its address", async () => {
  const made = await createTestStudio();
  const [mine, other] = [await aDraft(made, "Mine"), await aDraft(made, "Hidden")];
  const { id, cookie, accessToken } = await signedIn(made, "photographer");
  await assignGallery(made.studio, mine.id, id);
  const path = `/studio/galleries/${mine.id}/photos/${other.failed}`;
  expect((await askPage(made.slug, path, { headers: { cookie } })).status).toBe(404);
  expect((await postForm(made.slug, path, { intent: "again" }, { headers: { cookie } })).status).toBe(404);
  const retry = `/api/v1/galleries/${mine.id}/photos/${other.failed}/retry`;
  expect((await ask(made.slug, retry, { bearer: accessToken, json: {} })).status).toBe(404);
});

test("owner, admin and manager put people on a gallery on its settings page; nobody else does", async () => {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const gallery = await aGallery(studio);
  const photographer = await signedIn(made, "photographer");
  await assignGallery(studio, gallery.id, photographer.id);
  const settings = `/studio/galleries/${gallery.id}/settings`;
  const send = (cookie: string, intent: string, member: string) =>
    postForm(
      slug,
      `/studio/galleries/${gallery.id}/assignments`,
      { intent, member },
      { headers: { cookie } },
    );
  for (const role of ["owner", "admin", "manager"] as const) {
    const { cookie } = await signedIn(made, role);
    const newcomer = await aMember(studio, "assistant");
    const page = await (await askPage(slug, settings, { headers: { cookie } })).text();
    expect(page, role).toContain("Who works on it");
    expect(page, role).toContain(newcomer.id);
    expect((await send(cookie, "assign", newcomer.id)).headers.get("location"), role).toBe(settings);
    expect((await send(cookie, "assign", newcomer.id)).status, role).toBe(303);
    expect((await send(cookie, "unassign", newcomer.id)).status, role).toBe(303);
  }
  for (const role of ["assistant", "viewer"] as const) {
    const { cookie, id } = await signedIn(made, role);
    expect((await send(cookie, "assign", id)).status, role).toBe(404);
  }
  const { cookie } = photographer;
  const page = await (await askPage(slug, settings, { headers: { cookie } })).text();
  expect(page).not.toContain("Who works on it");
  expect((await send(cookie, "unassign", photographer.id)).status).toBe(404);
  const acts = (await actsOn(studio, gallery.id)).filter((act) => act.includes("assigned"));
  expect(acts).toEqual([
    "gallery.assigned",
    ...Array.from({ length: 3 }, () => ["gallery.assigned", "gallery.unassigned"]).flat(),
  ]);
});

test("only who sees assigned galleries alone is assigned, and only while they are a member", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const manager = await aMember(studio, "manager");
  for (const id of [manager.id, "mem_none"])
    await expect(assignGallery(studio, gallery.id, id)).rejects.toMatchObject({ type: "not_found" });
});

test("a photographer makes and publishes a gallery of their own, and has no orders to refund", async () => {
  const made = await createTestStudio();
  const { accessToken, cookie, studio } = await signedIn(made, "photographer");
  const created = await askData<{ id: string; status: string }>(made.slug, "/galleries", {
    bearer: accessToken,
    json: {
      name: "Own",
      pricePerPhoto: { amount: 900, currency: made.studio.tenant.currency },
      status: "published",
    },
  });
  expect(created.status).toBe("published");
  const page = await askPage(made.slug, `/studio/galleries/${created.id}`, { headers: { cookie } });
  expect(page.status).toBe(200);
  expect(studio.actor.capabilities.has("orders:refund")).toBe(false);
  expect((await askPage(made.slug, "/studio/orders", { headers: { cookie } })).status).toBe(404);
});
