import { expect, test } from "vitest";
import { aGallery } from "../features/galleries/testing";
import { aPhoto } from "../features/ingest/testing";
import { endOfDay } from "../lib/time";
import { studioIdentity } from "../tenancy/schema";
import type { Studio } from "../tenancy/studio";
import { createTestStudio } from "../test/create-test-studio";
import { askPage, cookiesAfter, ownerCookie, postForm } from "../test/pages";

/** A page as a browser with these languages gets it. */
async function seen(host: string, path: string, language: string, cookie = "") {
  const answer = await askPage(host, path, { headers: { "accept-language": language, cookie } });
  return { answer, text: await answer.text() };
}

const langOf = (text: string) => /<html lang="([^"]+)"/.exec(text)?.[1];

async function withGallery() {
  const made = await createTestStudio();
  const expiresAt = endOfDay("2099-12-24", made.studio.tenant.timeZone);
  const gallery = await aGallery(made.studio, { priceAmount: 123_450, expiresAt });
  await aPhoto(made.studio, gallery.id);
  return { ...made, path: `/g/${gallery.slug}` };
}

const livesIn = (studio: Studio, locale: string) => studio.db.update(studioIdentity).set({ locale });

test("a gallery is read in the visitor's language, with their money and dates", async () => {
  const { slug, path } = await withGallery();
  const english = await seen(slug, path, "en-US,en;q=0.9");
  expect(english.text).toContain("€1,234.50 per photo");
  expect(english.text).toContain("Open until 24 December 2099");
  const german = await seen(slug, path, "de-DE,de;q=0.9,en;q=0.8");
  expect(german.text).toContain("1.234,50\u00a0€ pro Foto");
  expect(german.text).toContain("Geöffnet bis 24. Dezember 2099");
  const spanish = await seen(slug, path, "fr, es-MX;q=0.7");
  expect(spanish.text).toContain("EUR\u00a01,234.50 por foto");
  expect(spanish.text).toContain("Abierta hasta el 24 de diciembre de 2099");
  expect([english, german, spanish].map(({ text }) => langOf(text))).toEqual(["en-IE", "de-DE", "es-MX"]);
});

test("a page says its language and what it depends on", async () => {
  const { slug, path } = await withGallery();
  const { answer } = await seen(slug, path, "de-AT");
  expect(answer.headers.get("content-language")).toBe("de-AT");
  expect(answer.headers.get("vary")).toContain("Accept-Language, Cookie");
});

test("a visitor chooses a language on the page they are on, and keeps it", async () => {
  const { slug, path } = await withGallery();
  const referer = `http://${slug}.localhost:8787${path}?photo=a`;
  const chosen = await postForm(slug, "/language", { language: "es" }, { headers: { referer } });
  expect([chosen.status, chosen.headers.get("location")]).toEqual([303, `${path}?photo=a`]);
  const cookie = cookiesAfter(chosen);
  expect(cookie).toBe("language=es");
  const page = await seen(slug, path, "de-DE", cookie);
  expect(langOf(page.text)).toBe("es");
  expect(page.text).toMatch(/value="es" aria-current="true"/);
  expect(langOf((await seen(slug, path, "de-DE", "language=tlh")).text)).toBe("de-DE");
});

test("nothing but a language that there is can be chosen", async () => {
  const { slug } = await withGallery();
  const chosen = await postForm(slug, "/language", { language: "tlh" });
  expect(chosen.headers.getSetCookie()).toEqual([]);
});

test("the studio's own language is spoken as the studio does", async () => {
  const { slug, path, studio } = await withGallery();
  await livesIn(studio, "de-AT");
  for (const language of ["de-DE", "de", "fr", "*", ""])
    expect(langOf((await seen(slug, path, language)).text), language).toBe("de-AT");
  expect(langOf((await seen(slug, path, "en-GB")).text)).toBe("en-GB");
});

test("a language without words gets English ones that are called so, and dates of its own", async () => {
  const { slug, path, studio } = await withGallery();
  await livesIn(studio, "fr-FR");
  const { text } = await seen(slug, path, "fr-FR");
  expect(langOf(text)).toBe("en");
  expect(text).toContain("Open until 24 décembre 2099");
});

test("pages of members are in one language, whatever the member's browser wants", async () => {
  const made = await withGallery();
  const cookie = await ownerCookie(made);
  await livesIn(made.studio, "de-AT");
  for (const path of ["/studio/galleries", "/account", "/studio/settings/region"]) {
    const { text } = await seen(made.slug, path, "es-ES", `${cookie}; language=es`);
    expect(langOf(text), path).toBe("en-AT");
    expect(text, path).toContain("Sign out");
    expect(text, path).not.toContain('value="es" aria-current');
  }
  const { text } = await seen(made.slug, "/studio/settings/region", "es-ES", cookie);
  expect(text).toMatch(/<option value="de-AT" selected=""/);
});

test("a visitor reads in their language what is wrong with a form, and that there is nothing", async () => {
  const { slug, path } = await withGallery();
  const headers = { "accept-language": "de" };
  const wrong = await postForm(slug, path, { product: "x" }, { headers });
  expect(await wrong.text()).toContain("Wählen Sie mindestens ein Foto aus.");
  const nobody = await postForm(slug, "/client/sign-in", { email: "anna" }, { headers });
  expect(await nobody.text()).toContain("Geben Sie eine E-Mail-Adresse ein");
  expect((await seen(slug, "/g/nothing", "es")).text).toContain("Aquí no hay nada");
  expect((await seen("nobody-is-here", "/", "es")).text).toMatch(
    /<html lang="es">[\s\S]*Aquí no hay ningún estudio/,
  );
});
