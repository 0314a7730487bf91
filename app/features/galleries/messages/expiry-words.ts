import { catalogue, filledUp } from "../../../lib/words";
import { deExpiry } from "./de-expiry";
import { expiry } from "./en-expiry";
import { esExpiry } from "./es-expiry";

/** The words about a gallery's end in the language of a locale. */
export const expiryWords = catalogue({
  en: expiry,
  de: filledUp(expiry, deExpiry),
  es: filledUp(expiry, esExpiry),
});
