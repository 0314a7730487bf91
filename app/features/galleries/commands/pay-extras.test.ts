import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { pay } from "../../../test/sandbox";
import { fulfilOrder } from "../../storefront/commands/fulfil-order.server";
import { choosingState } from "../choosing.server";
import { aChooser, aChoosing } from "../testing/choosing";
import { changeChoices } from "./change-choices.server";
import { finishList, reopenList } from "./finish-list.server";
import { payExtras } from "./pay-extras.server";

test("extra photos of a finished list are paid once, and after that only what was added", async () => {
  const { studio } = await createTestStudio();
  const rules = { mode: "pick", picks: 1, extraPrice: 1500, photos: 4 } as const;
  const { gallery, place, photoIds } = await aChoosing(studio, rules);
  const anna = await aChooser(studio, gallery);
  const ben = await aChooser(studio, gallery, { name: "Ben", email: "ben@example.com" });
  const choose = (ids: string[]) =>
    changeChoices(anna.as, place, anna.chooser, {
      listId: null,
      changes: ids.map((photoId) => ({ photoId, mark: "chosen" as const })),
    });
  const chosen = await choose(photoIds.slice(0, 3));
  const listId = chosen.ok ? chosen.value.listId : "";
  const ask = (shown: number) => ({ listId, title: "Extra photos", shown, consented: true });
  const order = (shown = 3000) => payExtras(anna.as, place, anna.chooser, ask(shown));
  const nothingDue = { ok: false, refusal: { reason: "nothing_due" } };
  expect(await order()).toEqual(nothingDue);

  await finishList(anna.as, place, anna.chooser, listId);
  expect(await payExtras(ben.as, place, ben.chooser, ask(3000))).toEqual(nothingDue);
  expect(await order(1500)).toEqual({ ok: false, refusal: { reason: "price_changed" } });
  const first = await order();
  expect(await order()).toEqual(first);
  await paid(first);
  expect((await choosingState(anna.as, place)).lists).toMatchObject([{ chosen: 3, extrasPaid: 2 }]);
  expect(await order()).toEqual(nothingDue);

  await reopenList(studio, gallery.id, listId);
  await choose(photoIds);
  await finishList(anna.as, place, anna.chooser, listId);
  await paid(await order(1500));
  expect((await choosingState(anna.as, place)).lists).toMatchObject([{ chosen: 4, extrasPaid: 3 }]);

  async function paid(placed: Awaited<ReturnType<typeof order>>) {
    if (!placed.ok) throw new Error(`the order was refused: ${placed.refusal.reason}`);
    await pay(placed.value.checkoutUrl);
    await fulfilOrder(studio, /\/pay\/(.+)$/.exec(placed.value.checkoutUrl)?.[1] ?? "");
  }
});
