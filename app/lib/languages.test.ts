import { expect, test } from "vitest";
import { visitorLocale, wantedLanguages, wordsLocale, workspaceLocale } from "./languages";

const locale = (acceptLanguage: string | null, home = "en-IE", chosen: string | null = null) =>
  visitorLocale({ acceptLanguage, home, chosen });

test("the browser's languages are read by how much each is wanted", () => {
  expect(wantedLanguages("fr;q=0.2, de-AT;q=0.9, es").map((wanted) => wanted.locale)).toEqual([
    "es",
    "de-AT",
    "fr",
  ]);
  expect(wantedLanguages("de;q=0.5,es;q=0.5").map(({ language }) => language)).toEqual(["de", "es"]);
});

test("what is refused, malformed or no language is not read", () => {
  for (const header of [
    null,
    "",
    "*",
    "de;q=0",
    "de;q=0.000",
    "d",
    "de_DE",
    "de;q=2",
    "<script>",
    ";q=1",
    "de;q=",
  ])
    expect(wantedLanguages(header), String(header)).toEqual([]);
  expect(wantedLanguages(`${"fr,".repeat(500)}de`)).toHaveLength(20);
});

test("of a locale the language and the country are kept, and nothing else", () => {
  expect(wantedLanguages("zh-Hant-TW, DE-at-u-nu-arab, es-419")).toEqual([
    { language: "zh", locale: "zh-TW" },
    { language: "de", locale: "de-AT" },
    { language: "es", locale: "es" },
  ]);
});

test("a visitor gets the first of their languages that there are words in", () => {
  expect(locale("de-CH,de;q=0.9,en;q=0.8")).toBe("de-CH");
  expect(locale("fr-FR,es;q=0.4,en;q=0.3")).toBe("es");
  expect(locale("es,es-MX;q=0.9")).toBe("es-MX");
});

test("the studio's language is spoken as the studio does", () => {
  expect(locale("en-US,en;q=0.9", "en-GB")).toBe("en-GB");
  expect(locale("de", "de-AT")).toBe("de-AT");
  expect(locale("en-US", "de-AT")).toBe("en-US");
});

test("who wants nothing that there is gets the studio's", () => {
  for (const header of [null, "*", "ja-JP,ko;q=0.5", "de;q=0"])
    expect(locale(header, "de-AT"), String(header)).toBe("de-AT");
  expect(locale("fr-CA,en;q=0.5", "fr-FR")).toBe("fr-FR");
});

test("what was chosen here wins, and is nothing when it is no language of ours", () => {
  expect(locale("de-DE", "en-IE", "es")).toBe("es");
  expect(locale("de-DE,es-AR;q=0.3", "en-IE", "es")).toBe("es-AR");
  expect(locale("de-DE", "en-IE", "en")).toBe("en-IE");
  for (const chosen of ["fr", "", "constructor", "de-DE"])
    expect(locale("de-DE", "en-IE", chosen)).toBe("de-DE");
});

test("every locale that comes out is one that dates and money can be written by", () => {
  for (const header of ["es-XX", "de-AT", "en-ZZ;q=0.1", "es-419", "de-1996-AT"]) {
    const found = locale(header, "fr-FR");
    expect(Intl.getCanonicalLocales(found), header).toEqual([found]);
  }
});

test("members read English by the conventions of the studio's country", () => {
  expect(workspaceLocale("de-AT")).toBe("en-AT");
  expect(workspaceLocale("es")).toBe("en-001");
  expect(workspaceLocale("en-IE")).toBe("en-IE");
  expect(workspaceLocale("fr-FR")).toBe("fr-FR");
});

test("a page says which language its words are in, not its dates", () => {
  expect(wordsLocale("de-AT")).toBe("de-AT");
  expect(wordsLocale("fr-FR")).toBe("en");
});
