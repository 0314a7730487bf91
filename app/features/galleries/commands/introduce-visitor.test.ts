import { expect, test } from "vitest";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { mailedPath, mailSubjects } from "../../../test/mailed-link";
import { choosingState } from "../choosing.server";
import { aChooser, aChoosing, asBrowser, chooserIn } from "../testing/choosing";
import { changeChoices } from "./change-choices.server";
import { findLists, introduceVisitor } from "./introduce-visitor.server";
import { forgetVisitor, proveVisitor } from "./prove-visitor.server";

test("the same address in another browser opens nothing until the mailed link is used there, once", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const email = `anna-${crypto.randomUUID()}@example.com`;
  const home = await aChooser(studio, gallery, { email });
  const changes = [{ photoId: photoIds[0] ?? "", mark: "chosen" as const }];
  await changeChoices(home.as, place, home.chooser, { listId: null, changes });
  await workOff(studio);
  expect(await mailSubjects(email)).toEqual([]);

  const phone = await aChooser(studio, gallery, { email: email.toUpperCase() });
  expect((await choosingState(phone.as, place)).lists).toEqual([]);
  await workOff(studio);
  const token = (await mailedPath(email, "/g/")).split("/").at(-1) ?? "";
  const prove = { token, network: "192.0.2.7" };
  expect((await proveVisitor(phone.as, prove)).ok).toBe(true);
  expect((await choosingState(await asBrowser(studio, phone.secret), place)).lists).toMatchObject([
    { chosen: 1 },
  ]);
  const third = await asBrowser(studio, null);
  expect(await proveVisitor(third, prove)).toMatchObject({ ok: false, refusal: { reason: "link_gone" } });
});

test("whether an address has lists shows in nothing that is answered, only in its mailbox", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const [known, unknown] = ["known", "unknown"].map((name) => `${name}-${crypto.randomUUID()}@example.com`);
  const home = await aChooser(studio, gallery, { email: known ?? "" });
  const changes = [{ photoId: photoIds[0] ?? "", mark: "chosen" as const }];
  await changeChoices(home.as, place, home.chooser, { listId: null, changes });
  const stranger = await asBrowser(studio, null);
  const ask = (email = "") => findLists(stranger, gallery, { email, network: "192.0.2.8" });
  expect(await ask(known)).toEqual(await ask(unknown));
  await workOff(studio);
  expect(await mailSubjects(known ?? "")).toEqual(["Your favourites in “Anna & Ben”"]);
  expect(await mailSubjects(unknown ?? "")).toEqual([]);
});

test("names can be tried so often from one network, and an address gets so many mails", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const email = `often-${crypto.randomUUID()}@example.com`;
  const home = await aChooser(studio, gallery, { email });
  const changes = [{ photoId: photoIds[0] ?? "", mark: "chosen" as const }];
  await changeChoices(home.as, place, home.chooser, { listId: null, changes });
  const asking = await asBrowser(studio, null);
  const ask = (network: string) => introduceVisitor(asking, gallery, { name: "X", email, network });
  const answers: boolean[] = [];
  for (let i = 0; i < 61; i++) answers.push((await ask("192.0.2.9")).ok);
  expect(answers.indexOf(false)).toBe(60);
  expect((await ask("192.0.2.10")).ok).toBe(true);
  await workOff(studio);
  expect((await mailSubjects(email)).length).toBe(3);
});

test("“Not you?” leaves the lists to their maker and nothing to the browser", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const anna = await aChooser(studio, gallery);
  const changes = [{ photoId: photoIds[0] ?? "", mark: "chosen" as const }];
  await changeChoices(anna.as, place, anna.chooser, { listId: null, changes });
  await forgetVisitor(anna.as);
  expect(await chooserIn(studio, anna.secret)).toBe(null);
  const again = await aChooser(studio, gallery, { secret: anna.secret });
  expect((await choosingState(again.as, place)).lists).toEqual([]);
});

test("somebody else's name in the same browser does not see the lists made before", async () => {
  const { studio } = await createTestStudio();
  const { gallery, place, photoIds } = await aChoosing(studio);
  const anna = await aChooser(studio, gallery);
  const changes = [{ photoId: photoIds[0] ?? "", mark: "chosen" as const }];
  await changeChoices(anna.as, place, anna.chooser, { listId: null, changes });
  const ben = await aChooser(studio, gallery, { email: "ben@example.com", name: "Ben", secret: anna.secret });
  expect((await choosingState(ben.as, place)).lists).toEqual([]);
});
