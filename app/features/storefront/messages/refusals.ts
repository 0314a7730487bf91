import { formatMoney } from "../../../lib/money";
import { formatTime } from "../../../lib/time";
import type { OrderRefusal } from "../model";
import { storefrontWords } from "./words";

/** What somebody reads whose order was not taken. */
export function orderRefusalSentence(
  { locale, timeZone }: { locale: string; timeZone: string },
  refusal: OrderRefusal,
): string {
  const words = storefrontWords(locale);
  if (refusal.reason === "too_many") return words.tooManyOrders(formatTime(refusal.until, locale, timeZone));
  if (refusal.reason === "below_minimum") return words.belowMinimum(formatMoney(refusal.missing, locale));
  return words.refused[refusal.reason];
}
