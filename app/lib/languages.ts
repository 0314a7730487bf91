/** The languages that visitors and clients are spoken to in, in the order in which they are offered. */
export const languages = ["en", "de", "es"] as const;

export type Language = (typeof languages)[number];

/** How a language calls itself. */
export const languageNames: Record<Language, string> = {
  en: "English",
  de: "Deutsch",
  es: "Español",
};

/** Whether the text names a language that there are words in. */
function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text);
}

/** The language of a locale: "de" of "de-AT". */
export function languageOf(locale: string): string {
  return locale.split("-")[0] ?? "";
}

/** What the words of a page are written in whose locale it is: the locale, or English where there are no words in it. */
export function wordsLocale(locale: string): string {
  return isLanguage(languageOf(locale)) ? locale : "en";
}

/** A language of an Accept-Language header, with the country where it names one: "es" and "es-MX". */
interface Wanted {
  language: string;
  locale: string;
}

const ENTRY = /^([a-z]{2,3})((?:-[a-z0-9]{1,8})*)(?:\s*;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

/** More entries than any browser sends are not read. */
const MOST_WANTED = 20;

/** The languages of an Accept-Language header, the most wanted first; what is not well-formed or has q=0 is left out. */
export function wantedLanguages(header: string | null): Wanted[] {
  const entries = (header ?? "").split(",", MOST_WANTED).flatMap((part) => {
    const [, language = "", subtags = "", q = "1"] = ENTRY.exec(part.trim()) ?? [];
    if (language === "" || Number(q) === 0) return [];
    const region = /-([a-z]{2})(?![a-z0-9])/i.exec(subtags)?.[1];
    const code = language.toLowerCase();
    return [{ language: code, locale: region ? `${code}-${region.toUpperCase()}` : code, q: Number(q) }];
  });
  // Sorting is stable: of what is wanted as much, what is named first comes first.
  return entries.sort((a, b) => b.q - a.q).map(({ language, locale }) => ({ language, locale }));
}

/**
 * What a visitor is spoken to in: the language they chose here, else the one that their browser wants most of those
 * there are words in, else the studio's. The studio's own language is spoken as the studio does, with its country;
 * another one with the country that the browser names, or with none.
 *
 * @param chosen what the visitor chose before, of whatever worth
 * @param home the studio's locale, of which there may be no words
 */
export function visitorLocale(input: {
  chosen: string | null;
  acceptLanguage: string | null;
  home: string;
}): string {
  const { chosen, acceptLanguage, home } = input;
  const homeLanguage = languageOf(home);
  const wanted = wantedLanguages(acceptLanguage);
  const known = ({ language }: Wanted) => isLanguage(language) || language === homeLanguage;
  const language = isLanguage(chosen) ? chosen : (wanted.find(known)?.language ?? homeLanguage);
  if (language === homeLanguage) return home;
  const sameLanguage = wanted.filter((each) => each.language === language);
  return (sameLanguage.find(({ locale }) => locale !== language) ?? { locale: language }).locale;
}

/** Pages of members have English words only. */
const workspaceLanguages: readonly string[] = ["en"];

/**
 * What members are spoken to in: the studio's own locale, or English by the conventions of its country where the
 * pages of members lack words that the visitors' have, so that no page is in two languages.
 */
export function workspaceLocale(home: string): string {
  const language = languageOf(home);
  if (workspaceLanguages.includes(language) || !isLanguage(language)) return home;
  const region = /-([A-Z]{2})$/.exec(home)?.[1];
  return region ? `en-${region}` : "en-001";
}
