import { formatTime } from "../../../lib/time";
import type { VisitorLinkRefusal } from "../model";
import { downloadWords } from "./words";

/** What a visitor reads who was given no link. */
export function visitorRefusalSentence(
  { locale, timeZone }: { locale: string; timeZone: string },
  refusal: VisitorLinkRefusal,
): string {
  const words = downloadWords(locale).visitor;
  return refusal.reason === "too_many"
    ? words.tooMany(formatTime(refusal.until, locale, timeZone))
    : words.refused[refusal.reason];
}
