import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY } from "../../../lib/time";
import { createTestStudio, later, type TestStudio, workOff } from "../../../test/create-test-studio";
import { mailSubjects } from "../../../test/mailed-link";
import { choosingState } from "../choosing.server";
import type { Proofing } from "../model/proofing";
import { favouritesLists } from "../schema/favourites";
import { aChooser, aChoosing } from "../testing/choosing";
import { changeChoices } from "./change-choices.server";
import { finishList, reopenList } from "./finish-list.server";
import { unpublishGallery } from "./publish-gallery.server";
import { remindUnfinished } from "./remind-unfinished.server";

test("“I'm finished” locks the list and tells the owner once, however often it is pressed", async () => {
  const { studio, owner, list, anna, place } = await aListOf();
  await finishList(anna.as, place, anna.chooser, list);
  await finishList(anna.as, place, anna.chooser, list);
  await workOff(studio);
  expect(await mailSubjects(owner.email)).toEqual(["Anna is finished choosing in “Anna & Ben”"]);
});

test("an empty list is not finished", async () => {
  const { anna, place, list, photo } = await aListOf();
  const takeOut = { listId: list, changes: [{ photoId: photo, mark: null }] };
  await changeChoices(anna.as, place, anna.chooser, takeOut);
  expect(await finishList(anna.as, place, anna.chooser, list)).toEqual({ ok: false, refusal: "empty" });
});

test("the studio opens it again, its maker is told, and what was finished before is told no more", async () => {
  const { studio, owner, email, list, anna, place, gallery } = await aListOf();
  await finishList(anna.as, place, anna.chooser, list);
  expect(await reopenList(studio, gallery.id, list)).toBe("Anna’s favourites");
  await workOff(studio);
  expect(await mailSubjects(owner.email)).toEqual([]);
  expect(await mailSubjects(email)).toEqual(["You can choose again in “Anna & Ben”"]);
  expect((await choosingState(anna.as, place)).lists).toMatchObject([{ isFinished: false }]);
});

test("who left a list alone for as many days as the gallery says is reminded once, and anew after going on", async () => {
  const { studio, email, list, anna, place, photo } = await aListOf({ remindAfterDays: 3 });
  const sweep = async (days: number) => {
    const then = later(studio, days * DAY);
    const next = await remindUnfinished(then);
    await workOff(then);
    return { next, mails: (await mailSubjects(email)).length };
  };
  const first = await sweep(2.9);
  expect(first.mails).toBe(0);
  expect(first.next).toBeGreaterThan(studio.clock.now() + 2.9 * DAY);
  expect((await sweep(3.1)).mails).toBe(1);
  expect((await sweep(9)).mails).toBe(1);
  const onDay9 = later(anna.as, 9 * DAY);
  const change = { listId: list, changes: [{ photoId: photo, comment: "this one" }] };
  await changeChoices(onDay9, place, anna.chooser, change);
  expect((await sweep(11)).mails).toBe(1);
  expect((await sweep(13)).mails).toBe(2);
});

test("nobody is reminded who is finished, whose gallery has closed, or where no reminder is wanted", async () => {
  const finished = await aListOf({ remindAfterDays: 3 });
  await finishList(finished.anna.as, finished.place, finished.anna.chooser, finished.list);
  const closed = await aListOf({ remindAfterDays: 3 });
  await unpublishGallery(closed.studio, closed.gallery.id);
  const unwanted = await aListOf();
  for (const { studio, email } of [finished, closed, unwanted]) {
    await remindUnfinished(later(studio, 4 * DAY));
    await workOff(later(studio, 4 * DAY));
    expect(await mailSubjects(email)).toEqual([]);
  }
});

test("a list that changes while the sweep looks is left for later", async () => {
  const { studio, list } = await aListOf({ remindAfterDays: 3 });
  const then = later(studio, 4 * DAY);
  const racing = {
    ...then,
    dueBy: async () => {
      await studio.db
        .update(favouritesLists)
        .set({ changedAt: then.clock.now() })
        .where(eq(favouritesLists.id, list));
    },
  };
  await remindUnfinished(racing);
  expect((await studio.db.select().from(favouritesLists).get())?.remindedAt).toBe(null);
});

async function aListOf(rules: Partial<Proofing> = {}) {
  const made: TestStudio = await createTestStudio();
  const { studio } = made;
  const email = `anna-${crypto.randomUUID()}@example.com`;
  const { gallery, place, photoIds } = await aChoosing(studio, { photos: 1, ...rules });
  const anna = await aChooser(studio, gallery, { email });
  const [photo = ""] = photoIds;
  const changes = [{ photoId: photo, mark: "chosen" as const }];
  const chosen = await changeChoices(anna.as, place, anna.chooser, { listId: null, changes });
  return { ...made, email, gallery, place, anna, photo, list: chosen.ok ? chosen.value.listId : "" };
}
