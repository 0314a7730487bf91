import { expect, test } from "vitest";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { mailedPath } from "../../../test/mailed-link";
import { askPage, cookiesAfter, ownerCookie, postForm } from "../../../test/pages";
import type { ChoiceAnswer } from "../model/favourites";
import { defaultRights } from "../model/roles";
import { galleries } from "../schema";
import { aBrowserIn } from "../testing/browser";
import { aChoosing } from "../testing/choosing";

const email = () => `anna-${crypto.randomUUID()}@example.com`;

test("without JavaScript a first heart leads to the name, and is kept with it; the link in the mail opens the list", async () => {
  const { studio, slug } = await createTestStudio();
  const { gallery, photoIds } = await aChoosing(studio);
  const [photo = ""] = photoIds;
  const here = `/g/${gallery.slug}/favourites`;
  const pressed = await postForm(slug, here, { intent: "set", set: `${photo}:chosen` });
  const asks = pressed.headers.get("location") ?? "";
  expect(asks).toBe(`${here}?set=${encodeURIComponent(`${photo}:chosen`)}`);
  expect(await (await askPage(slug, asks)).text()).toContain(`value="${photo}:chosen"`);

  const anna = email();
  const named = { intent: "introduce", name: "Anna", email: anna, set: `${photo}:chosen` };
  const introduced = await postForm(slug, here, named);
  const cookie = cookiesAfter(introduced);
  const page = await (await askPage(slug, here, { headers: { cookie } })).text();
  expect(page).toContain("Anna’s favourites");
  expect(page).toContain("1 favourite");
  expect(await (await askPage(slug, here)).text()).not.toContain("Anna’s favourites");

  await postForm(slug, here, { intent: "find", email: anna });
  await workOff(studio);
  const link = await mailedPath(anna, "/g/");
  expect((await askPage(slug, link)).status).toBe(200);
  const entered = await postForm(slug, link, {});
  expect(entered.headers.get("location")).toBe(here);
  const there = await askPage(slug, here, { headers: { cookie: cookiesAfter(entered) } });
  expect(await there.text()).toContain("Anna’s favourites");
  expect((await askPage(slug, link)).status).toBe(410);
});

test("a name or an address that is none is told beside its field, and nothing is kept", async () => {
  const { studio, slug } = await createTestStudio();
  const { gallery } = await aChoosing(studio);
  const here = `/g/${gallery.slug}/favourites`;
  const page = await postForm(slug, here, { intent: "introduce", name: " ", email: "anna" });
  const text = await page.text();
  expect(text).toContain("Tell us your name.");
  expect(text).toContain("Enter an e-mail address such as anna@example.com.");
  expect(page.headers.getSetCookie()).toEqual([]);
});

test("the controls get as JSON what is kept, why something was not, and that nobody has said who they are", async () => {
  const { studio, slug } = await createTestStudio();
  const { gallery, photoIds } = await aChoosing(studio, { mode: "pick", picks: 1 });
  const [one = "", two = ""] = photoIds;
  const state = `/g/${gallery.slug}/favourites/state`;
  const post = async (fields: Record<string, string>, cookie = "") =>
    postForm(slug, state, fields, { headers: { cookie } });
  const read = async (response: Response) => (await response.json()) as ChoiceAnswer;
  expect(await read(await post({ intent: "set", set: `${one}:chosen` }))).toEqual({ refused: "name" });
  expect((await read(await post({ intent: "introduce", name: "", email: "x" }))).errors).toMatchObject({
    name: ["Tell us your name."],
  });
  const named = await post({ intent: "introduce", name: "Anna", email: email() });
  const cookie = cookiesAfter(named);
  expect(await read(await post({ intent: "set", set: `${one}:chosen` }, cookie))).toMatchObject({
    refused: null,
    state: { choices: { [one]: { mark: "chosen" } }, lists: [{ chosen: 1 }] },
  });
  const second = await read(await post({ intent: "set", set: `${two}:chosen` }, cookie));
  expect(second).toMatchObject({ refused: "limit", state: { lists: [{ chosen: 1 }] } });
  const got = await askPage(slug, state, { headers: { cookie } });
  expect(got.headers.get("cache-control")).toBe("private, no-store");
  expect(await got.json()).toMatchObject({ state: { lists: [{ name: "Anna’s favourites" }] } });
});

test("a member looks at it as their clients do, and nothing of theirs is kept", async () => {
  const made = await createTestStudio();
  const { gallery, photoIds } = await aChoosing(made.studio);
  const cookie = await ownerCookie(made);
  const answer = await postForm(
    made.slug,
    `/g/${gallery.slug}/favourites/state`,
    { intent: "set", set: `${photoIds[0]}:chosen` },
    { headers: { cookie } },
  );
  expect(await answer.json()).toEqual({ refused: "preview" });
});

test("where a role may not choose, all of it is as good as missing", async () => {
  const { studio, slug } = await createTestStudio();
  const { gallery, photoIds } = await aChoosing(studio);
  const rights = { ...defaultRights, buyer: { ...defaultRights.buyer, favourite: false } };
  await studio.db.update(galleries).set({ rights });
  const here = `/g/${gallery.slug}/favourites`;
  for (const path of [here, `${here}/state`]) {
    expect((await askPage(slug, path)).status, path).toBe(404);
    const set = { intent: "set", set: `${photoIds[0]}:chosen` };
    expect((await postForm(slug, path, set)).status, path).toBe(404);
  }
});

test("the list of somebody whose name nobody has said is called by no name", async () => {
  const made = await createTestStudio();
  const { gallery, photoIds } = await aChoosing(made.studio);
  const browser = await aBrowserIn(made, gallery, "main");
  const set = { intent: "set", set: `${photoIds[0]}:chosen` };
  const { text } = await browser.post(`/g/${gallery.shareKey}/favourites/state`, set);
  expect(JSON.parse(text)).toMatchObject({ state: { lists: [{ name: "Favourites", chosen: 1 }] } });
});

test("finishing by form locks the list, and its page says so", async () => {
  const { studio, slug } = await createTestStudio();
  const { gallery, photoIds } = await aChoosing(studio);
  const here = `/g/${gallery.slug}/favourites`;
  const named = { intent: "introduce", name: "Anna", email: email(), set: `${photoIds[0]}:chosen` };
  const cookie = cookiesAfter(await postForm(slug, here, named));
  const post = (fields: Record<string, string>) => postForm(slug, here, fields, { headers: { cookie } });
  const state = await askPage(slug, `${here}/state`, { headers: { cookie } });
  const list = ((await state.json()) as Required<ChoiceAnswer>).state.currentId ?? "";
  expect((await post({ intent: "change-list", list, name: "Album", note: "30 × 30" })).status).toBe(303);
  expect((await post({ intent: "finish", list })).status).toBe(303);
  const page = await (await askPage(slug, here, { headers: { cookie } })).text();
  expect(page).toContain("Album");
  expect(page).toContain("30 × 30");
  expect(page).toContain("Sent to the studio");
  expect(await (await post({ intent: "change-list", list, name: "Other" })).text()).toContain(
    "This list is finished.",
  );
  expect((await post({ intent: "remove-list", list: "fav_none" })).status).toBe(404);
});
