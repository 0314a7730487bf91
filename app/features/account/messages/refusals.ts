import { formatTime, type Instant } from "../../../lib/time";
import { accountWords } from "./words";

interface Conventions {
  locale: string;
  timeZone: string;
}

/** What somebody reads whose password or code was not taken; `wrong` where nothing better fits the page. */
export function refusalSentence(
  { locale, timeZone }: Conventions,
  refusal: { reason: "too_many"; until: Instant } | { reason: string },
  wrong = accountWords(locale).signIn.wrong,
): string {
  if (!("until" in refusal)) return wrong;
  return accountWords(locale).signIn.tooMany(formatTime(refusal.until, locale, timeZone));
}
