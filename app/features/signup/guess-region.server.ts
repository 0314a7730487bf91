import { localeFor, suggestedCurrency } from "../../lib/regions";
import { isTimeZone } from "../../lib/time";

/** What a browser's request tells of where it is; Cloudflare adds the zone. */
export function guessRegion(request: Request): { timeZone: string; currency: string; locale: string } {
  const { cf } = request as Request & { cf?: { timezone?: unknown } };
  const told = cf?.timezone;
  const timeZone = typeof told === "string" && isTimeZone(told) ? told : "UTC";
  const locale = localeFor(request.headers.get("accept-language"));
  return { timeZone, locale, currency: suggestedCurrency(timeZone, locale) };
}
