import { type Language, languageOf } from "./languages";

/** The same words in another language: all keys of the English ones, and what makes a sentence of something takes the same. */
export type Translated<Words> = Words extends string
  ? string
  : Words extends (...args: infer Args) => infer Told
    ? (...args: Args) => Translated<Told>
    : { [Key in keyof Words]: Translated<Words[Key]> };

/** Some of the words, at any depth. */
type Some<Words> = Words extends string | readonly unknown[] | ((...args: never[]) => unknown)
  ? Words
  : { [Key in keyof Words]?: Some<Words[Key]> };

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

/**
 * The words of a language in which there are only some, filled up with the English ones: what members alone read is
 * written in English only. Which have to be there is for the type of `own` to say.
 */
export function filledUp<Words>(english: Words, own: Some<Translated<NoInfer<Words>>>): Translated<Words> {
  if (!isGroup(english)) return own as Translated<Words>;
  const words: Record<string, unknown> = { ...english };
  for (const [key, value] of Object.entries(own as object))
    words[key] = key in english ? filledUp(english[key], value as never) : value;
  return words as Translated<Words>;
}

function isGroup(words: unknown): words is Record<string, unknown> {
  return typeof words === "object" && words !== null && !Array.isArray(words);
}
