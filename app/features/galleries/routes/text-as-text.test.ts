import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie } from "../../../test/pages";
import { aPhoto } from "../../ingest/testing";
import { aGallery } from "../testing";

test("what a studio writes stands in its pages as text: in the markup, in attributes and in the data of scripts", async () => {
  const made = await createTestStudio();
  const name = `"'></script><script>alert(1)</script><img src=x onerror=alert(2)> \${7*7}`;
  const gallery = await aGallery(made.studio, { name });
  await aPhoto(made.studio, gallery.id, { filename: `"><svg onload=alert(3)>.jpg` });
  const cookie = await ownerCookie(made);
  for (const path of ["/", `/g/${gallery.slug}`, "/studio/galleries", `/studio/galleries/${gallery.id}`]) {
    const page = await (await askPage(made.slug, path, { headers: { cookie } })).text();
    expect(page, path).toContain("alert(1)");
    expect(page, path).not.toMatch(/<script>alert|<img src=x|<svg onload/);
    const scripts = page.match(/<script\b[^>]*>[\s\S]*?<\/script>/g) ?? [];
    for (const script of scripts.filter((each) => each.includes("alert(1)")))
      expect(script.slice(1, -"</script>".length), path).not.toContain("<");
  }
});
