import { catalogue } from "../../../lib/words";
import { expiry } from "./en-expiry";

/** The words about a gallery's end in the language of a locale. */
export const expiryWords = catalogue({ en: expiry });
