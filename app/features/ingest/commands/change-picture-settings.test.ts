import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { crc32 } from "../../../codec/crc32";
import { withPhoton } from "../../../codec/photon";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, env, workOff } from "../../../test/create-test-studio";
import { aGallery } from "../../galleries/testing";
import { LARGEST_LOGO, type RenditionName, renditionKey } from "../model";
import { pictureSettingsOf } from "../picture-settings.server";
import { countPictures, listFailedPhotos } from "../queries.server";
import { photos, renditions } from "../schema";
import { aPhoto } from "../testing";
import { RED_PNG } from "../testing/red-png";
import { changePictureSettings, type PictureChange } from "./change-picture-settings.server";
import { retryFailed } from "./render-again.server";
import { renderPhoto } from "./render-photo.server";
import { rerenderOutdated } from "./rerender-outdated.server";

const text: PictureChange = {
  kind: "text",
  text: "Proof",
  placement: "tiled",
  opacity: 80,
  size: "large",
  credits: "none",
  avif: false,
  logo: null,
};

async function aRenderedPhoto() {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const { id } = await aPhoto(studio, gallery.id, { ready: false });
  await workOff(studio);
  return { studio, id, gallery };
}

async function photoRow(studio: Studio, id: string) {
  const row = await studio.db.select().from(photos).where(eq(photos.id, id)).get();
  if (!row) throw new Error("there is no such photo");
  return row;
}

/** The bytes of a rendition of one version; null when it is not there. */
async function bytesOf(studio: Studio, id: string, version: number, name: RenditionName = "thumb") {
  const keys = await studio.objects.list(`${id}/${version}-`);
  const key = keys.find((each) => each.endsWith(`/${name}.jpg`));
  const object = key && (await studio.objects.get(key));
  return object ? new Uint8Array(await new Response(object.body).arrayBuffer()) : null;
}

test("until it is changed, a studio's watermark is the text of its sign-up", async () => {
  const { studio } = await createTestStudio();
  expect(await pictureSettingsOf(studio)).toMatchObject({
    kind: "text",
    text: studio.tenant.watermarkText,
    placement: "tiled",
    revision: 0,
  });
});

test("after a change every photo is made anew, and is shown as it was until then", async () => {
  const { studio, id } = await aRenderedPhoto();
  const before = await bytesOf(studio, id, 1);
  await changePictureSettings(studio, text);
  expect(await rerenderOutdated(studio)).toBeNull();
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready", version: 1, renderingVersion: 2 });
  expect(await bytesOf(studio, id, 1)).toEqual(before);
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({
    status: "ready",
    version: 2,
    renderingVersion: null,
    settingsRevision: 1,
  });
  expect(await bytesOf(studio, id, 2)).not.toEqual(before);
});

test("what the older version left is removed, and nothing else", async () => {
  const { studio, id } = await aRenderedPhoto();
  const other = await aPhoto(studio, (await aGallery(studio)).id, { ready: false });
  await workOff(studio);
  await changePictureSettings(studio, text);
  await rerenderOutdated(studio);
  await workOff(studio);
  for (const photo of [id, other.id]) {
    expect(await bytesOf(studio, photo, 1)).toBeNull();
    expect(await studio.db.$count(renditions, eq(renditions.photoId, photo))).toBe(7);
  }
  const { objects } = await env.PHOTOS.list({ prefix: `s/${studio.tenant.id}/` });
  expect(objects).toHaveLength(2 * 8);
});

test("a second look asks for nothing twice, and for nothing that is up to date", async () => {
  const { studio, id } = await aRenderedPhoto();
  await rerenderOutdated(studio);
  expect(await photoRow(studio, id)).toMatchObject({ renderingVersion: null });
  await changePictureSettings(studio, text);
  await rerenderOutdated(studio);
  await rerenderOutdated(studio);
  expect(await photoRow(studio, id)).toMatchObject({ renderingVersion: 2 });
});

/** A studio whose storage lets something happen before the first rendition is stored. */
function interrupted(studio: Studio, happen: () => Promise<unknown>): Studio {
  let happened = false;
  const put: Studio["objects"]["put"] = async (...args) => {
    if (!happened) {
      happened = true;
      await happen();
    }
    await studio.objects.put(...args);
  };
  return { ...studio, objects: { ...studio.objects, put } };
}

/** Checks that a photo's rows tell of the objects that are there, and that there are no others. */
async function expectRowsAndObjectsToAgree(studio: Studio, id: string): Promise<void> {
  const row = await photoRow(studio, id);
  const rows = await studio.db.select().from(renditions).where(eq(renditions.photoId, id));
  for (const { name, format, size, crc32: sum } of rows) {
    const object = await studio.objects.get(renditionKey(row, name, format));
    const bytes = object && new Uint8Array(await new Response(object.body).arrayBuffer());
    expect([bytes?.length, bytes && crc32(bytes)], `${name} ${format}`).toEqual([size, sum]);
  }
  expect(await studio.objects.list(`${id}/`)).toHaveLength(rows.length + 1);
}

test("a photo being made when the watermark changes ends with the newest one", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aPhoto(studio, (await aGallery(studio)).id, { ready: false });
  const slow = interrupted(studio, () => changePictureSettings(studio, text));
  await renderPhoto(slow, { photoId: id, version: 1 });
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready", version: 1, settingsRevision: 1 });
  await expectRowsAndObjectsToAgree(studio, id);
});

test("of two attempts at one version that differ, one is shown whole, and nothing is left of the other", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aPhoto(studio, (await aGallery(studio)).id, { ready: false });
  const photo = { photoId: id, version: 1 };
  const slow = interrupted(studio, async () => {
    await changePictureSettings(studio, text);
    await renderPhoto(studio, photo);
  });
  await renderPhoto(slow, photo);
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready", version: 1, settingsRevision: 1 });
  await expectRowsAndObjectsToAgree(studio, id);
});

test("saving what is set already has nothing made anew", async () => {
  const { studio } = await createTestStudio();
  expect(await changePictureSettings(studio, text)).toMatchObject({ value: { anew: true } });
  expect(await changePictureSettings(studio, text)).toMatchObject({ value: { anew: false } });
  expect(await changePictureSettings(studio, { ...text, credits: "file" })).toMatchObject({
    value: { anew: true },
  });
  expect(await pictureSettingsOf(studio)).toMatchObject({ revision: 2, credits: "file" });
});

test("the same logo is kept once, and a render under way never finds another under its key", async () => {
  const { studio } = await createTestStudio();
  const logo = { ...text, kind: "logo", logo: RED_PNG } as const;
  await changePictureSettings(studio, logo);
  const { logoKey } = await pictureSettingsOf(studio);
  expect(await changePictureSettings(studio, logo)).toMatchObject({ value: { anew: false } });
  await changePictureSettings(studio, { ...logo, logo: RED_PNG.slice(0, 40) });
  expect((await pictureSettingsOf(studio)).logoKey).not.toBe(logoKey);
  expect(await studio.objects.size(logoKey ?? "")).toBe(RED_PNG.length);
});

test("a photo that cannot be made anew keeps what it shows, and says so", async () => {
  const { studio, id } = await aRenderedPhoto();
  await changePictureSettings(studio, text);
  await rerenderOutdated(studio);
  await studio.objects.delete([`${id}/original`]);
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({
    status: "ready",
    version: 1,
    failure: "original_missing",
    renderingVersion: null,
  });
  expect(await bytesOf(studio, id, 1)).not.toBeNull();
});

test("a photo that could not be made anew counts as failed, not as waiting, until it is tried again", async () => {
  const { studio, id, gallery } = await aRenderedPhoto();
  const other = await aPhoto(studio, gallery.id, { ready: false });
  await workOff(studio);
  await changePictureSettings(studio, text);
  await rerenderOutdated(studio);
  expect(await countPictures(studio, { revision: 1 })).toMatchObject({ outdated: 2, failed: 0 });
  const original = await studio.objects.get(`${id}/original`);
  const bytes = new Uint8Array(await new Response(original?.body).arrayBuffer());
  await studio.objects.delete([`${id}/original`]);
  await workOff(studio);
  expect(await countPictures(studio, { revision: 1 })).toMatchObject({ outdated: 0, failed: 1 });
  expect(await listFailedPhotos(studio, 5)).toEqual([
    { id, galleryId: gallery.id, filename: "DSC_0001.jpg", failure: "original_missing" },
  ]);
  await studio.objects.put(`${id}/original`, bytes, "image/jpeg");
  expect(await retryFailed(studio)).toBe(1);
  expect(await retryFailed(studio)).toBe(0);
  await workOff(studio);
  expect(await countPictures(studio, { revision: 1 })).toMatchObject({ outdated: 0, failed: 0 });
  for (const photo of [id, other.id])
    expect(await photoRow(studio, photo)).toMatchObject({ settingsRevision: 1, failure: null });
});

test("a logo is drawn where it is placed", async () => {
  const { studio, id } = await aRenderedPhoto();
  const logo = { ...text, kind: "logo", placement: "center", opacity: 100, logo: RED_PNG } as const;
  expect(await changePictureSettings(studio, logo)).toMatchObject({ ok: true });
  await rerenderOutdated(studio);
  await workOff(studio);
  const jpeg = await bytesOf(studio, id, 2);
  const pixels = withPhoton((photon) => photon.decode(jpeg ?? new Uint8Array()).pixels());
  const center = (Math.floor(pixels.height / 2) * pixels.width + Math.floor(pixels.width / 2)) * 4;
  const [red = 0, green = 0, blue = 0] = pixels.data.subarray(center, center + 3);
  expect(red).toBeGreaterThan(140);
  expect(Math.max(green, blue)).toBeLessThan(110);
});

test("a logo that cannot be drawn gives way to the text", async () => {
  const { studio, id } = await aRenderedPhoto();
  const broken = RED_PNG.slice(0, 40);
  await changePictureSettings(studio, { ...text, kind: "logo", logo: broken });
  await rerenderOutdated(studio);
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready", version: 2, failure: null });
});

test("a logo that is missing, no PNG or too large is refused, and nothing changes", async () => {
  const { studio } = await createTestStudio();
  const change = (logo: Uint8Array | null) => changePictureSettings(studio, { ...text, kind: "logo", logo });
  expect(await change(null)).toMatchObject({ refusal: "logo_missing" });
  expect(await change(new Uint8Array(100))).toMatchObject({ refusal: "logo_not_png" });
  const large = new Uint8Array(LARGEST_LOGO + 1);
  large.set(RED_PNG);
  expect(await change(large)).toMatchObject({ refusal: "logo_too_large" });
  const wide = RED_PNG.slice();
  new DataView(wide.buffer).setUint32(16, 5000);
  expect(await change(wide)).toMatchObject({ refusal: "logo_too_large" });
  expect(await pictureSettingsOf(studio)).toMatchObject({ revision: 0 });
});

test("changes made at the same time each make a revision of their own", async () => {
  const { studio } = await createTestStudio();
  const changes = [20, 30, 40, 50].map((opacity) => changePictureSettings(studio, { ...text, opacity }));
  await Promise.all(changes);
  expect(await pictureSettingsOf(studio)).toMatchObject({ revision: 4 });
});
