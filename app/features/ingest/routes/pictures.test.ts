import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { addMember } from "../../account/testing";
import { aGallery } from "../../galleries/testing";
import { photoPath, picturesPath } from "../paths";
import { pictureSettingsOf } from "../picture-settings.server";
import { photos } from "../schema";
import { aPhoto } from "../testing";

const form = {
  intent: "save",
  kind: "text",
  text: "Proof",
  placement: "center",
  opacity: "40",
  size: "small",
  credits: "studio",
  avif: "on",
};

async function scene() {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const save = (fields: Record<string, string>) =>
    postForm(made.slug, picturesPath, fields, { headers: { cookie } });
  const page = async () => (await askPage(made.slug, picturesPath, { headers: { cookie } })).text();
  return { ...made, cookie, save, page };
}

const flashOf = (response: Response) => decodeURIComponent(response.headers.getSetCookie().join());

test("what is saved is set, and the page says whether photos are made anew for it", async () => {
  const { studio, save } = await scene();
  expect(flashOf(await save(form))).toContain("are being made anew");
  const { logoKey: _, ...settings } = await pictureSettingsOf(studio);
  expect(settings).toMatchObject({
    placement: "center",
    opacity: 40,
    credits: "studio",
    avif: true,
    revision: 1,
  });
  const again = flashOf(await save({ ...form, avif: "off" }));
  expect(again).toContain("Saved.");
  expect(again).not.toContain("made anew");
});

test("a form with a mistake comes back and changes nothing", async () => {
  const { studio, save } = await scene();
  expect(await (await save({ ...form, credits: "everybody" })).text()).toContain(
    "Choose what your pictures say.",
  );
  expect(await (await save({ ...form, kind: "logo" })).text()).toContain("Choose a PNG file");
  expect(await pictureSettingsOf(studio)).toMatchObject({ revision: 0, credits: "none" });
});

test("photos that failed are named with a way to them, and tried again at a press", async () => {
  const { studio, save, page } = await scene();
  const gallery = await aGallery(studio);
  const { id } = await aPhoto(studio, gallery.id);
  expect(await page()).not.toContain("could not be made");
  await studio.db.update(photos).set({ failure: "internal", decoder: "photon" }).where(eq(photos.id, id));
  const said = await page();
  expect(said).toContain("1 photo could not be made");
  expect(said).toContain(`href="${photoPath(gallery.id, id)}"`);
  expect(said).toContain("1 photo could only be read by the second decoder.");
  expect(flashOf(await save({ intent: "retry" }))).toContain("1 photo is being processed again.");
  expect(await page()).not.toContain("could not be made");
});

test("members who do not run the studio get neither page nor change", async () => {
  const { slug, studio } = await scene();
  const owner = { email: "editor@example.com", password: "Correct-horse-7" };
  await addMember(studio, { ...owner, name: "Viewer", role: "viewer" });
  const cookie = await ownerCookie({ slug, owner });
  expect((await askPage(slug, picturesPath, { headers: { cookie } })).status).toBe(404);
  expect((await postForm(slug, picturesPath, form, { headers: { cookie } })).status).toBe(404);
  expect(await pictureSettingsOf(studio)).toMatchObject({ revision: 0 });
});
