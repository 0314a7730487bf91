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
