import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { photos } from "../../ingest/schema";
import { aPhoto } from "../../ingest/testing";
import { arrangePath } from "../paths";
import { aGallery } from "../testing";

async function signedIn() {
  const made = await createTestStudio();
  const headers = { cookie: await ownerCookie(made) };
  const { id } = await aGallery(made.studio);
  const path = arrangePath(id);
  const post = (fields: Record<string, string>) => postForm(made.slug, path, fields, { headers });
  const page = async () => (await askPage(made.slug, path, { headers })).text();
  return { ...made, id, path, post, page };
}

test("a photo that is let go before one that is gone meanwhile stays where it is, and that is said", async () => {
  const { studio, id, path, post } = await signedIn();
  const [photo, target] = [await aPhoto(studio, id), await aPhoto(studio, id)];
  await studio.db.delete(photos).where(eq(photos.id, target.id));
  const answer = await post({ intent: "before", photo: photo.id, target: target.id });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, path]);
  const flash = decodeURIComponent(answer.headers.get("set-cookie") ?? "");
  expect(flash).toContain("That photo is gone meanwhile; the order is as it was.");
});

test("Enter on a photo or in a field does nothing to the photos", async () => {
  const { studio, id, page } = await signedIn();
  await aPhoto(studio, id);
  const form = (await page()).split("<form").find((part) => part.includes('name="photo"'));
  const [first] = form?.match(/<button[^>]*>/) ?? [];
  expect(form).toContain('value="shift"');
  expect(first).toMatch(/type="submit".* disabled=""/);
});
