import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { photos } from "../../ingest/schema";
import { aPhoto } from "../../ingest/testing";
import { choosingState, stateOf } from "../choosing.server";
import type { ChoiceChange } from "../model/favourites";
import { favourites } from "../schema/favourites";
import { aGallery } from "../testing";
import { aChooser, aChoosing } from "../testing/choosing";
import { changeChoices } from "./change-choices.server";
import { finishList } from "./finish-list.server";

test("a first heart makes a list of its maker's name, and the same heart again changes nothing", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const { as, chooser } = await aChooser(studio, gallery);
  const change = { listId: null, changes: hearts(photoIds.slice(0, 2)) };
  const first = await changeChoices(as, place, chooser, change);
  const again = await changeChoices(as, place, chooser, change);
  expect(first).toEqual(again);
  expect(await choosingState(as, place)).toMatchObject({
    chooser: { name: "Anna", email: "anna@example.com" },
    lists: [{ name: "Anna’s favourites", chosen: 2, isFinished: false }],
    choices: { [photoIds[0] ?? ""]: { mark: "chosen", label: null, comment: "" } },
  });
});

test("two first hearts at the same moment make one list", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const { as, chooser } = await aChooser(studio, gallery);
  const made = await Promise.all(
    photoIds.map((id) => changeChoices(as, place, chooser, { listId: null, changes: hearts([id]) })),
  );
  expect(new Set(made.map((each) => each.ok && each.value.listId)).size).toBe(1);
  expect((await choosingState(as, place)).lists).toMatchObject([{ chosen: 3 }]);
});

test("a photo that says nothing any more leaves the list, one with a comment stays", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const { as, chooser } = await aChooser(studio, gallery);
  const [one = "", two = ""] = photoIds;
  const set = (changes: ChoiceChange[]) => changeChoices(as, place, chooser, { listId: null, changes });
  await set([...hearts([one, two]), { photoId: two, comment: " brighter, please " }]);
  await set([
    { photoId: one, mark: null },
    { photoId: two, mark: null },
  ]);
  const { choices } = await choosingState(as, place);
  expect(choices).toEqual({ [two]: { mark: null, label: null, comment: "brighter, please" } });
});

test("pick N of M takes N and explains the next one, also when they come at once", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio, { photos: 4, mode: "pick", picks: 2 });
  const { as, chooser } = await aChooser(studio, gallery);
  const answers = await Promise.all(
    photoIds.map((id) => changeChoices(as, place, chooser, { listId: null, changes: hearts([id]) })),
  );
  const refused = answers.flatMap((answer) => (answer.ok ? Object.values(answer.value.refused) : ["?"]));
  expect(refused).toEqual(["limit", "limit"]);
  expect((await choosingState(as, place)).lists).toMatchObject([{ chosen: 2 }]);
});

test("where more can be had at a price, more are taken", async () => {
  const { studio } = await createTestStudio();
  const rules = { mode: "pick", picks: 1, extraPrice: 1500 } as const;
  const { gallery, place, photoIds } = await aChoosing(studio, rules);
  const { as, chooser } = await aChooser(studio, gallery);
  await changeChoices(as, place, chooser, { listId: null, changes: hearts(photoIds) });
  expect((await choosingState(as, place)).lists).toMatchObject([{ chosen: 3 }]);
});

test("each mode takes what it has: rejecting belongs to approval, labels to labels", async () => {
  const { studio } = await createTestStudio();
  const wanted = {
    favourites: ["other_mode", "other_mode"],
    pick: ["other_mode", "other_mode"],
    approve: [undefined, "other_mode"],
    labels: ["other_mode", undefined],
  } as const;
  for (const mode of ["favourites", "pick", "approve", "labels"] as const) {
    const { gallery, place, photoIds } = await aChoosing(studio, { mode, photos: 2 });
    const { as, chooser } = await aChooser(studio, gallery, { email: `${mode}@example.com` });
    const [one = "", two = ""] = photoIds;
    const answer = await changeChoices(as, place, chooser, {
      listId: null,
      changes: [
        { photoId: one, mark: "rejected" },
        { photoId: two, label: 3 },
      ],
    });
    const refused = answer.ok ? answer.value.refused : {};
    expect([refused[one], refused[two]], mode).toEqual(wanted[mode]);
  }
});

test("a hidden photo, one of another gallery and one that is not ready cannot be chosen by a guest", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const { as, chooser } = await aChooser(studio, gallery);
  const [hidden = "", shown = ""] = photoIds;
  await studio.db.update(photos).set({ hidden: true }).where(eq(photos.id, hidden));
  const elsewhere = (await aPhoto(studio, (await aGallery(studio, { name: "Other" })).id)).id;
  const unready = (await aPhoto(studio, gallery.id, { ready: false, filename: "x.jpg" })).id;
  const answer = await changeChoices(as, place, chooser, {
    listId: null,
    changes: hearts([hidden, elsewhere, unready, shown]),
  });
  expect(answer).toMatchObject({
    value: { refused: { [hidden]: "photo_gone", [elsewhere]: "photo_gone", [unready]: "photo_gone" } },
  });
  expect((await studio.db.select().from(favourites)).map(({ photoId }) => photoId)).toEqual([shown]);
});

test("a photo that is hidden later is neither shown nor counted to a guest any more", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const { as, chooser } = await aChooser(studio, gallery);
  await changeChoices(as, place, chooser, { listId: null, changes: hearts(photoIds) });
  await studio.db
    .update(photos)
    .set({ hidden: true })
    .where(eq(photos.id, photoIds[0] ?? ""));
  const state = await choosingState(as, place);
  expect(state.lists).toMatchObject([{ chosen: 2 }]);
  expect(Object.keys(state.choices)).not.toContain(photoIds[0]);
  const main = { ...place, viewer: { ...place.viewer, seesHidden: true } };
  expect((await stateOf(as, main, chooser)).lists).toMatchObject([{ chosen: 3 }]);
});

test("a list of somebody else is as good as missing, and a finished one takes nothing", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const anna = await aChooser(studio, gallery);
  const ben = await aChooser(studio, gallery, { name: "Ben", email: "ben@example.com" });
  const made = await changeChoices(anna.as, place, anna.chooser, {
    listId: null,
    changes: hearts(photoIds.slice(0, 1)),
  });
  const listId = made.ok ? made.value.listId : "";
  const change = { listId, changes: hearts(photoIds) };
  await expect(changeChoices(ben.as, place, ben.chooser, change)).rejects.toMatchObject({
    type: "not_found",
  });
  await expect(finishList(ben.as, place, ben.chooser, listId)).rejects.toMatchObject({ type: "not_found" });
  await finishList(anna.as, place, anna.chooser, listId);
  expect(await changeChoices(anna.as, place, anna.chooser, change)).toEqual({
    ok: false,
    refusal: "finished",
  });
  expect((await choosingState(anna.as, place)).lists).toMatchObject([{ chosen: 1, isFinished: true }]);
});

const hearts = (photoIds: readonly string[]): ChoiceChange[] =>
  photoIds.map((photoId) => ({ photoId, mark: "chosen" }));
