import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie } from "../../../test/pages";
import { aGallery } from "../testing";

test("a link of the list can be fetched ahead at once: its page knows every route and looks for none", async () => {
  const made = await createTestStudio();
  await aGallery(made.studio);
  const headers = { cookie: await ownerCookie(made) };
  const page = await (await askPage(made.slug, "/studio/galleries", { headers })).text();
  expect(page).toContain('import "/assets/manifest.js"');
  expect(page).not.toContain("window.__remixManifest");
});
