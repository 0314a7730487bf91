import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio } from "../../../test/create-test-studio";
import { listShownPhotos } from "../../ingest/index.server";
import { photos } from "../../ingest/schema";
import { aPhoto } from "../../ingest/testing";
import { getGallery } from "../queries.server";
import { sectionsOf } from "../sections.server";
import { aGallery, aSection } from "../testing";
import {
  hidePhotos,
  movePhotos,
  placeBefore,
  placePhotos,
  shiftPhotos,
  sortPhotos,
} from "./arrange-photos.server";
import { changeSection } from "./change-section.server";
import { chooseCover } from "./choose-cover.server";
import { moveSection } from "./move-section.server";
import { removeSection } from "./remove-section.server";

/** A gallery with photos of these names, ready, in the order in which they came. */
async function withPhotos(studio: Studio, ...names: string[]) {
  const gallery = await aGallery(studio);
  const ids: Record<string, string> = {};
  for (const name of names) ids[name] = (await aPhoto(studio, gallery.id, { filename: `${name}.jpg` })).id;
  const shown = async (sectionId: string | null, seesHidden = true) => {
    const shelf = { galleryId: gallery.id, sectionId, seesHidden };
    return (await listShownPhotos(studio, shelf, { limit: 50 })).items.map(({ filename }) =>
      filename.replace(".jpg", ""),
    );
  };
  return { gallery, shown, of: (...wanted: string[]) => wanted.map((name) => ids[name] ?? "") };
}

test("photos are sorted by name as people count, by the camera's clock, and as they came", async () => {
  const { studio } = await createTestStudio();
  const { gallery, shown, of } = await withPhotos(studio, "IMG 10", "IMG 9", "img 2");
  const [ten = "", nine = ""] = of("IMG 10", "IMG 9");
  await studio.db.update(photos).set({ capturedAt: "2026-06-13T15:00:00+02:00" }).where(eq(photos.id, ten));
  await studio.db.update(photos).set({ capturedAt: "2026-06-13T14:00:00-09:00" }).where(eq(photos.id, nine));
  await sortPhotos(studio, gallery.id, null, "name");
  expect(await shown(null)).toEqual(["img 2", "IMG 9", "IMG 10"]);
  await sortPhotos(studio, gallery.id, null, "captured");
  expect(await shown(null)).toEqual(["IMG 9", "IMG 10", "img 2"]);
  await aPhoto(studio, gallery.id, { filename: "A latecomer.jpg" });
  expect((await shown(null)).at(-1)).toBe("A latecomer");
  await sortPhotos(studio, gallery.id, null, "came");
  expect(await shown(null)).toEqual(["IMG 10", "IMG 9", "img 2", "A latecomer"]);
});

test("a camera's clock is set right, for good, and photos stand in order by it", async () => {
  const { studio } = await createTestStudio();
  const { gallery, shown, of } = await withPhotos(studio, "first", "second", "third", "undated");
  const [first = "", second = "", third = "", undated = ""] = of("first", "second", "third", "undated");
  const at = (id: string, capturedAt: string | null) =>
    studio.db.update(photos).set({ capturedAt }).where(eq(photos.id, id));
  await at(first, "2026-06-13T23:30:00+02:00");
  await at(second, "2026-06-13T22:40:00+02:00");
  await at(third, "2026-06-14T00:45:00");
  await at(undated, null);
  expect(await shiftPhotos(studio, gallery.id, [second, undated], 3733)).toBe(2);
  await sortPhotos(studio, gallery.id, null, "captured");
  expect(await shown(null)).toEqual(["first", "second", "third", "undated"]);
  await shiftPhotos(studio, gallery.id, [second], 1067);
  const row = await studio.db.select().from(photos).where(eq(photos.id, second)).get();
  expect([row?.capturedAt, row?.captureShift]).toEqual(["2026-06-14T00:00:00+02:00", 4800]);
  const other = await withPhotos(studio, "b");
  expect(await shiftPhotos(studio, gallery.id, other.of("b"), 60)).toBe(0);
});

test("chosen photos go to the beginning or the end, in the order they had", async () => {
  const { studio } = await createTestStudio();
  const { gallery, shown, of } = await withPhotos(studio, "a", "b", "c", "d", "e");
  await placePhotos(studio, gallery.id, of("d", "b"), "first");
  expect(await shown(null)).toEqual(["b", "d", "a", "c", "e"]);
  await placePhotos(studio, gallery.id, of("a", "b"), "last");
  expect(await shown(null)).toEqual(["d", "c", "e", "b", "a"]);
  await placePhotos(studio, gallery.id, of("e"), "first");
  expect(await shown(null)).toEqual(["e", "d", "c", "b", "a"]);
});

test("photos are put before another one of their section, in the order they had", async () => {
  const { studio } = await createTestStudio();
  const { gallery, shown, of } = await withPhotos(studio, "a", "b", "c", "d", "e");
  const [a = "", c = "", e = ""] = of("a", "c", "e");
  expect(await placeBefore(studio, gallery.id, [e, c], a)).toBe(2);
  expect(await shown(null)).toEqual(["c", "e", "a", "b", "d"]);
  expect(await placeBefore(studio, gallery.id, [c, a], a)).toBe(2);
  expect(await shown(null)).toEqual(["e", "c", "a", "b", "d"]);
  const section = await aSection(studio, gallery.id);
  await movePhotos(studio, gallery.id, [e], section);
  const other = await withPhotos(studio, "x", "y");
  const [x = ""] = other.of("x");
  expect([
    await placeBefore(studio, gallery.id, [a], a),
    await placeBefore(studio, gallery.id, [e], a),
    await placeBefore(studio, gallery.id, [x], a),
    await placeBefore(studio, gallery.id, [a], x),
  ]).toEqual([1, 0, 0, 0]);
  expect([await shown(null), await other.shown(null)]).toEqual([
    ["c", "a", "b", "d"],
    ["x", "y"],
  ]);
});

test("photos move into a section behind those it has, and stand before all sections when it goes", async () => {
  const { studio } = await createTestStudio();
  const { gallery, shown, of } = await withPhotos(studio, "a", "b", "c", "d");
  const section = await aSection(studio, gallery.id);
  await movePhotos(studio, gallery.id, of("c", "d"), section);
  await placePhotos(studio, gallery.id, of("d"), "first");
  await movePhotos(studio, gallery.id, of("a"), section);
  expect([await shown(null), await shown(section)]).toEqual([["b"], ["d", "c", "a"]]);
  await hidePhotos(studio, gallery.id, of("c"), true);
  expect(await shown(section, false)).toEqual(["d", "a"]);
  expect((await sectionsOf(studio, gallery.id))[0]).toMatchObject({ readyCount: 3, shownCount: 2 });
  await removeSection(studio, gallery.id, section);
  expect((await shown(null)).toSorted()).toEqual(["a", "b", "c", "d"]);
  expect(await getGallery(studio, gallery.id)).toMatchObject({ readyCount: 4, shownCount: 3 });
});

test("photos and sections of another gallery stay as they are, whatever is asked", async () => {
  const { studio } = await createTestStudio();
  const mine = await withPhotos(studio, "a");
  const other = await withPhotos(studio, "b");
  const theirs = await aSection(studio, other.gallery.id);
  expect(await hidePhotos(studio, mine.gallery.id, other.of("b"), true)).toBe(0);
  expect(await placePhotos(studio, mine.gallery.id, other.of("b"), "first")).toBe(0);
  const missing = { type: "not_found" };
  await expect(movePhotos(studio, mine.gallery.id, mine.of("a"), theirs)).rejects.toMatchObject(missing);
  await expect(sortPhotos(studio, mine.gallery.id, theirs, "name")).rejects.toMatchObject(missing);
  await expect(removeSection(studio, mine.gallery.id, theirs)).rejects.toMatchObject(missing);
  await expect(chooseCover(studio, mine.gallery.id, other.of("b")[0] ?? "")).rejects.toMatchObject(missing);
  expect([await other.shown(null, false), (await sectionsOf(studio, other.gallery.id)).length]).toEqual([
    ["b"],
    1,
  ]);
});

test("sections are renamed and put in another order", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const [first, second] = [await aSection(studio, id, "One"), await aSection(studio, id, "Two")];
  await aSection(studio, id, "Three");
  const names = async () => (await sectionsOf(studio, id)).map(({ name }) => name);
  await moveSection(studio, id, second, -1);
  expect(await names()).toEqual(["Two", "One", "Three"]);
  await moveSection(studio, id, second, -1);
  await moveSection(studio, id, first, 1);
  await changeSection(studio, id, first, { name: "Uno", priceListId: null });
  expect(await names()).toEqual(["Two", "Three", "Uno"]);
  expect(await changeSection(studio, id, first, { name: "Uno", priceListId: "prl_none" })).toMatchObject({
    refusal: "no_such_list",
  });
});
