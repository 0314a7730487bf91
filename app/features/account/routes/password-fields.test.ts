import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie } from "../../../test/pages";

test("every field for a password hides it and lets a password manager and the clipboard fill it", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const pages = [
    { host: made.slug, path: "/sign-in", cookie: "", fields: 1 },
    { host: made.slug, path: "/account/password", cookie, fields: 2 },
    { host: made.slug, path: "/account/confirm", cookie, fields: 1 },
    { host: "", path: "/start", cookie: "", fields: 1 },
  ];
  for (const { host, path, cookie, fields } of pages) {
    const page = await (await askPage(host, path, { headers: { cookie } })).text();
    const inputs = (page.match(/<input\b[^>]*>/g) ?? []).filter((tag) => /name="\w*password"/i.test(tag));
    expect(inputs.length, path).toBe(fields);
    for (const tag of inputs) {
      expect(tag, path).toContain('type="password"');
      expect(tag, path).toMatch(/autocomplete="(current|new)-password"/i);
      expect(tag, path).not.toMatch(/readonly|onpaste/i);
    }
  }
});
