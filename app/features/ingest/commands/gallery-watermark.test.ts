import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { changeGallery } from "../../galleries/commands/change-gallery.server";
import { aGallery } from "../../galleries/testing";
import { renditionKey } from "../model";
import { getPhoto } from "../queries.server";
import { photos } from "../schema";
import { aPhoto } from "../testing";
import { changeCaption } from "./change-caption.server";
import { renderAgain } from "./render-again.server";
import { rerenderOutdated } from "./rerender-outdated.server";

test("a gallery without the watermark shows its photos clean, and they are made anew when that changes", async () => {
  const { studio } = await createTestStudio();
  const [gallery, other] = [await aGallery(studio), await aGallery(studio)];
  const { id } = await aPhoto(studio, gallery.id, { ready: false });
  const { id: kept } = await aPhoto(studio, other.id, { ready: false });
  await workOff(studio);
  const picture = async () => {
    const row = await studio.db.select().from(photos).where(eq(photos.id, id)).get();
    if (!row) throw new Error("there is no such photo");
    const object = await studio.objects.get(renditionKey(row, "grid"));
    return {
      version: row.version,
      size: object ? (await new Response(object.body).arrayBuffer()).byteLength : 0,
    };
  };
  const marked = await picture();
  await changeGallery(studio, gallery.id, { watermark: false });
  expect(await picture()).toEqual(marked);
  await rerenderOutdated(studio);
  await workOff(studio);
  const clean = await picture();
  expect([clean.version, clean.size < marked.size]).toEqual([marked.version + 1, true]);
  expect((await studio.db.select().from(photos).where(eq(photos.id, kept)).get())?.version).toBe(1);
  await changeGallery(studio, gallery.id, { watermark: true });
  await rerenderOutdated(studio);
  await workOff(studio);
  expect(await picture()).toEqual({ version: clean.version + 1, size: marked.size });
});

test("a caption that the studio wrote stays when the photo is made anew", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const { id } = await aPhoto(studio, gallery.id, { ready: false });
  await workOff(studio);
  await changeCaption(studio, gallery.id, id, "The first dance");
  await renderAgain(studio, gallery.id, id);
  await workOff(studio);
  expect((await getPhoto(studio, gallery.id, id)).metadata?.caption).toBe("The first dance");
  await changeCaption(studio, gallery.id, id, "");
  expect((await getPhoto(studio, gallery.id, id)).metadata?.caption).toBe(null);
});
