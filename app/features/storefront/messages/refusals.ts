import { formatTime } from "../../../lib/time";
import type { OrderRefusal } from "../model";
import { storefrontWords } from "./words";

/** What somebody reads whose order was not taken. */
export function orderRefusalSentence(
  { locale, timeZone }: { locale: string; timeZone: string },
  refusal: OrderRefusal,
): string {
  const words = storefrontWords(locale);
  return refusal.reason === "too_many"
    ? words.tooManyOrders(formatTime(refusal.until, locale, timeZone))
    : words.refused[refusal.reason];
}
