import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { aMember } from "../../account/testing";
import { photos } from "../../ingest/schema";
import { changeChoices } from "../commands/change-choices.server";
import { exportPicksCsv } from "../commands/export-favourites.server";
import { makeSectionOfPicks } from "../commands/make-section-of-picks.server";
import type { PicksFilter } from "../model/picks";
import { listsForStudio, pickedPhotos } from "../picks.server";
import { sections } from "../schema";
import { aChooser, aChoosing } from "../testing/choosing";

const everything: PicksFilter = { lists: [], match: "any", what: "taken" };

test("the studio sees who chose what, and what several or all of them chose", async () => {
  const { made, gallery, lists } = await twoChoosers();
  const names = async (filter: Partial<PicksFilter>) =>
    (await pickedPhotos(made.studio, gallery.id, { ...everything, ...filter }, { limit: 100 })).map(
      ({ filename }) => filename,
    );
  expect(await names({})).toEqual(["DSC_0001.jpg", "DSC_0002.jpg", "DSC_0003.jpg"]);
  expect(await names({ match: "several" })).toEqual(["DSC_0002.jpg"]);
  expect(await names({ match: "all" })).toEqual(["DSC_0002.jpg"]);
  expect(await names({ lists: [lists[1] ?? ""] })).toEqual(["DSC_0002.jpg", "DSC_0003.jpg"]);
  expect(await names({ what: "commented" })).toEqual(["DSC_0001.jpg"]);
  expect(await listsForStudio(made.studio, gallery.id)).toMatchObject([
    { person: { name: "Anna" }, chosen: 2, commented: 1, isProven: false },
    { person: { name: "Ben" }, chosen: 2, commented: 0 },
  ]);
});

test("the page shows the lists and the file names, and hands out CSV and sidecars", async () => {
  const { made, gallery } = await twoChoosers();
  const cookie = await ownerCookie(made);
  const path = `/studio/galleries/${gallery.id}/favourites`;
  const query = "?match=several&separator=lines&extension=without";
  const page = await (await askPage(made.slug, path + query, { headers: { cookie } })).text();
  expect(page).toContain("Anna’s favourites");
  expect(page).toMatch(/<textarea[^>]*>\n?DSC_0002<\/textarea>/);
  const file = (format: string) => postForm(made.slug, `${path}/file`, { format }, { headers: { cookie } });
  const csv = await file("csv");
  expect(csv.headers.get("content-disposition")).toBe('attachment; filename="anna-ben-favourites.csv"');
  const zip = unzipSync(new Uint8Array(await (await file("xmp")).arrayBuffer()));
  expect(Object.keys(zip)).toEqual(["DSC_0001.xmp", "DSC_0002.xmp", "DSC_0003.xmp"]);
  expect(new TextDecoder().decode(zip["DSC_0001.xmp"])).toContain('xmp:Rating="5"');
});

test("a comment that begins as a formula is text in the CSV", async () => {
  const { made, gallery } = await twoChoosers("=HYPERLINK(1)");
  const text = new TextDecoder().decode(await exportPicksCsv(made.studio, gallery.id, everything));
  expect(text).toContain('"\'=HYPERLINK(1)"');
  expect(text.trim().split("\r\n").length).toBe(5);
});

test("a section is made of what was picked, behind the others, once it is picked at all", async () => {
  const { made, gallery } = await twoChoosers();
  const make = (filter: PicksFilter) =>
    makeSectionOfPicks(made.studio, gallery.id, { name: "Album", filter });
  expect(await make({ ...everything, what: "rejected" })).toEqual({ ok: false, refusal: "nothing_picked" });
  await make({ ...everything, match: "several" });
  expect(await make(everything)).toMatchObject({ ok: true });
  const rows = await made.studio.db.select().from(sections);
  expect(rows.map(({ position, shownCount }) => [position, shownCount])).toEqual([
    [0, 0],
    [1, 3],
  ]);
});

test("of another gallery nothing is handed out, and nothing to a member who does not work on it", async () => {
  const { made, gallery, lists } = await twoChoosers();
  const other = await aChoosing(made.studio);
  const filter = { ...everything, lists };
  expect(await pickedPhotos(made.studio, other.gallery.id, filter, { limit: 10 })).toEqual([]);
  const photographer = await aMember(made.studio, "photographer");
  const asking = exportPicksCsv(photographer.studio, gallery.id, everything);
  await expect(asking).rejects.toMatchObject({ type: "not_found" });
});

test("a photo that is removed leaves every list", async () => {
  const { made, gallery, photoIds } = await twoChoosers();
  await made.studio.db.delete(photos).where(eq(photos.id, photoIds[1] ?? ""));
  expect(await listsForStudio(made.studio, gallery.id)).toMatchObject([{ chosen: 1 }, { chosen: 1 }]);
});

/** Anna chose the first and the second photo, Ben the second and the third. */
async function twoChoosers(comment = "brighter") {
  const made = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(made.studio);
  const anna = await aChooser(made.studio, gallery);
  const ben = await aChooser(made.studio, gallery, { name: "Ben", email: "ben@example.com" });
  const hearts = (ids: string[]) => ids.map((photoId) => ({ photoId, mark: "chosen" as const }));
  await changeChoices(anna.as, place, anna.chooser, {
    listId: null,
    changes: [...hearts(photoIds.slice(0, 2)), { photoId: photoIds[0] ?? "", comment }],
  });
  await changeChoices(ben.as, place, ben.chooser, { listId: null, changes: hearts(photoIds.slice(1)) });
  const lists = (await listsForStudio(made.studio, gallery.id)).map(({ id }) => id);
  return { made, gallery, photoIds, lists };
}
