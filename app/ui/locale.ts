import { createContext, useContext } from "react";

/** The language and conventions of everything on the page (BCP 47). */
export const LocaleContext = createContext("en");

export function useLocale(): string {
  return useContext(LocaleContext);
}

/** A feature's words in the page's language. */
export function useWords<Words>(words: (locale: string) => Words): Words {
  return words(useLocale());
}

/** The page's locale where only its loaders' data is at hand: in the `meta` of a route, which gets `matches`. */
export function localeOfPage(matches: readonly ({ id: string; data?: unknown } | undefined)[]): string {
  const root = matches.find((match) => match?.id === "root")?.data as { locale?: string } | null | undefined;
  return root?.locale ?? "en";
}
