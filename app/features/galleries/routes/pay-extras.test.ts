import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, postForm } from "../../../test/pages";
import { orders } from "../../storefront/schema";
import { choosingState } from "../choosing.server";
import { changeChoices } from "../commands/change-choices.server";
import { finishList } from "../commands/finish-list.server";
import { aChooser, aChoosing } from "../testing/choosing";
import { VISITOR_COOKIE } from "../visitor.server";

test("extra photos are paid on a page that says what they cost and asks for consent, by whose list it is", async () => {
  const { studio, slug } = await createTestStudio();
  const rules = { mode: "pick", picks: 1, extraPrice: 1500, photos: 3 } as const;
  const { gallery, place, photoIds } = await aChoosing(studio, rules);
  const anna = await aChooser(studio, gallery);
  const ben = await aChooser(studio, gallery, { name: "Ben", email: "ben@example.com" });
  const changes = photoIds.map((photoId) => ({ photoId, mark: "chosen" as const }));
  const chosen = await changeChoices(anna.as, place, anna.chooser, { listId: null, changes });
  const list = chosen.ok ? chosen.value.listId : "";
  await finishList(anna.as, place, anna.chooser, list);
  const favourites = `/g/${gallery.slug}/favourites`;
  const path = `${favourites}/pay`;
  const as = (secret: string) => ({ headers: { cookie: `${VISITOR_COOKIE}=${secret}` } });
  const page = (secret: string) => askPage(slug, `${path}?list=${list}`, as(secret));
  const post = (form: Record<string, string>, secret = anna.secret) =>
    postForm(slug, `${path}?list=${list}`, form, as(secret));

  const pressed = await postForm(slug, favourites, { intent: "pay", list }, as(anna.secret));
  expect(pressed.headers.get("location")).toBe(`${path}?list=${list}`);
  const shown = await (await page(anna.secret)).text();
  expect(shown).toContain("2 extra photos");
  expect(shown).toContain("€30.00");
  expect(shown).toContain("right of withdrawal");
  for (const other of [ben.secret, ""]) expect((await page(other)).headers.get("location")).toBe(favourites);

  expect(await (await post({ list, shownTotal: "3000" })).text()).toContain("agree to it first");
  expect(await (await post({ list, shownTotal: "1", consent: "on" })).text()).toContain("changed");
  const stranger = await post({ list, shownTotal: "3000", consent: "on" }, ben.secret);
  expect(stranger.headers.get("location")).toBe(favourites);
  expect(await studio.db.$count(orders)).toBe(0);
  const paid = await post({ list, shownTotal: "3000", consent: "on" });
  expect([paid.status, paid.headers.get("location")]).toEqual([303, expect.stringContaining("/pay/")]);
  const [order] = await studio.db.select().from(orders);
  expect(order).toMatchObject({ totalAmount: 3000, email: anna.chooser.email });
  expect(order?.consentedAt).toBe(order?.createdAt);
});

test("extra photos that cost nothing ask for no consent, and count at once", async () => {
  const { studio, slug } = await createTestStudio();
  const rules = { mode: "pick", picks: 1, extraPrice: 0, photos: 3 } as const;
  const { gallery, place, photoIds } = await aChoosing(studio, rules);
  const anna = await aChooser(studio, gallery);
  const changes = photoIds.map((photoId) => ({ photoId, mark: "chosen" as const }));
  const chosen = await changeChoices(anna.as, place, anna.chooser, { listId: null, changes });
  const list = chosen.ok ? chosen.value.listId : "";
  await finishList(anna.as, place, anna.chooser, list);
  const path = `/g/${gallery.slug}/favourites/pay?list=${list}`;
  const as = { headers: { cookie: `${VISITOR_COOKIE}=${anna.secret}` } };
  const shown = await (await askPage(slug, path, as)).text();
  expect(shown).toContain("Confirm, free of charge");
  expect(shown).not.toContain("right of withdrawal");
  const done = await postForm(slug, path, { list, shownTotal: "0" }, as);
  expect([done.status, done.headers.get("location")]).toEqual([303, expect.stringContaining("/orders/ord_")]);
  expect(await studio.db.select().from(orders)).toMatchObject([{ status: "fulfilled", consentedAt: null }]);
  expect((await choosingState(anna.as, place)).lists).toMatchObject([{ extrasPaid: 2 }]);
});
