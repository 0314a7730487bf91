import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { setupSteps } from "../../../tenancy/schema";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio } from "../../../test/create-test-studio";
import { pay } from "../../../test/sandbox";
import { changePaymentSettings } from "../../storefront/commands/change-payment-settings.server";
import { confirmTransfer } from "../../storefront/commands/confirm-transfer.server";
import { fulfilOrder } from "../../storefront/commands/fulfil-order.server";
import { orders } from "../../storefront/schema";
import { INSTRUCTIONS } from "../../storefront/testing";
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

test("extra photos that are paid by transfer are ordered once, however often they are asked for", async () => {
  const { studio } = await createTestStudio();
  await studio.db.delete(setupSteps);
  await changePaymentSettings(studio, { instructions: INSTRUCTIONS, charge: "now" });
  const { order } = await aFinishedList(studio);
  const first = await order(1500, 3000);
  if (!first.ok) throw new Error(first.refusal.reason);
  expect(first.value.checkoutUrl).toBe(`${studio.tenant.origin}/orders/${first.value.id}`);
  expect(await order(1500, 3000)).toEqual(first);
  expect(await studio.db.$count(orders)).toBe(1);
  await confirmTransfer(studio, first.value.id, { amount: 1000, receivedOn: "2026-11-20" });
  expect(await order(1000, 2000)).toEqual({ ok: false, refusal: { reason: "under_way" } });
});

test("after a change of price the order of before is closed and the new price is paid", async () => {
  const { studio } = await createTestStudio();
  const { order } = await aFinishedList(studio);
  const first = await order(1500, 3000);
  const changed = { ok: false, refusal: { reason: "price_changed" } };
  expect(await order(2000, 3000)).toEqual(changed);
  const second = await order(2000, 4000);
  if (!first.ok || !second.ok) throw new Error("an order was refused");
  const statusOf = async (id: string) =>
    (await studio.db.select().from(orders).where(eq(orders.id, id)).get())?.status;
  expect(await statusOf(first.value.id)).toBe("expired");
  expect(await statusOf(second.value.id)).toBe("pending");
  expect(await order(2000, 4000)).toEqual(second);
});

test("while somebody has to look at a payment, extra photos are not ordered a second time", async () => {
  const { studio } = await createTestStudio();
  const { order } = await aFinishedList(studio);
  await order(1500, 3000);
  await studio.db.update(orders).set({ status: "review" });
  expect(await order(1500, 3000)).toEqual({ ok: false, refusal: { reason: "under_way" } });
  expect(await studio.db.$count(orders)).toBe(1);
});

/** A finished list with two photos more than are included; ordered at a price for each while a total was shown. */
async function aFinishedList(studio: Studio) {
  const { gallery, place, photoIds } = await aChoosing(studio, {
    mode: "pick",
    picks: 1,
    extraPrice: 1500,
    photos: 3,
  });
  const anna = await aChooser(studio, gallery);
  const changes = photoIds.map((photoId) => ({ photoId, mark: "chosen" as const }));
  const chosen = await changeChoices(anna.as, place, anna.chooser, { listId: null, changes });
  const listId = chosen.ok ? chosen.value.listId : "";
  await finishList(anna.as, place, anna.chooser, listId);
  const order = (extraPrice: number, shown: number) => {
    const priced = { ...place, gallery: { ...gallery, proofing: { ...gallery.proofing, extraPrice } } };
    return payExtras(anna.as, priced, anna.chooser, { listId, title: "Extra", shown, consented: true });
  };
  return { order };
}
