import { Form } from "@remix-run/react";
import { createContext, useContext } from "react";
import { languageNames, languageOf, languages } from "../lib/languages";
import { cx } from "./cx";
import { useLocale, useWords } from "./locale";
import { chromeWords } from "./messages/words";

/** Where a chosen language is sent to; null on pages whose language cannot be chosen. */
export const LanguageSwitchContext = createContext<string | null>(null);

/** The languages to choose from, each in its own words; works as a plain form. */
export function LanguageSwitch({ className }: { className?: string }) {
  const action = useContext(LanguageSwitchContext);
  const current = languageOf(useLocale());
  const { language } = useWords(chromeWords).layout;
  if (action === null) return null;
  return (
    <Form
      method="post"
      action={action}
      preventScrollReset
      aria-label={language}
      className={cx("-mx-2", className)}
    >
      <ul className="flex flex-wrap items-center">
        {languages.map((each) => (
          <li key={each} lang={each}>
            <button
              type="submit"
              name="language"
              value={each}
              aria-current={each === current ? "true" : undefined}
              className="hover:text-ink aria-[current]:text-ink inline-flex min-h-11 cursor-pointer items-center px-2 underline-offset-8 hover:underline aria-[current]:underline"
            >
              {languageNames[each]}
            </button>
          </li>
        ))}
      </ul>
    </Form>
  );
}
