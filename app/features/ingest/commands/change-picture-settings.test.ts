import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { withPhoton } from "../../../codec/photon";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, env, workOff } from "../../../test/create-test-studio";
import { aGallery } from "../../galleries/testing";
import { LARGEST_LOGO, type RenditionName } from "../model";
import { pictureSettingsOf } from "../picture-settings.server";
import { photos, renditions } from "../schema";
import { aPhoto } from "../testing";
import { RED_PNG } from "../testing/red-png";
import { changePictureSettings, type PictureChange } from "./change-picture-settings.server";
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

test("a photo being made when the watermark changes ends with the newest one", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aPhoto(studio, (await aGallery(studio)).id, { ready: false });
  const put = studio.objects.put;
  let changed = false;
  const objects = {
    ...studio.objects,
    async put(...args: Parameters<typeof put>) {
      if (!changed) {
        changed = true;
        await changePictureSettings(studio, text);
      }
      await put(...args);
    },
  };
  await renderPhoto({ ...studio, objects }, { photoId: id, version: 1 });
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready", version: 1, settingsRevision: 1 });
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
