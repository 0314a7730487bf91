import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobs } from "../../../jobs/schema";
import type { Studio } from "../../../tenancy/studio";
import { ask } from "../../../test/ask";
import { createTestStudio, deliver, env, workOff } from "../../../test/create-test-studio";
import { aGallery } from "../../galleries/testing";
import { renditionKey } from "../model";
import { renditionPath } from "../paths";
import { photos, renditions } from "../schema";
import { aPhoto } from "../testing";
import { changePictureSettings, type PictureChange } from "./change-picture-settings.server";
import { keepAvifs } from "./keep-avifs.server";
import { giveUpOnAvif, makeAvif } from "./make-avif.server";
import { renderAgain } from "./render-again.server";

const settings: PictureChange = {
  kind: "text",
  text: "Proof",
  placement: "tiled",
  opacity: 30,
  size: "medium",
  credits: "none",
  avif: true,
  logo: null,
};

/** A rendered photo of a studio that wants AVIF from the start, or not. */
async function scene({ avif = true } = {}) {
  const made = await createTestStudio();
  await changePictureSettings(made.studio, { ...settings, avif });
  const gallery = await aGallery(made.studio);
  const { id } = await aPhoto(made.studio, gallery.id, { ready: false });
  await workOff(made.studio);
  return { ...made, gallery, id };
}

async function photoRow(studio: Studio, id: string) {
  const row = await studio.db.select().from(photos).where(eq(photos.id, id)).get();
  if (!row) throw new Error("there is no such photo");
  return row;
}

async function typeOf(slug: string, id: string, { name = "preview", version = 1, accept = "image/avif" }) {
  const path = renditionPath({ id, version }, name as "preview");
  const response = await ask(slug, path, { headers: { accept } });
  await response.arrayBuffer();
  return response.headers.get("content-type");
}

const avifKeys = async (studio: Studio) => {
  const { objects } = await env.PHOTOS.list({ prefix: `s/${studio.tenant.id}/` });
  return objects.map(({ key }) => key).filter((key) => key.endsWith(".avif"));
};

test("a photo is ready without its AVIF, which is then made by a job of its own and goes to who names it", async () => {
  const { studio, slug, id } = await scene();
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready", avif: "asked" });
  expect(await typeOf(slug, id, {})).toBe("image/jpeg");
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({ avif: "made", version: 1 });
  const names = "image/avif,image/webp,image/*;q=0.8";
  expect(await typeOf(slug, id, { accept: names })).toBe("image/avif");
  expect(await typeOf(slug, id, { accept: "image/avif;q=0, image/webp" })).toBe("image/webp");
  expect(await typeOf(slug, id, { accept: "*/*" })).toBe("image/jpeg");
  expect(await typeOf(slug, id, { accept: names, name: "grid" })).toBe("image/webp");
  const row = await studio.db.select().from(renditions).where(eq(renditions.format, "avif")).get();
  const stored = await env.PHOTOS.head(
    `s/${studio.tenant.id}/${renditionKey(await photoRow(studio, id), "preview", "avif")}`,
  );
  expect(row).toMatchObject({
    photoId: id,
    version: 1,
    name: "preview",
    width: 64,
    height: 48,
    size: stored?.size,
  });
});

test("a message that comes again, or many times at once, changes nothing", async () => {
  const { studio, id } = await scene();
  await Promise.all([1, 2, 3].map(() => makeAvif(studio, { photoId: id, version: 1 })));
  await workOff(studio);
  const [before, rows] = [await photoRow(studio, id), await studio.db.select().from(renditions)];
  const done = await studio.db.select().from(jobs).where(eq(jobs.name, "make-avif")).get();
  await deliver(studio, done?.id ?? "", "make-avif", 4);
  await makeAvif(studio, { photoId: id, version: 1 });
  expect(await photoRow(studio, id)).toEqual(before);
  expect(await studio.db.select().from(renditions)).toEqual(rows);
  expect(await avifKeys(studio)).toHaveLength(1);
});

test("switched on, it is made of what there is; switched off, it goes; no photo is made anew for it", async () => {
  const { studio, slug, id } = await scene({ avif: false });
  expect(await photoRow(studio, id)).toMatchObject({ avif: null });
  expect(await changePictureSettings(studio, settings)).toMatchObject({ value: { anew: false } });
  expect(await keepAvifs(studio)).toBeNull();
  await workOff(studio);
  expect(await typeOf(slug, id, {})).toBe("image/avif");
  await changePictureSettings(studio, { ...settings, avif: false });
  await keepAvifs(studio);
  expect(await photoRow(studio, id)).toMatchObject({ avif: null, version: 1, renderingVersion: null });
  expect(await avifKeys(studio)).toEqual([]);
  expect(await studio.db.$count(renditions)).toBe(7);
  expect(await typeOf(slug, id, {})).toBe("image/jpeg");
});

test("an AVIF that was asked for and is not wanted any more is not made", async () => {
  const { studio, id } = await scene();
  await changePictureSettings(studio, { ...settings, avif: false });
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({ avif: null });
  expect(await avifKeys(studio)).toEqual([]);
});

test("a new version has an AVIF of its own, and the older one goes with its version", async () => {
  const { studio, slug, gallery, id } = await scene();
  await workOff(studio);
  await renderAgain(studio, gallery.id, id);
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({ version: 2, avif: "asked" });
  expect(await avifKeys(studio)).toEqual([]);
  expect(await typeOf(slug, id, { version: 2 })).toBe("image/jpeg");
  await makeAvif(studio, { photoId: id, version: 1 });
  expect(await photoRow(studio, id)).toMatchObject({ avif: "asked" });
  await workOff(studio);
  expect(await typeOf(slug, id, { version: 2 })).toBe("image/avif");
  expect(await avifKeys(studio)).toHaveLength(1);
});

test("a photo whose AVIF cannot be made is shown as it is, and is not asked for over and over", async () => {
  const { studio, slug, id } = await scene();
  const put = studio.objects.put;
  await put(
    renditionKey(await photoRow(studio, id), "preview"),
    new Uint8Array([0xff, 0xd8, 0xff]),
    "image/jpeg",
  );
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready", failure: null, avif: "failed" });
  await keepAvifs(studio);
  expect(await photoRow(studio, id)).toMatchObject({ avif: "failed" });
  expect(await typeOf(slug, id, {})).toBe("image/jpeg");
});

test("an AVIF is given up for the version it was about, and no other", async () => {
  const { studio, gallery, id } = await scene();
  await renderAgain(studio, gallery.id, id);
  await workOff(studio);
  await giveUpOnAvif(studio, { photoId: id, version: 1 });
  expect(await photoRow(studio, id)).toMatchObject({ version: 2, avif: "asked" });
});
