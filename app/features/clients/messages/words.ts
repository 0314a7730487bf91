import { catalogue, filledUp } from "../../../lib/words";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";

/** The words of clients' pages and mails in the language of a locale. */
export const clientWords = catalogue({ en, de: filledUp(en, de), es: filledUp(en, es) });
