import { type Language, languageOf } from "./languages";

/** The same words in another language: all keys of the English ones, and what makes a sentence of something takes the same. */
export type Translated<Words> = Words extends string
  ? string
  : Words extends (...args: infer Args) => infer Told
    ? (...args: Args) => Translated<Told>
    : { [Key in keyof Words]: Translated<Words[Key]> };

/**
 * A feature's words in every language it has; English is always there. Ask with a locale ("de-AT") and get
 * the catalogue of its language, or English.
 */
export function catalogue<Words>(
  languages: { en: Words } & Partial<Record<Exclude<Language, "en">, Translated<NoInfer<Words>>>>,
) {
  const byLanguage = new Map<string, Translated<Words>>(
    Object.entries(languages) as [string, Translated<Words>][],
  );
  const en = languages.en as Translated<Words>;
  return (locale: string): Translated<Words> => byLanguage.get(languageOf(locale)) ?? en;
}
