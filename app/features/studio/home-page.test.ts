import { expect, test } from "vitest";
import { auditLog } from "../../events/schema";
import { createTestStudio } from "../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../test/pages";

const brand = { name: "Nova", tagline: "Light", accent: "#2f5d62" };

test("a studio tells of itself on its home page, to people and to search engines, and the log does not keep how it is reached", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const told = {
    about: "I photograph mountains.\n\nAnd people.",
    contactEmail: "hello@nova.test",
    contactPhone: "+49 89 123456",
    contactAddress: "Hauptstr. 1\nMünchen",
    instagram: "https://www.instagram.com/nova.light/",
  };
  const answer = await postForm(
    made.slug,
    "/studio/settings",
    { ...brand, ...told },
    { headers: { cookie } },
  );
  expect(answer.status).toBe(303);
  const page = await (await askPage(made.slug, "/")).text();
  for (const text of ["I photograph mountains.", "mailto:hello@nova.test", "tel:+4989123456", "@nova.light"])
    expect(page).toContain(text);
  expect(page).toContain('"@type":"LocalBusiness"');
  expect(page).toContain('"sameAs":["https://www.instagram.com/nova.light/"]');
  const log = JSON.stringify(await made.studio.db.select().from(auditLog));
  expect(log).toContain("contactEmail");
  expect(log).not.toMatch(/hello@nova|89 123456|Hauptstr|photograph mountains/);
});

test("a telephone number or a name on Instagram that is none is refused beside its field", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const wrong = { contactPhone: "call me", instagram: "two words", contactEmail: "nobody" };
  const answer = await postForm(
    made.slug,
    "/studio/settings",
    { ...brand, ...wrong },
    { headers: { cookie } },
  );
  const page = await answer.text();
  for (const text of ["Enter a telephone number", "Enter a name such as", "Enter an e-mail address"])
    expect(page).toContain(text);
});
